"""Arrows between the symbols of a page, and lines that lead nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from ..primitives import Point


@dataclass(slots=True)
class Way:
    """An arrow between two symbols of a page, and where it runs."""

    source: int
    target: int
    points: tuple[Point, ...]
    plain: bool = False
    two_way: bool = False
    doubt: str = ""


@dataclass(slots=True)
class Lost:
    """A line of which an end is not known."""

    point: Point
    """Of the end that touches nothing."""
    about: str
    """What is wrong with it."""
    source: int | None = None
    """The symbol that it leaves, or"""
    target: int | None = None
    """the one that it enters."""


@dataclass(slots=True)
class Traced:
    ways: list[Way]
    lost: list[Lost]
