"""argparse, speaking Indonesian."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

Commands = Any
"""What `add_subparsers` gives; argparse has no public name for it."""

_HEADINGS = (("usage: ", "pemakaian: "), ("positional arguments:", "argumen:"), ("options:", "pilihan:"))
_FAULTS: tuple[tuple[str, str], ...] = (
    (
        r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+?)\)",
        r"\1: '\2' tidak dikenal; pilihannya \3",
    ),
    (r"argument (.+?): expected .*", r"\1 perlu diikuti satu isian"),
    (
        r"argument (.+?): (?:ignored explicit argument|invalid .+? value:) (.+)",
        r"\1: isian \2 tidak dipakai di sini",
    ),
    (r"the following arguments are required: (.+)", r"belum disebut: \1"),
    (r"unrecognized arguments: (.+)", r"tidak dikenal: \1"),
    (r"ambiguous option: (.+?) .*", r"pilihan \1 tidak jelas"),
)


class Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:
        super().__init__(
            **settings,
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def format_help(self) -> str:
        return _in_indonesian(super().format_help())

    def format_usage(self) -> str:
        return _in_indonesian(super().format_usage())

    def error(self, message: str) -> NoReturn:
        for pattern, said in _FAULTS:
            if re.fullmatch(pattern, message, re.DOTALL):
                message = re.sub(pattern, said, message, flags=re.DOTALL)
                break
        self.exit(2, f"{self.prog}: {message}\n{self.format_usage()}")


def _in_indonesian(text: str) -> str:
    for english, indonesian in _HEADINGS:
        text = text.replace(english, indonesian, 1)
    return text
