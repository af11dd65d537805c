"""A check of many addresses: hosts beside each other, the addresses of a host one after another."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.links.asking import Asker
from generator.links.door import Door, Network
from generator.links.manners import Manners

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.links.answers import Answer

_BESIDE = 24
"""How many hosts are asked at the same time."""
PAUSE = 1.0
"""Seconds between two requests to a host."""


class Check:
    """One check: an asker, and its ways to begin and to break off."""

    def __init__(self, agent: str, network: Network | None = None) -> None:
        """Take the `User-Agent`, whose first word a robots.txt may name, and the network to ask."""
        network = network or Network()
        self._door = Door(network, agent)
        self._manners = Manners(network, PAUSE, agent.partition("/")[0])
        self.asker = Asker(self._door, self._manners)

    def ask(self, urls: Iterable[str], heard: Callable[[str, Answer], None]) -> None:
        """Ask addresses and hand over each answer as it comes, from several threads. Ctrl-C breaks off."""

        def work(group: Sequence[str]) -> None:
            for url in group:
                if not self._manners.stopped.is_set():
                    heard(url, self.asker.ask(url))

        groups = sorted(_by_host(urls), key=len, reverse=True)
        with ThreadPoolExecutor(_BESIDE) as pool:
            try:
                for done in as_completed([pool.submit(work, group) for group in groups]):
                    done.result()
            except BaseException:
                self._manners.stopped.set()
                self._door.close()
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        groups[urlsplit(url).hostname or ""].append(url)
    return list(groups.values())
