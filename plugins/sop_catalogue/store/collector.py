"""Python's collector of garbage, held back where very many values are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back() -> Iterator[None]:
    """It would look through the growing catalogue again and again, and find nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def set_aside() -> None:
    """What has been made stays until `taken_back`: nobody need look through it."""
    gc.freeze()


def taken_back() -> None:
    gc.unfreeze()
