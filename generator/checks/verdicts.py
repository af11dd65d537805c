"""What the checks of one entry found, kept from one run to the next, so that they look at changed entries alone.

The faults of an entry rest on its file, on the entries that it names, on the day, and on the day up to which the record
was checked: while these are what they were, nothing is found there today that was not found then. What a fault says may
rest on more, such as the nearest known id: where there is one, it is kept only while the whole registry and all ids
stay the same. What was kept by other code is not used (see `record/pickles.py`).

What the comparisons found rests on the outlines of all entries, on the hand-written pages and on all that stands
around: it is the same while these are, and no file with a fault of theirs was changed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.checks.markdown import linked
from generator.checks.naming import namings
from generator.record import pickles
from generator.record.faults import Fault, Place
from generator.record.models import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.record.around import Reading
    from generator.record.faults import Code
    from generator.record.sheet import Sheet

    _Packed = tuple[str, tuple[str, int, int, int, int], str, str, str, str | None]
    """A fault in plain values: the id of its code, its place, and the rest."""

KEPT_IN = ".cache/checks"
"""The folder, relative to the project's root."""


class _Verdict(NamedTuple):
    """What was found in a file."""

    digest: bytes
    """A few bytes that stand for its content."""
    ids: tuple[str, ...]
    """The ids of its entries."""
    named: tuple[str, ...]
    """The ids of what they name, of whatever kind."""
    faults: tuple[_Packed, ...]
    outlines: bytes
    """A few bytes that stand for the outlines of its events."""


class _Run(NamedTuple):
    """What a run has found, and on what that rests."""

    basis: bytes = b""
    """The day, the day up to which the record was checked, and the kinds of which nothing could be read."""
    around: bytes = b""
    """All that can be said of an entry without looking at the events beside it."""
    unsettled: tuple[str, ...] = ()
    """The ids of files in which there was a fault of reading."""
    seen: bytes = b""
    """All that the comparisons have seen; empty where what they found is not known."""
    compared: tuple[_Packed, ...] = ()
    """What they have found."""
    verdicts: Mapping[str, _Verdict] = {}
    """By file, of those that could be read without a fault."""


@dataclass
class Verdicts:
    """What was found in each file that could be read without a fault."""

    place: Path
    """The file in which it is kept."""
    codes: Mapping[str, Code]
    """Every code that a check may give, by its id."""
    _before: _Run
    _now: _Run = field(default_factory=_Run)
    _verdicts: dict[str, _Verdict] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path, codes: tuple[Code, ...]) -> Verdicts:
        """Give what is kept of a project."""
        state = pickles.state_of((Path(__file__).parent, Path(pickles.__file__).parent), ("pydantic", "rapidfuzz"))
        place = root / KEPT_IN / f"{state}.pickle"
        return cls(place, {code.id: code for code in codes}, _run(pickles.read(place)))

    def recall(self, reading: Reading, today: date) -> tuple[list[Fault], list[Sheet], bool]:
        """Give the known faults, the files in which others can be found, and whether comparisons can find others."""
        settled = {id_ for sheet in reading.sheets if sheet.is_sound for id_ in sheet.ids}
        unsettled = {id_ for known in reading.ids.values() for id_ in known if id_ not in settled}
        self._verdicts = {}
        self._now = _Run(_basis(reading, today), _around(reading), tuple(unsettled), verdicts=self._verdicts)
        before = self._before if self._before.basis == self._now.basis else _Run()
        changed, same_around = _changed(before, reading.sheets) | unsettled, before.around == self._now.around
        open_: list[Sheet] = []
        for sheet in reading.sheets:
            known = before.verdicts.get(sheet.path)
            if known and _holds(known, sheet, changed, same_around=same_around):
                self._verdicts[sheet.path] = known
            else:
                open_.append(sheet)
        stands = self._stands(before, reading, open_)
        if stands:
            self._now = self._now._replace(seen=before.seen, compared=before.compared)
        told = [fault for known in self._verdicts.values() for fault in known.faults]
        return [self._unpacked(fault) for fault in (*told, *self._now.compared)], open_, not stands

    def _stands(self, before: _Run, reading: Reading, open_: list[Sheet]) -> bool:
        """Whether comparisons would find what they have found: they see the same, and each fault is in its place."""
        changed = {sheet.path: outlines_of(sheet) for sheet in open_} if before.seen else {}
        if changed.keys() & {place[0] for _, place, *_ in before.compared}:
            return False
        return bool(before.seen) and before.seen == self._seen(reading, changed)

    def keep(self, sheet: Sheet, faults: list[Fault], named: tuple[str, ...], outlines: bytes) -> None:
        """Remember what was found in a file, the ids that it names, and what stands for the outlines of its events."""
        if sheet.is_sound:
            self._verdicts[sheet.path] = _Verdict(sheet.digest, sheet.ids, named, tuple(map(_packed, faults)), outlines)

    def keep_compared(self, reading: Reading, faults: Iterable[Fault]) -> None:
        """Remember what the comparisons found."""
        self._now = self._now._replace(seen=self._seen(reading, {}), compared=tuple(map(_packed, faults)))

    def _seen(self, reading: Reading, changed: Mapping[str, bytes]) -> bytes:
        """Name all that the comparisons see, with the outlines of changed files; nothing of a record with faults."""
        if reading.faults:
            return b""
        outlines = {**{path: known.outlines for path, known in self._verdicts.items()}, **changed}
        texts = [(page.path, page.text) for page in (reading.published, *reading.prose.values())]
        told = self._now.basis, self._now.around, sorted(outlines.items()), texts
        return pickles.digest(repr(told).encode())

    def write(self) -> None:
        """Keep what was found this time, and drop what other states of the code have kept."""
        if self._now == self._before:
            return
        for other in self.place.parent.glob("*.pickle"):
            if other != self.place:
                with suppress(OSError):  # another run was quicker, or the disk lets nothing go
                    other.unlink()
        verdicts = {path: tuple(verdict) for path, verdict in self._now.verdicts.items()}
        pickles.write(self.place, (*self._now[:-1], verdicts))

    def _unpacked(self, fault: _Packed) -> Fault:
        code, place, message, hint, excerpt, suggestion = fault
        return Fault(self.codes[code], Place(*place), message, hint, excerpt, suggestion)


def _holds(known: _Verdict, sheet: Sheet, changed: set[str], *, same_around: bool) -> bool:
    """Whether what was found in a file would be found there again."""
    if known.digest != sheet.digest or not sheet.is_sound:
        return False
    return same_around if known.faults else changed.isdisjoint(known.named)


def _changed(before: _Run, sheets: tuple[Sheet, ...]) -> set[str]:
    """Give the ids of all files that were changed, added or taken away since, or in which there was a fault."""
    gone = dict(before.verdicts)
    found = set(before.unsettled)
    for sheet in sheets:
        known = gone.pop(sheet.path, None)
        if known is None or known.digest != sheet.digest:
            found.update(sheet.ids, known.ids if known else ())
    for known in gone.values():
        found.update(known.ids)
    return found


def named_in(sheet: Sheet) -> tuple[str, ...]:
    """Give the ids that the entries of a file name."""
    found = {naming.id for entry in sheet.entries.values() for naming in namings(entry)}
    found.update(id_ for entry in sheet.entries.values() for id_ in linked(entry))
    return tuple(found)


def _basis(reading: Reading, today: date) -> bytes:
    """Name what the faults of every entry rest on."""
    lost = sorted(model.__name__ for model, ids in reading.known.items() if ids is None)
    return f"{today} {reading.registry.checked} {lost}".encode()


def _around(reading: Reading) -> bytes:
    """Name all that can be said of an entry without looking at the events beside it."""
    files = [(sheet.path, sheet.digest) for sheet in reading.sheets if sheet.model is not Event]
    ids = [(model.__name__, sorted(known)) for model, known in reading.ids.items()]
    faults = [(fault.place.path, fault.code.id) for fault in reading.faults]
    return pickles.digest(repr((files, ids, sorted(reading.renamed.items()), faults)).encode())


def outlines_of(sheet: Sheet) -> bytes:
    """Name the outlines of the events in a file; of those of the registry the whole file is known."""
    told = [(event._replace(people=frozenset()), sorted(event.people)) for event in sheet.outlines.events]
    return pickles.digest(repr(told).encode())


def _packed(fault: Fault) -> _Packed:
    return (fault.code.id, astuple(fault.place), fault.message, fault.hint, fault.excerpt, fault.suggestion)


def _run(found: Any) -> _Run:  # noqa: ANN401  whatever stands there
    """Take what was found on the disk for a run if it has the form of one."""
    try:
        run = _Run(*found)
        return run._replace(verdicts={path: _Verdict(*verdict) for path, verdict in run.verdicts.items()})
    except (TypeError, ValueError, AttributeError):
        return _Run()
