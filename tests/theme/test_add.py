"""What the form writes is what `timeline fmt` writes, and what it says of it is what `timeline check` says."""

from __future__ import annotations

import json
import tempfile
from ipaddress import IPv4Network
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks.addresses import flaws
from generator.pages.add.rules import rules_json
from generator.record.codes import DATES, EXCLUDING
from generator.record.codes import SHAPE as SHAPES
from generator.record.dates import EdtfError, parse_edtf
from generator.record.faults import Severity
from generator.record.form.canonical import canonical
from generator.record.form.scalars import one_line
from generator.record.reading import read
from generator.record.validating import nearest
from tests.theme.answers import Form, record_of, typed, usual, values
from tests.world import TODAY, faults_of, said, world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.faults import Fault
    from generator.record.record import Record

pytestmark = pytest.mark.slow

PATH = "events/2024/2024-01-08-a.yml"
SHAPE = {code.id for code in (*SHAPES, *DATES)} - {EXCLUDING.id}
"""What the types find: of a field with such a fault no check is asked."""
ON_DATE_OR_KIND = frozenset({"E209", "E306", "E307", "E310", "E505"})
RESTING = {"date": ON_DATE_OR_KIND, "kind": ON_DATE_OR_KIND}
"""What rests on a field. Where a date or a kind cannot be read, the checks go by the file's name and the nearest word,
which the form does not know yet."""
OF_WHOLE = frozenset({"E306", "E508"})
"""What is told only of a file that was read whole: that something is missing in it."""
SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Give the record of the tests."""
    return record_of(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def form(record: Record) -> Iterator[Form]:
    """Give the form's modules, told of the record."""
    made = Form(record)
    yield made
    made.ends()


@pytest.fixture(scope="module")
def codes(record: Record) -> frozenset[str]:
    """Give the codes of the checks that the form makes, but for likely duplicates, of which it speaks otherwise."""
    known = json.loads(rules_json(record, None))["codes"]
    return frozenset({code for code in known if not code.startswith("W8")})


def written(form: Form, event: dict[str, Any]) -> dict[str, Any]:
    """Let the form write an event that was typed into it."""
    made: dict[str, Any] = form.does("event", typed(event), today=TODAY.isoformat())
    return made


def checked(text: str) -> list[Fault]:
    """Give what the checks say of a file beside those of the small record."""
    with tempfile.TemporaryDirectory() as folder:
        return [fault for fault in faults_of(world(Path(folder), {PATH: text})) if fault.place.path == PATH]


@settings(max_examples=120, suppress_health_check=SLOW)
@given(event=values(sound=True))
def test_what_it_writes_passes_and_is_in_form(form: Form, event: dict[str, Any]) -> None:
    """A sound event is written in the canonical form, read as the values that were given, and passes every check."""
    made = written(form, event)

    assert made["values"] == usual(event)
    assert made["file"] == canonical(PATH, made["file"])
    assert read(PATH, made["file"].encode())[1] == made["values"]
    assert [said(fault) for fault in checked(made["file"]) if fault.severity is Severity.ERROR] == []
    assert {code for code, *_ in made["faults"]} <= {"E508"}


def resting(broken: set[Any]) -> frozenset[str]:
    """Give the codes of what rests on fields with a fault."""
    return frozenset[str]().union(*(RESTING.get(name, ()) for name in broken))


def comparable(faults: list[tuple[str, str, list[Any]]]) -> set[tuple[str, str]]:
    """Leave out what the checks cannot look at: the rest of a field that cannot be read, and what rests on it."""
    unseen = [fault for fault in faults if fault[0] == "E113"]
    shape = [fault for fault in faults if fault[0] in SHAPE]
    broken = {way[0] for _, _, way in shape}
    rest = [fault for fault in faults if fault[2][0] not in broken]
    rest = [fault for fault in rest if fault[0] not in resting(broken)]
    if broken:
        rest = [fault for fault in rest if fault[0] not in OF_WHOLE]
    return {(code, message) for code, message, _ in unseen or [*shape, *rest]}


@settings(max_examples=120, suppress_health_check=SLOW)
@given(event=values(sound=False))
def test_it_says_what_the_checks_say(form: Form, event: dict[str, Any], codes: frozenset[str]) -> None:
    """Of any event the form finds the faults that the checks find, by the same codes and in the same words."""
    made = written(form, event)
    codes -= resting({way[0] for code, _, way in made["faults"] if code in SHAPE})
    found = {(fault.code.id, fault.message) for fault in checked(made["file"]) if fault.code.id in codes}

    assert comparable(made["faults"]) == found


_LETTERS = "a1-?:,[]{}#&*!|>'\"%@` .=~<会\t"


@settings(max_examples=400)
@given(
    text=st.one_of(
        st.text(_LETTERS, min_size=1, max_size=6),
        st.from_regex(yaml.resolver.Resolver.yaml_implicit_resolvers["1"][0][1]),
    )
)
def test_a_text_needs_quotes_where_yaml_says_so(form: Form, text: str) -> None:
    """On a line and in brackets the form quotes a text where `timeline fmt` does."""
    assert form.does("line", text) == one_line(text, "k: @", as_text=True) == one_line(text, "- @", as_text=True)
    assert form.does("line", text, brackets=True) == one_line(text, "[@]")


_YEARS = st.sampled_from(["2023", "2024", "1999", "0001", "0000", "198X", "19XX", "20"])
_MONTHS = st.sampled_from(["", "-01", "-02", "-12", "-13", "-00", "-21", "-24", "-33", "-36", "-XX", "-40"])
_BOUNDS = st.tuples(
    _YEARS, _MONTHS, st.sampled_from(["", "-01", "-29", "-31", "-XX"]), st.sampled_from(["", "~", "?", "%"])
).map("".join)
_ENDS = st.one_of(_BOUNDS, st.just(""))
_WRITTEN = st.sampled_from(
    [
        "8 January 2024",
        "Jan 8, 2024",
        "2024/1/8",
        "20240108",
        "2024-1-8",
        "22.01.2024",
        "01/22/2024",
        "22/1/2024",
        "22-01-2024",
        "1/2/2024",
        "1-1-2024",
        "0/0/2024",
        "31.02.2024",
        "1.2.0000",
        "13/13/2024",
        "today",
        "a/b/c",
        "[..",
        "[...]",
        "2024年1月22日",
        "2024年2月30日",
    ]
)
_TIMES = st.sampled_from(["", "T09:00", " 9:00", "T09:00:12.5Z", " 09:00 +08:00", " 24"])
_BETWEEN = st.sampled_from([" - ", " / ", "/", "-", "–", " — ", " to ", "/ ", "- "])
_DAYS = st.tuples(st.one_of(_BOUNDS, _WRITTEN), _TIMES).map("".join)
DATES_OF_ANY_FORM = st.one_of(
    _DAYS, st.tuples(_DAYS, _BETWEEN, _DAYS).map("".join),
    st.tuples(_ENDS, st.just("/"), st.one_of(_ENDS, st.just(".."))).map("".join),
    st.tuples(st.just("["), _ENDS, st.just(".."), _ENDS, st.just("]")).map("".join),
)  # fmt: skip


@settings(max_examples=400)
@given(text=DATES_OF_ANY_FORM)
def test_a_date_is_read_alike(form: Form, text: str) -> None:
    """The form reads and says a date as the record does, or refuses it in the same words."""
    try:
        date = parse_edtf(text)
        expected = [date.words(), date.stem, date.anchor.isoformat(), date.end.isoformat(), date.is_day]
    except EdtfError as error:
        expected = [error.code, error.message, error.hint]

    assert form.does("date", text) == expected


_WORDS = st.text("abc-", min_size=1, max_size=6)


@settings(max_examples=400)
@given(word=_WORDS, known=st.lists(_WORDS, min_size=1, max_size=6))
def test_the_nearest_word_is_the_same(form: Form, word: str, known: list[str]) -> None:
    """In the place of a word that is not known the form offers the word that the checks offer, or none as they do."""
    assert form.does("nearest", word, known=known) == (nearest(word, known) or "")


_NUMBERS = r"[0-9]{1,3}\.[0-9a-fx]{1,4}(\.[0-9]{1,3})?"
_NAMES = (
    "www.ft.com", "FT.com", "x", "a_b.org", "-a.org", "a..b", "例子.cn", "ｆt.com", "router.lan", "[::1]", "[fe80::1]",
    "[2606:4700::1]", "a.org:80", "a.org:x", "a.org:99999", "u:p@a.org", "a@b@c.org", "a.org.", "xn--fsqu00a.cn", "",
)  # fmt: skip
_UNSETTLED = IPv4Network("192.0.0.0/24")
"""Of which Python's versions say different things; the form says none."""
HOSTS = st.one_of(
    st.ip_addresses(v=4).filter(lambda address: address not in _UNSETTLED).map(str),
    st.integers(0, 2**32).map(str),
    st.from_regex(_NUMBERS, fullmatch=True),
    st.sampled_from(_NAMES),
)
REST = st.sampled_from(
    [
        "/",
        "",
        "/a?utm_source=x&b=1#c",
        "/?fbclid=1",
        "/web/2024/https://b.org/?utm_source=1",
        "/a b",
        "/<a>",
        "?a&gclid=2",
    ]
)


@settings(max_examples=400)
@given(scheme=st.sampled_from(["https://", "http://", "ftp://", "//", "", "mailto:"]), host=HOSTS, rest=REST)
def test_an_address_is_looked_at_alike(form: Form, scheme: str, host: str, rest: str) -> None:
    """The form finds in an address what the checks find, in the same words."""
    url = f"{scheme}{host}{rest}"

    assert form.does("address", url) == [
        [flaw.code.id, flaw.message, flaw.hint or flaw.code.mend] for flaw in flaws(url)
    ]
