"""The files of a site that MkDocs does not write: made at the end of the build, or taken over from the last site."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.building.cache import is_below
from generator.building.ground import in_its_folder, state_of
from generator.pages.files import Bundle
from generator.record.workers import apart, shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.building.cache import Cache
    from generator.building.ground import Ground, State, States
    from generator.building.publishing import Published
    from generator.building.shell import Shell
    from generator.pages.slips import Slip


_MANY = 20_000
"""From so many files on, what is heavy is made in a process of its own, which takes longer to start than a small
record's takes to make."""
_FEW = 20
"""Fewer light ones than this process would share with others it makes while those make what is heavy."""
_OTHERS = ""
"""The name of what is not made here: no file has it."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site, or several that one work makes."""

    name: str
    """What tells it from others: its address, relative to the site's root, or that of a folder."""
    made_of: tuple[object, ...]
    """What stands for all that it is made of."""
    made: Callable[[], Iterable[tuple[str, str | bytes]]]
    """Makes its files: their addresses with what stands in them."""
    is_heavy: bool = False
    """Whether making it takes much room, in a large record as much as the record."""


def of_data(published: Published) -> Iterator[Output]:
    """Give the data, of which some takes longest."""
    for file in published.files():
        if isinstance(file, Bundle):
            yield Output(file.name, (file.name, file.rests_on), file.drawn, is_heavy=True)
        else:
            yield Output(file.address, (file.address, file.rests_on), file.made)


def of_pages(published: Published, shell: Shell) -> Iterator[Output]:
    """Give the pages that have waited for their frames."""
    for page in published.pages:
        if page.src_uri in shell:
            made_of = (shell.frame_key(page), page.told)
            yield Output(f"{page.place}index.html", made_of, partial(_page, shell, page))


def write(made: Sequence[Output], ground: Ground, cache: Cache, workers: int, others: States) -> States | None:
    """Take over what the last site has, make and write the rest, with so many processes, and give all files.

    What stands there beside are the `others`; where one of these cannot be had, nothing is made, and None is given.
    """
    keys = {output.name: cache.key(*output.made_of) for output in made}
    states = ground.take({**cache.known(keys), _OTHERS: others})
    if _OTHERS not in states:
        return None
    missing = [output for output in made if output.name not in states]
    heavy = [output for output in missing if output.is_heavy and len(made) > _MANY]
    light = [output for output in missing if not (output.is_heavy and len(made) > _MANY)]
    work = partial(make, site=ground.folder)
    few = light if len(light) < _FEW else ()
    found = [*apart(work, heavy, workers, few), *shared(work, [] if few else light, workers)]
    states |= {output.name: known for output, known in zip((*heavy, *light), found, strict=True)}
    cache.keep((name, key, states[name]) for name, key in keys.items())
    return {address: state for known in states.values() for address, state in known.items()}


def make(output: Output, site: str) -> States:
    """Make and write the files of an output, and give their states; ValueError for one that is not below its name."""
    states: States = {}
    for address, content in output.made():
        if not is_below(output.name, address):
            raise ValueError(f"{address} is made by what is called {output.name}, and does not stand there")
        states[address] = _write(site, address, content)
    return states


def _page(shell: Shell, page: Slip) -> Iterator[tuple[str, str | bytes]]:
    yield f"{page.place}index.html", shell.frame(page)


def _write(site: str, address: str, content: str | bytes) -> State:
    """Write a file of the site, and give its state."""
    path = f"{site}/{address}"
    text = content if isinstance(content, bytes) else content.encode("utf-8", errors="xmlcharrefreplace")
    put = partial(_put, path, text)
    try:
        return in_its_folder(path, put)
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108  a Path for each of many thousand files takes long
        return put()


def _put(path: str, text: bytes) -> State:
    """Write a new file: never into one that stands there, which may be another site's, too."""
    with open(path, "xb") as file:  # noqa: PTH123  as above
        file.write(text)
        file.flush()
        return state_of(file.fileno())
