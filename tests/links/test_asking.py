"""What an address has come to, asked of a server that misbehaves."""

from __future__ import annotations

import gzip
import re
import socket
from contextlib import suppress
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest
import trustme
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.links.answers import Answer, UnaskedError, Verdict
from generator.links.door import is_public
from generator.links.running import Check
from generator.links.targets import next_address, target_of
from tests.links.server import OPEN, Clock, Server, answer, drip, endless, hang, network, redirect, reset

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from generator.links.door import Network

AGENT = "Open-Channel-links/1.0 (+https://open-channel.example/)"
OK = answer("200 OK", body=b"<title>Talks</title>")
NOT_FOUND = answer("404 Not Found")
ROBOTS = b"User-agent: *\nDisallow: /a\nAllow: /a/open$\nCrawl-delay: 7\n"

BOMB = gzip.compress(b"0" * 30_000_000)
INSIDE = "lies in a private network or on this machine"


def ask(url: str, net: Network | None = None) -> Answer:
    """Ask one address."""
    return Check(AGENT, net or network()).asker.ask(url)


def said(answered: Answer) -> str:
    """Give an answer as a test compares it."""
    return f"{answered.verdict}: {answered.why}".removesuffix(": ")


@pytest.mark.parametrize(
    ("behaviours", "expected"),
    [
        ([OK], "answers"),
        ([answer("204 No Content")], "answers"),
        ([answer("206 Partial Content")], "answers"),
        ([answer("401 Unauthorized")], "refuses: 401 Unauthorized"),
        ([answer("403 Forbidden")], "refuses: 403 Forbidden"),
        ([answer("451 Unavailable For Legal Reasons")], "refuses: 451 Unavailable For Legal Reasons"),
        ([answer("299 Odd")], "answers"),
        ([answer("499 Odd")], "refuses: 499"),
        ([NOT_FOUND], "gone: 404 Not Found"),
        ([answer("410 Gone")], "gone: 410 Gone"),
        ([answer("500 No")], "fails: 500 Internal Server Error"),
        ([answer("500 No"), answer("500 No"), OK], "answers"),
        ([answer("405 No"), OK], "answers"),
        ([answer("404 No"), OK], "answers"),
        ([reset, OK], "answers"),
        ([reset], "fails: the connection was refused or broken off"),
        pytest.param([hang], "fails: no whole answer in time", marks=pytest.mark.slow),
        ([hang, OK], "answers"),
        pytest.param(
            [drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000)], "fails: no whole answer in time",
            marks=pytest.mark.slow,
        ),
        ([answer("200 OK").replace(b"\r\n\r\n", b"\r\n\r\n<tit"), OK], "answers"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nshort"], "answers"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nshort"], "answers"),
        ([endless], "answers"),
        ([b"220 mail.news.org ESMTP\r\n"], "fails: what came is no answer of HTTP"),
        ([b"\x00\xff" * 50_000], "fails: what came is no answer of HTTP"),
        ([b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"], "fails: what came is no answer of HTTP"),
        ([b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"], "fails: what came is no answer of HTTP"),
        ([b"HTTP/1.1 twohundred OK\r\n\r\n"], "fails: what came is no answer of HTTP"),
        ([b""], "fails: the connection was refused or broken off"),
        ([answer("302 Found")], "fails: it redirects without saying where to"),
        ([answer("404 No"), answer("200 OK", body=b"<TITLE id=a>Page not found</TITLE>")],
         "doubtful: its title says that there is no such page"),
        ([answer("404 No"), answer("200 OK", body="<title>页面不存在</title>".encode())],
         "doubtful: its title says that there is no such page"),
        ([answer("404 No"), answer("200 OK", "Content-Encoding: gzip", body=BOMB)], "answers"),
        ([redirect("/b")], "answers"),
        ([redirect("/b", "301 Moved")], "moved: moved for good"),
        ([redirect("/", "301 Moved")], "doubtful: leads to the front page of `news.org`"),
        ([redirect("/a")], "fails: its redirects go round in a circle"),
        ([redirect("/a", "302 Found", "Set-Cookie: a=b")], "unasked: it lets nobody in who keeps no cookies"),
        ([redirect("ftp://news.org/a")], "unasked: `ftp` leads to no document on the web"),
        ([redirect("file:///etc/passwd")], "unasked: `file` leads to no document on the web"),
        ([redirect("https:///b")], "unasked: `https` leads to no document on the web"),
        ([redirect("http://[::1/")], "unasked: its redirect leads to what cannot be read as an address"),
        ([redirect("http://127.0.0.1/")], f"unasked: `127.0.0.1` {INSIDE}"),
        ([redirect("http://2130706433/")], f"unasked: `2130706433` {INSIDE}"),
        ([redirect("http://[::ffff:10.0.0.1]/")], f"unasked: `::ffff:10.0.0.1` {INSIDE}"),
        ([redirect("http://169.254.169.254/meta")], f"unasked: `169.254.169.254` {INSIDE}"),
        ([redirect("http://printer.local/")], f"unasked: `printer.local` {INSIDE}"),
        ([redirect("http://" + "a" * 5000 + ".org/")], "unasked: `http` leads to no document on the web"),
    ],
)  # fmt: skip
def test_answers(behaviours: list[bytes | Callable[[socket.socket], None]], expected: str) -> None:
    """Whatever a server does is told as one verdict with its reason, and ends."""
    with Server({"/a": behaviours, "/b": [OK], "/": [OK]}) as server:
        assert said(ask(server.url())) == expected


def test_answers_that_never_come_to_the_point() -> None:
    """A server that goes on announcing an answer is left, whatever Python thinks of it."""
    with Server({"/a": [b"HTTP/1.1 100 Continue\r\n\r\n" * 500]}) as server:
        assert ask(server.url()).verdict is Verdict.FAILS


def test_head_is_asked_first() -> None:
    """A document that HEAD finds is not fetched; where HEAD fails, GET decides."""
    with Server({"/a": [OK], "/b": [answer("403 Forbidden")]}) as server:
        ask(server.url("/a"))
        ask(server.url("/b"))

    assert server.asked("/a") == ["HEAD"]
    assert server.asked("/b") == ["HEAD", "GET"]


def test_requests_introduce_themselves() -> None:
    """Each request names the project and its own host, and asks for nothing packed."""
    with Server({"/a": [OK]}) as server:
        ask(server.url())

    assert [one.path for one in server.heard] == ["/robots.txt", "/a"]
    for one in server.heard:
        assert one.headers["User-Agent"] == AGENT
        assert one.headers["Host"] == f"news.org:{server.port}"
        assert one.headers["Accept-Encoding"] == "identity"


def test_a_chain_is_followed_as_far_as_it_holds() -> None:
    """Of several redirects, the address before the first passing one is the one to write."""
    with Server({
        "/a": [redirect("/b", "301 Moved")], "/b": [redirect("/c", "308 Moved")],
        "/c": [redirect("/d")], "/d": [redirect("/e", "301 Moved")], "/e": [OK],
    }) as server:  # fmt: skip
        assert ask(server.url()).location == server.url("/c")


def test_endless_chains_end() -> None:
    """No more than ten redirects are followed."""
    with Server({f"/{n}": [redirect(f"/{n + 1}")] for n in range(30)}) as server:
        assert said(ask(server.url("/0"))) == "fails: more than 10 redirects"
        assert len(server.heard) == 12


def test_names_that_lead_inside_are_not_asked() -> None:
    """A public name with a private address is refused, at first and behind a redirect, and nothing is sent there."""
    addresses = {"news.org": ("127.0.0.1",), "evil.org": ("10.0.0.7", "::1", "fe80::1%eth0", "169.254.169.254")}
    net = network(look_up=lambda host, _: addresses[host], allows=lambda one: one == "127.0.0.1" or is_public(one))
    with Server({"/a": [redirect("http://evil.org/")]}) as server:
        refusal = "unasked: the name `evil.org` leads into a private network or to this machine"

        assert said(ask("http://evil.org/a", net)) == refusal
        assert said(ask(server.url(), net)) == refusal


def test_this_machine_is_refused_by_default() -> None:
    """Without a test's permission nothing on this machine is asked, whatever its name."""
    with Server({"/a": [OK]}) as server:
        net = network(allows=is_public)

        assert said(ask(server.url(), net)).startswith("unasked: the name `news.org` leads into")
        assert said(ask(server.url(host="localhost"), net)).startswith("unasked: `localhost` lies in")
        assert server.heard == []


def test_only_what_was_looked_at_is_connected_to() -> None:
    """The name is looked up once a request, so that no second answer can lead elsewhere."""
    looked_up: list[str] = []

    def look_up(host: str, _port: int) -> tuple[str, ...]:
        looked_up.append(host)
        return ("127.0.0.1",)

    with Server({"/a": [OK]}) as server:
        ask(server.url(), network(look_up=look_up))

    assert looked_up == ["news.org"] * len(server.heard)


@pytest.mark.parametrize(
    ("error", "expected", "times"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no"), "fails: its host's name is not known", 1),
        (socket.gaierror(socket.EAI_AGAIN, "later"), "fails: its host's name is not known", 2),
        (OSError(101, "Network is unreachable"), "fails: network is unreachable", 2),
        (UnicodeError("label too long"), "fails: the request could not be sent", 2),
    ],
)
def test_hosts_without_an_address(error: Exception, expected: str, times: int) -> None:
    """A name that cannot be looked up is told, and asked about once for all addresses of the host."""
    asked: list[str] = []

    def look_up(host: str, _port: int) -> tuple[str, ...]:
        asked.append(host)
        raise error

    check = Check(AGENT, network(look_up=look_up))

    assert [said(check.asker.ask(f"http://news.org/{n}")) for n in range(3)] == [expected] * 3
    assert len(asked) == times


def test_a_closed_port() -> None:
    """A host that takes no connection is told."""
    with Server({}) as server:
        url = server.url()

    assert said(ask(url)) == "fails: the connection was refused or broken off"


def test_international_hosts() -> None:
    """A host in other letters is asked under its name in ASCII, from the record and behind a redirect."""
    looked_up: list[str] = []

    def look_up(host: str, _port: int) -> tuple[str, ...]:
        looked_up.append(host)
        return ("127.0.0.1",)

    with Server({"/a": [OK], "/b": [b""]}) as server:
        server.paths["/b"] = [redirect(server.url("/%E8%AF%9D?x=话", host="国防部.cn"))]
        server.paths["/%E8%AF%9D?x=%E8%AF%9D"] = [OK]

        assert said(ask(server.url(host="bücher.de"), network(look_up=look_up))) == "answers"
        assert said(ask(server.url("/b"), network(look_up=look_up))) == "answers"

    assert {"xn--bcher-kva.de", "国防部.cn".encode("idna").decode()} <= set(looked_up)
    assert all(host.isascii() for host in looked_up)


@pytest.mark.parametrize(
    ("robots", "path", "expected"),
    [
        (answer("200 OK", body=ROBOTS), "/a", "unasked: the robots.txt of `news.org` asks machines to stay away"),
        (answer("200 OK", body=ROBOTS), "/a/open", "answers"),
        (answer("200 OK", body=b"User-agent: open-channel-links\nDisallow: /\n"), "/a",
         "unasked: the robots.txt of `news.org` asks machines to stay away"),
        (answer("200 OK", body=b"User-agent: other\nDisallow: /\n"), "/a", "answers"),
        (answer("200 OK", body=b"\xff\x00 nonsense \n" * 9), "/a", "answers"),
        (answer("403 Forbidden"), "/a", "answers"),
        (answer("503 No"), "/a", "unasked: the robots.txt of `news.org` cannot be read: 503 Service Unavailable"),
        (redirect("/robots.txt"), "/a", "answers"),
        (redirect("/other.txt"), "/a", "answers"),
        (redirect("http://10.0.0.1/"), "/a", f"unasked: `10.0.0.1` {INSIDE}"),
        pytest.param(hang, "/a", "unasked: the robots.txt of `news.org` cannot be read", marks=pytest.mark.slow),
        pytest.param(
            drip(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 999), "/a",
            "unasked: the robots.txt of `news.org` cannot be read", marks=pytest.mark.slow,
        ),
        (b"nonsense\r\n\r\n", "/a", "unasked: the robots.txt of `news.org` cannot be read"),
    ],
)  # fmt: skip
def test_robots(robots: bytes | Callable[[socket.socket], None], path: str, expected: str) -> None:
    """A robots.txt is heeded: RFC 9309, and what cannot be read forbids."""
    with Server({"/robots.txt": [robots], "/a": [OK], "/a/open": [OK]}) as server:
        assert said(ask(server.url(path))) == expected
        assert bool(server.asked(path)) is (expected == "answers")


def test_robots_is_asked_once_and_slows_us_down() -> None:
    """One robots.txt is fetched for all addresses of a host; the pause that it asks for is kept."""
    clock = Clock()
    with Server({"/robots.txt": [answer("200 OK", body=b"User-agent: *\nCrawl-delay: 7")], "/a": [OK]}) as server:
        check = Check(AGENT, network(clock))
        for _ in range(3):
            check.asker.ask(server.url())

    assert server.asked("/robots.txt") == ["GET"]
    assert clock.slept == [1.0, 7.0, 7.0]


def test_faults_are_asked_again_more_and_more_slowly() -> None:
    """Repetitions wait longer each time."""
    clock = Clock()
    with Server({"/a": [answer("502 Bad Gateway")]}) as server:
        assert said(ask(server.url(), network(clock))) == "fails: 502 Bad Gateway"

    assert server.asked() == ["HEAD", "GET", "GET", "GET"]
    assert clock.slept == [1.0, 1.0, 2.0, 4.0]


@pytest.mark.parametrize("wait", ["30", "Thu, 01 Jan 1970 00:00:00 GMT", "soon", "-5", "1e9999"])
def test_retry_after(wait: str) -> None:
    """What a server asks to wait is waited; what cannot be read or lies in the past is no wish."""
    clock = Clock()
    with Server({"/a": [answer("429 Slow", f"Retry-After: {wait}"), OK]}) as server:
        assert said(ask(server.url(), network(clock))) == "answers"

    assert clock.slept == [1.0, 30.0 if wait == "30" else 1.0]


def test_a_host_that_wants_a_long_rest_gets_it() -> None:
    """A host that asks for more than a minute is not asked for anything else."""
    clock = Clock()
    with Server({"/a": [answer("429 Slow", "Retry-After: 3600")], "/b": [OK]}) as server:
        check = Check(AGENT, network(clock))
        closed = "unasked: `news.org` asks to be left alone for 3600 seconds"

        assert said(check.asker.ask(server.url("/a"))) == closed
        assert said(check.asker.ask(server.url("/b"))) == closed
        assert server.asked("/b") == []
    assert sum(clock.slept) < 60


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Make an authority for certificates."""
    return trustme.CA()


@pytest.mark.parametrize(
    ("names", "is_trusted", "expected"),
    [
        (["news.org"], True, "answers"),
        (["news.org"], False, "fails: its certificate cannot be trusted: unable to get local issuer certificate"),
        (["other.org"], True, "fails: its certificate cannot be trusted: Hostname mismatch"),
        (["127.0.0.1"], True, "fails: its certificate cannot be trusted: Hostname mismatch"),
    ],
)
def test_certificates(authority: trustme.CA, names: list[str], is_trusted: bool, expected: str) -> None:  # noqa: FBT001  a case
    """A certificate is checked against who signed it and against the name that was asked."""
    import ssl  # noqa: PLC0415  annotations alone use it elsewhere

    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(tls)

    def trust() -> ssl.SSLContext:
        context = ssl.create_default_context()
        if is_trusted:
            authority.configure_trust(context)
        return context

    with Server({"/a": [OK]}, tls) as server:
        assert said(ask(server.url(), network(trust=trust))).startswith(expected)


def test_no_tls_where_it_is_promised() -> None:
    """A server that speaks plain HTTP at an address of https is told."""
    with Server({"/a": [OK]}) as server:
        url = server.url().replace("http:", "https:")

        assert said(ask(url)).startswith("fails: no encrypted connection: ")


def test_one_host_at_a_time_and_many_beside_each_other() -> None:
    """Every address is asked once, hosts beside each other, with a pause behind each request to one host."""
    clock = Clock()
    heard: dict[str, Answer] = {}
    with Server({"/a": [OK], "/b": [NOT_FOUND]}) as server:
        urls = [server.url(path, f"host-{n}.org") for n in range(20) for path in ("/a", "/b", "/a")]
        Check(AGENT, network(clock)).ask(urls, heard.__setitem__)

    assert len(heard) == 40
    assert {answer.verdict for url, answer in heard.items() if url.endswith("/a")} == {Verdict.ANSWERS}
    assert len(server.asked("/a")) == 20
    assert all(0 <= pause <= 1 for pause in clock.slept)


def test_an_interruption_ends_pauses() -> None:
    """Ctrl-C is not kept waiting by the pause between two requests."""
    slept: list[bool] = []
    resting = Event()

    def sleep(_seconds: float, stopped: Event) -> None:
        resting.set()
        slept.append(stopped.wait(10))

    def interrupt(_url: str, _answer: Answer) -> None:
        resting.wait(10)
        raise KeyboardInterrupt

    with Server({"/a": [OK]}) as server:
        hurried = replace(network(), sleep=sleep)
        check = Check(AGENT, hurried)
        with pytest.raises(KeyboardInterrupt):
            check.ask([server.url("/a"), "http://127.0.0.1/"], interrupt)

    assert slept == [True]


@pytest.mark.slow
@settings(max_examples=60)
@given(st.one_of(st.binary(max_size=80), st.builds(b"HTTP/1.1 ".__add__, st.binary(max_size=60))), st.integers(1, 3))
def test_no_answer_raises(sent: bytes, times: int) -> None:
    """Whatever bytes a server sends, for a document or as its robots.txt, an answer comes of it."""
    with Server({}) as server:
        server.paths["/a"] = [*[sent] * times, OK]
        server.paths["/robots.txt"] = [OPEN if times > 1 else sent]
        assert ask(server.url()).verdict in Verdict


@given(st.text(max_size=40))
def test_no_redirect_raises(location: str) -> None:
    """Wherever a redirect is said to lead, it is an address or a refusal."""
    with suppress(UnaskedError):
        target = target_of(next_address("http://news.org/a?b#c", location))

        assert f"{target.origin}{target.wanted}".isascii()
        assert not re.search(r"[\s\x00-\x1f]", f"{target.authority}{target.wanted}")


def test_an_interruption_ends_what_is_under_way() -> None:
    """Ctrl-C breaks off requests that hang, and leaves the rest unasked."""
    heard: list[str] = []

    def interrupt(url: str, _: Answer) -> None:
        heard.append(url)
        raise KeyboardInterrupt

    with Server({"/a": [OK], "/slow": [hang]}) as server:
        urls = [server.url("/a", "first.org"), *(server.url("/slow", f"host-{n}.org") for n in range(60))]
        with pytest.raises(KeyboardInterrupt):
            Check(AGENT, network(answering=30, connecting=30)).ask(urls, interrupt)

    assert server.asked("/slow").count("GET") <= 24
