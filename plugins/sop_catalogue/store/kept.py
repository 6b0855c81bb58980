"""What is kept from one run to the next, by place and key. Here nothing is; `kept_files` keeps it in a folder."""

from __future__ import annotations

from typing import Any


class Kept:
    """Finds nothing again, for whoever has no place to keep things in.

    A place is a path below the store; a key, in hexadecimal digits, stands for all that the thing was made from.
    """

    def value(self, place: str, key: str) -> Any:
        """What was kept there under the same key, in the types of JSON; None where there is no such thing."""

    def keep(self, place: str, key: str, value: object) -> None:
        """Write down what can be made again. A place that cannot be written is no reason to fail."""

    def data(self, place: str, key: str) -> bytes | None:
        """As `value`, for what is no JSON."""

    def keep_data(self, place: str, key: str, data: bytes) -> None:
        """As `keep`, for what is no JSON."""

    def mark_used(self, place: str) -> None:
        """For what is needed by something else that was found; whatever is found is marked by itself."""

    def sweep(self) -> None:
        """Let go of what nobody uses any more, once all that is needed has been used."""


NOTHING = Kept()
