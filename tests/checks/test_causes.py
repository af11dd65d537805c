"""Which event last changed a channel, found without going through all of them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.channels import _Causes
from generator.record.outline import event_outline
from tests.views import making

START = date(2020, 1, 1)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), min_size=1, max_size=12)
"""First day and length of each event, in days."""


@given(SPANS, st.integers(0, 11))
def test_the_last_change_before(spans: list[tuple[int, int]], asked: int) -> None:
    """It is the event that ends last of those that ended before; none where one may have been at the same time."""
    made = [
        making.turned(f"2020-01-01-e{number}", policy="open", date=_span(first, length))
        for number, (first, length) in enumerate(spans)
    ]
    record = making.record(*made)
    events = [event_outline(event) for event in record.events]
    event = events[asked % len(events)]
    others = [one for one in events if one is not event and one.first <= event.last]

    found = _Causes(events).before("policy", event)

    if any(one.last >= event.first for one in others):
        assert found is None
    else:
        assert (found and found.last) == max((one.last for one in others), default=None)


def _span(first: int, length: int) -> str:
    begins = START + timedelta(days=first)
    return f"{begins}/{begins + timedelta(days=length)}" if length else begins.isoformat()
