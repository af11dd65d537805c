"""Which addresses on the web are accepted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.addresses import flaws, without_trackers
from generator.checks.hosts import is_private

GOOD = (
    "https://www.ft.com/content/1",
    "http://eng.mod.gov.cn/xb/News_213114/index.html",
    "HTTPS://WWW.FT.COM/",
    "https://ft.com:8443/a?b=c&d=e#f",
    "https://example.org/%E4%B8%AD?q=%20",
    "https://zh.wikipedia.org/wiki/中华人民共和国",
    "https://en.wikipedia.org/wiki/Hotline_(disambiguation)",
    "https://www.xn--fiqs8s.cn/",
    "https://8.8.8.8/dns",
    "https://[2001:4860:4860::8888]/dns",
    "https://[::ffff:8.8.8.8]/",
    "https://[2002:808:808::]/",
    "https://[64:ff9b::808:808]/",
    "https://[2001:0:4136:e378:8000:63bf:f7f7:f7f7]/",
    "https://a_b.example.com/",
    "https://www.ft.com./content/1",
)


@pytest.mark.parametrize("url", GOOD)
def test_public_addresses(url: str) -> None:
    """The addresses of public documents have no flaw."""
    assert list(flaws(url)) == []


@given(
    st.text("ab-.0129xn", min_size=1, max_size=12) | st.sampled_from(["10.0.0.1", "www.ft.com", "a.local", "xn--a"]),
    st.text("/a:b@[]?#&=;%utm_ é\t\\", max_size=12).map(lambda end: f"/{end}"),
)
def test_the_short_road_finds_the_same(host: str, path: str) -> None:
    """An address whose host alone is looked at has the flaws of one that is taken apart: its scheme in capitals."""
    assert [flaw.message for flaw in flaws(f"http://{host}{path}")] == [
        flaw.message for flaw in flaws(f"HTTP://{host}{path}")
    ]


PRIVATE = [
    "localhost",
    "LOCALHOST",
    "localhost.",
    "db.localhost",
    "printer.local",
    "wiki.internal",
    "router.lan",
    "nas.home.arpa",
    "intranet",
    "hidden.onion",
    "a.test",
    "a.invalid",
    "a.example",
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    f"127.0x{'0' * 31}1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",  # noqa: S104  an address that is refused
    "255.255.255.255",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "[::1]",
    "[::]",
    "[fe80::1]",
    "[fd00::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[2002:7f00:1::]",
    "[64:ff9b::7f00:1]",
    "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
    "１２７.０.０.１",
    "127。0。0。1",
    "ⓛocalhost",
]


@pytest.mark.parametrize("host", PRIVATE)
def test_private_hosts(host: str) -> None:
    """A host on the reader's machine or in a private network is found in every writing that a browser takes."""
    assert [flaw.code.id for flaw in flaws(f"http://{host}:8080/x")] == ["E504"]


# address, code, message
FLAWED = (
    ("javascript:alert(1)", "E502", "the address begins with `javascript:`"),
    ("data:text/html,x", "E502", "the address begins with `data:`"),
    ("file:///etc/passwd", "E502", "the address begins with `file:`"),
    ("//www.ft.com/x", "E502", "the address does not begin with `https://` or `http://`"),
    ("www.ft.com:80/x", "E502", "the address does not begin with `https://` or `http://`"),
    ("content/1", "E502", "the address does not begin with `https://` or `http://`"),
    ("https://", "E502", "the address names no host"),
    ("http:///x", "E502", "the address names no host"),
    ("https:/www.ft.com", "E502", "the address names no host"),
    ("https://www.ft.com\\@evil.com", "E502", "`\\` cannot stand in an address"),
    ("https://www.ft.com/a\tb", "E502", "a space cannot stand in an address"),
    ("https://www.ft.com/<b>", "E502", "`<` cannot stand in an address"),
    ("https://www..com/", "E502", "`www..com` is no name of a host"),
    ("https://-a.com/", "E502", "`-a.com` is no name of a host"),
    ("https://%6c.com/", "E502", "`%6c.com` is no name of a host"),
    ("https://256.256.256.256/", "E502", "`256.256.256.256` is no name of a host"),
    ("https://1.2.300.4/", "E502", "`1.2.300.4` is no name of a host"),
    ("https://1.2.3.4.5/", "E502", "`1.2.3.4.5` is no name of a host"),
    ("https://08.1/", "E502", "`08.1` is no name of a host"),
    ("https://a.com:99999/", "E502", "the part of the address that names the host cannot be read"),
    ("https://münchen.de/", "E502", "the host `münchen.de` has letters that can be taken for others"),
    ("https://WWW.ＦＴ.com/", "E502", "the host `www.ｆｔ.com` is written in other characters than it has"),
    ("https://@www.ft.com/", "E503", "the address carries a user name before its host `www.ft.com`"),
    ("https://www.ft.com@evil.com/", "E503", "the address carries a user name before its host `evil.com`"),
    ("https://www.ft.com/?UTM_x=1&utm_medium=a", "E511", "`utm_medium` is there to follow readers"),
)


@pytest.mark.parametrize(("url", "code", "message"), FLAWED, ids=[row[0] for row in FLAWED])
def test_flawed_addresses(url: str, code: str, message: str) -> None:
    """An address that is none, hides its host or follows readers is said to be so."""
    assert [(flaw.code.id, flaw.message) for flaw in flaws(url)] == [(code, message)]


def test_suggestions() -> None:
    """Where the right address is clear it is offered: with its scheme, without what follows readers."""
    assert [flaw.suggestion for flaw in flaws("www.ft.com/x")] == ["https://www.ft.com/x"]
    assert [flaw.suggestion for flaw in flaws("www.ft.com:80/x")] == ["https://www.ft.com:80/x"]
    assert [flaw.suggestion for flaw in flaws("//www.ft.com/x")] == [None]
    assert [flaw.suggestion for flaw in flaws("content/a.html")] == [None]
    assert [flaw.suggestion for flaw in flaws("mailto:a@b.c")] == [None]
    assert [flaw.suggestion for flaw in flaws("https://a.com/?gclid=1&b=2&utm_id=3#c")] == ["https://a.com/?b=2#c"]
    assert [flaw.suggestion for flaw in flaws("https://a.com/?fbclid=1")] == ["https://a.com/"]


# address, what is left of it
TRACKED = (
    ("https://a.com/?utm_source=1", "https://a.com/"),
    ("https://a.com/b?x=1&gclid=2&y=%20#utm_id=3", "https://a.com/b?x=1&y=%20#utm_id=3"),
    ("https://a.com/?%75tm_id=1&fbclid", "https://a.com/"),
    ("https://a.com/?x=utm_source&utmost=1", "https://a.com/?x=utm_source&utmost=1"),
    ("https://a.com/?", "https://a.com/?"),
    ("https://web.archive.org/web/2024/https://a.com/?utm_id=1", "https://web.archive.org/web/2024/https://a.com/?utm_id=1"),
)  # fmt: skip


@pytest.mark.parametrize(("url", "left"), TRACKED)
def test_trackers_go_alone(url: str, left: str) -> None:
    """What follows readers is taken out of an address, and nothing else; an archived copy keeps its name."""
    assert without_trackers(url) == left
    assert not any(flaw.code.id == "E511" for flaw in flaws(left))


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_flawed(text: str) -> None:
    """No text makes the check of addresses fail, and what passes begins with http or https."""
    if not list(flaws(text)):
        assert text.lower().startswith(("http://", "https://"))


@given(st.ip_addresses())
def test_numbers_of_hosts(address: object) -> None:
    """A number of a host is private whenever it is not of the public network, in its plain and its whole form."""
    host = str(address)
    if ":" not in host:
        assert is_private(host) == is_private(str(int(address)))  # type: ignore[call-overload]  # addresses are numbers
    assert isinstance(is_private(host), bool)
