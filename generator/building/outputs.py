"""The files of a site that MkDocs does not write: made at the end of the build, or taken over from the last site."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.building.cache import is_below
from generator.building.ground import States, in_its_folder, state_of, sum_of
from generator.building.last import Files
from generator.pages.files import Sealed, encoded, parts_of
from generator.record.workers import apart, streamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.building.cache import Cache, Noted
    from generator.building.ground import Ground, State
    from generator.building.last import Last
    from generator.building.publishing import Published
    from generator.building.shell import Shell
    from generator.exports import DataFile
    from generator.pages.files import Bundle, Content
    from generator.pages.slips import Slip


_MANY = 5_000
"""From so many pages on, what is made together has a process of its own, which takes longer to start than a small
record's takes to make."""
_FEW = 100
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
    made: Callable[[], Iterable[tuple[str, Content | Sealed]]]
    """Makes its files: their addresses with what stands in them."""


def dealt(published: Published, shell: Shell) -> tuple[Sequence[Output], Sequence[Iterable[Output]]]:
    """Give what is heavy, and in parts of what has something in common all that is light, one by one."""
    heavy, files = tuple(_bundles(published.bundles())), _of(published.files())
    if len(published.pages) < _MANY:
        heavy, files = (), chain(heavy, files)
    return heavy, (files, _of(published.pictures(published.pages)), of_pages(published.pages, shell))


def retold(published: Published, shell: Shell) -> tuple[Sequence[Output], Sequence[Output]]:
    """Give what tells events of which the texts are other than the last time: what is heavy, and all that is light."""
    pages = [page for page in published.pages if not published.recalled.stands(page.tells)]
    light = (_of(published.telling()), _of(published.pictures(pages)), of_pages(pages, shell))
    return tuple(_bundles(bundle for bundle in published.bundles() if bundle.tells)), tuple(chain(*light))


def of_data(published: Published) -> Iterator[Output]:
    """Give the data."""
    return chain(_bundles(published.bundles()), _of(published.files()), _of(published.pictures(published.pages)))


def _bundles(bundles: Iterable[Bundle]) -> Iterator[Output]:
    """Give what is made together, which takes longest, and in a large record as much room as that."""
    for bundle in bundles:
        yield Output(bundle.name, partial(_ground_of_bundle, bundle), bundle.drawn)


def _of(files: Iterable[DataFile]) -> Iterator[Output]:
    for file in files:
        yield Output(file.address, partial(_ground_of_file, file), file.made)


def of_pages(pages: Iterable[Slip], shell: Shell) -> Iterator[Output]:
    """Give the pages that have waited for their frames."""
    for page in pages:
        if page.src_uri in shell:
            yield Output(f"{page.place}index.html", partial(_ground_of_page, shell, page), partial(_page, shell, page))


_NONE = Files({}, {})


class Done(NamedTuple):
    """What is known of a site that is done."""

    sum: int
    """The sum of its files."""
    fresh: States
    """What was made, where not all was."""
    made: dict[str, tuple[str, Files]]
    """What of it is made together, and what was made upon the last site as a whole: its name, its key, its files."""


def write(  # noqa: PLR0913, PLR0917  a site has parts
    heavy: Sequence[Output], light: Sequence[Iterable[Output]], ground: Ground, cache: Cache, workers: int,
    others: States,
) -> Done | None:  # fmt: skip
    """Take over what the last site has, make and write the rest, with so many processes.

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
    taken = ((name, key, Files(states[name], {})) for name, key in keys.items() if name in states)
    made = (apart(work, heavy, workers, few), *(streamed(work, part, workers) for part in light))
    done = Done(0, {}, {})
    total = cache.keep(chain(_noting(taken, done), _noting(chain(*made), done, fresh=bool(keys))))
    return done._replace(sum=sum_of(others) + total)


def _noting(found: Iterable[tuple[str, str, Files]], done: Done, *, fresh: bool = False) -> Iterator[Noted]:
    for name, key, files in found:
        if name.endswith("/"):
            done.made[name] = key, files
        if fresh:
            done.fresh.update(files.states)
        yield name, key, files.states


def rewrite(  # noqa: PLR0913, PLR0917  as above
    heavy: Sequence[Output], light: Sequence[Output], site: str, cache: Cache, last: Last, workers: int
) -> Done:
    """Make and write in the last site what tells something else now, with so many processes; all else stands."""
    before = {output.name: _before(output.name, site, last) for output in (*heavy, *light)}
    few, many = (light, []) if len(light) < _FEW else ([], light)
    work = partial(_noted, cache=cache, site=site, last=before)
    total, fresh, made = int(last.sum, 16), States(), dict(last.made)
    for name, key, files in chain(apart(work, heavy, workers, few), streamed(work, many, workers)):
        were, now = before[name].states, files.states
        for address in were.keys() - now.keys():
            os.unlink(f"{site}/{address}")  # noqa: PTH108  as below
        total += sum_of(now) - sum_of(were)
        fresh |= {address: state for address, state in now.items() if were.get(address) != state}
        made[name] = key, files
    return Done(total, fresh, made)


def _before(name: str, site: str, last: Last) -> Files:
    """Give the files of an output in the last site."""
    if name in last.made:
        return last.made[name][1]
    with suppress(FileNotFoundError):
        return Files({name: state_of(f"{site}/{name}")}, {})
    return Files({}, {})


def _noted(output: Output, cache: Cache, site: str, last: Mapping[str, Files] | None = None) -> tuple[str, str, Files]:
    before = last[output.name] if last else _NONE
    return output.name, cache.key(*output.made_of()), make(output, site, before)


def make(output: Output, site: str, last: Files = _NONE) -> Files:
    """Make and write the files of an output, but for those of the last site that are known for the same.

    ValueError for one that is not below its name.
    """
    states: States = {}
    told: dict[str, str] = {}
    for address, content in output.made():
        if not is_below(output.name, address):
            raise ValueError(f"{address} is made by what is called {output.name}, and does not stand there")
        if isinstance(content, Sealed):
            told[address] = content.told
        if _stands(content, address, site, last):
            states[address] = last.states[address]
        else:
            states[address] = _write(site, address, content)
    return Files(states, told)


def _stands(content: Content | Sealed, address: str, site: str, last: Files) -> bool:
    """Whether a file of the last site has a content, as far as can be told without making that."""
    if isinstance(content, Sealed) and last.told.get(address) == content.told:
        with suppress(OSError):
            return state_of(f"{site}/{address}") == last.states[address]
    return False


def _ground_of_bundle(bundle: Bundle) -> tuple[str, str]:
    return bundle.name, bundle.rests_on


def _ground_of_file(file: DataFile) -> tuple[str, str]:
    return file.address, file.ground


def _ground_of_page(shell: Shell, page: Slip) -> tuple[str, str]:
    return shell.frame_key(page), page.told


def _page(shell: Shell, page: Slip) -> Iterator[tuple[str, Content]]:
    yield f"{page.place}index.html", map(encoded, shell.frame(page))


def _write(site: str, address: str, content: Content | Sealed) -> State:
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
