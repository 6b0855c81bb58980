"""Several readers at work, and what they read in the order in which it was asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

_AHEAD = 8
"""Documents a reader that may wait for one that takes long."""
_BIT = 0.5
"""Seconds."""

T = TypeVar("T")


class Hand(Protocol):
    """Who reads one document after the other."""

    def end(self) -> None:
        """At once, whatever it is doing."""


H = TypeVar("H", bound=Hand)


class Crew(Generic[H]):
    """Threads that wait for the hands, which work in processes of their own."""

    def __init__(self, hands: Sequence[H]) -> None:
        self._hands = hands
        self._free: SimpleQueue[H] = SimpleQueue()
        for hand in hands:
            self._free.put(hand)
        self._threads = ThreadPoolExecutor(len(hands))
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for hand in self._hands:
            hand.end()
        self._threads.shutdown()

    def each(self, work: Callable[[H, Path], T], files: Sequence[Path]) -> Iterator[T]:
        waiting: deque[Future[T]] = deque()
        coming = iter(files)
        for file in coming:
            waiting.append(self._threads.submit(self._do, work, file))
            if len(waiting) >= _AHEAD * len(self._hands):
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())

    def _do(self, work: Callable[[H, Path], T], file: Path) -> T:
        hand = self._free.get()
        try:
            if self._ended:
                raise RuntimeError("the crew has gone home")
            return work(hand, file)
        finally:
            self._free.put(hand)


def _result(future: Future[T]) -> T:
    """Bit by bit, for Windows lets Ctrl+C through only between waits."""
    while not wait([future], _BIT).done:
        pass
    return future.result()
