"""What was worked out of a record before and is still so, as of most events when the text of one has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from generator.views.bare import basis, digest, digests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.record.record import Record

    Known = tuple[tuple[str, ...] | None, Any]
    """An answer, a plain value, with the ids of the events whose long texts it tells; none where that is not known."""
    State = tuple[str, Mapping[str, str], Mapping[str, Known]]
    """What stands for the bare record and what was beside it, for each event by its id, and the answers by name."""

Answer = TypeVar("Answer")


class Recollection:
    """Answers of this time, and of the last, where the record differs from that time's in long texts of events at most.

    Of any other record nothing is known.
    """

    def __init__(self, record: Record, beside: str = "", before: State | None = None) -> None:
        """Take the record, what stands for all else that answers are made of, and what was left of the last time."""
        self.record = record
        """The record."""
        self._ground, self._events = f"{beside} {basis(record, ())}", digests(record)
        ground, events, known = before or ("", {}, {})
        self.is_known = ground == self._ground
        """Whether the last time's record differed in long texts of events at most."""
        self.before, self.now = digest((ground, events)), digest((self._ground, self._events))
        """What stands for the record of the last time, and of this."""
        self._known = dict(known) if self.is_known else {}
        self.changed = {id_ for id_, told in self._events.items() if events.get(id_) != told}
        """The ids of events whose texts are other than the last time."""
        self._now: dict[str, Callable[[], object]] = {}
        self._answers: dict[str, Known] = {}

    def stands(self, tells: Iterable[str]) -> bool:
        """Whether what tells the long texts of events with some ids, and of no other, is what it was."""
        return self.changed.isdisjoint(tells)

    def known(self, name: str) -> Any:  # noqa: ANN401  what was noted under the name
        """Give what was noted under a name, whatever events it tells of, and let go of it; None where nothing was."""
        return self._known.pop(name, (None, None))[1]

    def note(self, name: str, answer: Callable[[], object]) -> None:
        """Take what gives the answer to be known next time by a name: of plain values."""
        self._now[name] = answer

    def of(self, name: str, tells: tuple[str, ...], make: Callable[[], Answer]) -> Answer:
        """Give an answer that tells the long texts of some events: the known one, where it stands, else a new one."""
        if name not in self._answers:
            known = self._known.get(name) if self.stands(tells) else None
            self._answers[name] = known or (tells, make())
        answer: Answer = self._answers[name][1]
        return answer

    @property
    def state(self) -> State:
        """What is to be left for the next time."""
        return *self.basis, {name: known for some in self.answers for name, known in some.items()}

    @property
    def basis(self) -> tuple[str, Mapping[str, str]]:
        """What its answers rest on: the bare record with what is beside it, and each event."""
        return self._ground, self._events

    @property
    def answers(self) -> Iterator[Mapping[str, Known]]:
        """Its answers, by and by, for together they take much room: what nobody has asked for stands, too."""
        stand = {name: known for name, known in self._known.items() if known[0] is not None and self.stands(known[0])}
        yield {**stand, **self._answers}
        yield from ({name: (None, answer())} for name, answer in self._now.items())
