"""The files of a site that MkDocs does not write: made at the end of the build, or taken over from the last site."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.building.cache import is_below
from generator.building.ground import in_its_folder, state_of, sum_of
from generator.pages.files import parts_of
from generator.record.workers import apart, streamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.building.cache import Cache, Noted
    from generator.building.ground import Ground, State, States
    from generator.building.publishing import Published
    from generator.building.shell import Shell
    from generator.exports import DataFile
    from generator.pages.files import Bundle, Content
    from generator.pages.slips import Slip


_MANY = 5_000
"""From so many pages on, what is made together has a process of its own, which takes longer to start than a small
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
    made_of: Callable[[], tuple[object, ...]]
    """Gives what stands for all that it is made of."""
    made: Callable[[], Iterable[tuple[str, Content]]]
    """Makes its files: their addresses with what stands in them."""


def dealt(published: Published, shell: Shell) -> tuple[Sequence[Output], Sequence[Iterable[Output]]]:
    """Give what is heavy, and in parts of what has something in common all that is light, one by one."""
    heavy, files = tuple(_bundles(published)), _of(published.files())
    if len(published.pages) < _MANY:
        heavy, files = (), chain(heavy, files)
    return heavy, (files, _of(published.pictures()), of_pages(published, shell))


def of_data(published: Published) -> Iterator[Output]:
    """Give the data."""
    return chain(_bundles(published), _of(published.files()), _of(published.pictures()))


def _bundles(published: Published) -> Iterator[Output]:
    """Give what is made together, which takes longest, and in a large record as much room as that."""
    for bundle in published.bundles():
        yield Output(bundle.name, partial(_ground_of_bundle, bundle), bundle.drawn)


def _of(files: Iterable[DataFile]) -> Iterator[Output]:
    for file in files:
        yield Output(file.address, partial(_ground_of_file, file), file.made)


def of_pages(published: Published, shell: Shell) -> Iterator[Output]:
    """Give the pages that have waited for their frames."""
    for page in published.pages:
        if page.src_uri in shell:
            yield Output(f"{page.place}index.html", partial(_ground_of_page, shell, page), partial(_page, shell, page))


def write(  # noqa: PLR0913, PLR0917  a site has parts
    heavy: Sequence[Output], light: Sequence[Iterable[Output]], ground: Ground, cache: Cache, workers: int,
    others: States,
) -> int | None:  # fmt: skip
    """Take over what the last site has, make and write the rest, with so many processes; give the sum of all files.

    What is `heavy` is made in processes of their own, as is each part of what is `light`: what making them leaves goes
    with them. Where nothing is known of a last site, none holds a whole part. What stands there beside are the
    `others`; where one of these cannot be had, nothing is made.
    """
    keys: dict[str, str] = {}
    if not cache.is_empty:
        light = [[*part] for part in light]
        keys = {output.name: cache.key(*output.made_of()) for output in chain(heavy, *light)}
    states = ground.take({**cache.known(keys), _OTHERS: others})
    if _OTHERS not in states:
        return None
    if keys:
        heavy, *light = ([output for output in part if output.name not in states] for part in (heavy, *light))
    few = tuple(chain(*light)) if keys else ()
    few, light = (few, ()) if len(few) < _FEW and keys else ((), light)
    work = partial(_noted, cache=cache, site=ground.folder)
    taken = ((name, key, states[name]) for name, key in keys.items() if name in states)
    made = (apart(work, heavy, workers, few), *(streamed(work, part, workers) for part in light))
    return sum_of(others) + cache.keep(chain(taken, *made))


def _noted(output: Output, cache: Cache, site: str) -> Noted:
    return output.name, cache.key(*output.made_of()), make(output, site)


def make(output: Output, site: str) -> States:
    """Make and write the files of an output, and give their states; ValueError for one that is not below its name."""
    states: States = {}
    for address, content in output.made():
        if not is_below(output.name, address):
            raise ValueError(f"{address} is made by what is called {output.name}, and does not stand there")
        states[address] = _write(site, address, content)
    return states


def _ground_of_bundle(bundle: Bundle) -> tuple[str, str]:
    return bundle.name, bundle.rests_on


def _ground_of_file(file: DataFile) -> tuple[str, str]:
    return file.address, file.ground


def _ground_of_page(shell: Shell, page: Slip) -> tuple[str, str]:
    return shell.frame_key(page), page.told


def _page(shell: Shell, page: Slip) -> Iterator[tuple[str, str]]:
    yield f"{page.place}index.html", shell.frame(page)


def _write(site: str, address: str, content: Content) -> State:
    """Write a file of the site, and give its state."""
    path = f"{site}/{address}"
    put = partial(_put, path, parts_of(content))
    try:
        return in_its_folder(path, put)
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108  a Path for each of many thousand files takes long
        return put()


def _put(path: str, parts: Iterable[bytes]) -> State:
    """Write a new file: never into one that stands there, which may be another site's, too."""
    with open(path, "xb") as file:  # noqa: PTH123  as above
        file.writelines(parts)
        file.flush()
        return state_of(file.fileno())
