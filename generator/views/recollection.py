"""What was worked out of a record before and is still so, as of most events when the text of one has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from generator.views.bare import basis, digests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.record.record import Record

    State = tuple[str, Mapping[str, str], Mapping[str, object]]
    """What stands for the bare record and what was beside it, for each event by its id, and the answers by name: plain
    values alone."""

Answer = TypeVar("Answer")


class Recollection:
    """Answers of this time, and of the last, where the record differs from that time's in long texts of events at most.

    Of any other record nothing is known.
    """

    def __init__(self, record: Record, beside: str = "", before: State | None = None) -> None:
        """Take the record, what stands for all else that answers are made of, and what was left of the last time."""
        self._ground, self._events = f"{beside} {basis(record, ())}", digests(record)
        ground, events, known = before or ("", {}, {})
        self._known = known if ground == self._ground else {}
        self._changed = {id_ for id_, told in self._events.items() if events.get(id_) != told}
        self._now: dict[str, Callable[[], object]] = {}
        self._answers: dict[str, Any] = {}

    def stands(self, tells: Iterable[str]) -> bool:
        """Whether what tells the long texts of events with some ids, and of no other, is what it was."""
        return self._changed.isdisjoint(tells)

    def known(self, name: str) -> Any:  # noqa: ANN401  what was noted under the name
        """Give what was noted under a name, whatever events it tells of; None where nothing was."""
        return self._known.get(name)

    def note(self, name: str, answer: Callable[[], object]) -> None:
        """Take what gives the answer to be known next time by a name: of plain values."""
        self._now[name] = answer

    def of(self, name: str, tells: Iterable[str], make: Callable[[], Answer]) -> Answer:
        """Give an answer that tells the long texts of some events: the known one, where it stands, else a new one."""
        if name not in self._answers:
            self._answers[name] = self._answer(name, make) if self.stands(tells) else make()
        answer: Answer = self._answers[name]
        return answer

    @property
    def state(self) -> State:
        """What is to be left for the next time."""
        return self._ground, self._events, self._answers | {name: answer() for name, answer in self._now.items()}

    def _answer(self, name: str, make: Callable[[], Answer]) -> Any:  # noqa: ANN401  as it was noted
        known = self._known.get(name)
        return make() if known is None else known
