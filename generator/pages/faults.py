"""The faults of a record as HTML, for the preview of a contributor who has just saved a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.faults import Fault

_ARTICLE = re.compile("<article[^>]*>")
_PANEL = Markup('<section class="faults" role="alert"><h2>{told}</h2><ol>{items}</ol></section>')
_ITEM = Markup(
    '<li class="{severity}"><p class="at"><code>{place}</code><span class="code">{code}</span></p>'
    '<p class="msg">{message}</p>{excerpt}<p class="hint">{hint}</p></li>'
)


def faults_panel(faults: Iterable[Fault], *, over_good: bool) -> Markup:
    """Give a section that lists the faults with place, line, message and what to do.

    `over_good`: whether it stands over a page of the last good site; without one, no more is said.
    """
    items = [_item(fault) for fault in faults]
    count = "1 fault in the record" if len(items) == 1 else f"{len(items)} faults in the record"
    told = f"{count}: this is the last good site" if over_good else count
    return _PANEL.format(told=told, items=Markup("").join(items))


def with_panel(page: str, faults: Iterable[Fault], *, over_good: bool) -> str:
    """Put that section into a page, where its article begins."""
    panel = faults_panel(faults, over_good=over_good)
    return _ARTICLE.sub(lambda found: found[0] + panel, page, count=1)


def _item(fault: Fault) -> Markup:
    excerpt = Markup("<pre>{}</pre>").format(fault.excerpt) if fault.excerpt else Markup("")
    return _ITEM.format(
        severity=fault.severity.value, place=str(fault.place), code=fault.code.id,
        message=fault.message, excerpt=excerpt, hint=fault.hint,
    )  # fmt: skip
