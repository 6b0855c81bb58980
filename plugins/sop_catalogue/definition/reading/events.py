"""Which reader of YAML gives the events: libyaml, or where it is missing PyYAML's own, taught to read as libyaml does."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken

_BLANK = "\0 \t\r\n\x85\u2028\u2029"


class PlainLoader(yaml.SafeLoader):
    """In brackets a text may hold a question mark, tabs part words as spaces do, and `{Ya:}` is no value left out.

    https://github.com/yaml/libyaml/blob/0.2.5/src/scanner.c#L3403
    """

    def scan_to_next_token(self) -> None:
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain(self) -> ScalarToken:
        chunks: list[str] = []
        spaces: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#":
            length = 0
            while not self._ends_plain(length, start):
                length += 1
            if not length:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _ends_plain(self, at: int, start: Any) -> bool:
        sign = self.peek(at)
        if sign != ":":
            return sign in _BLANK or bool(self.flow_level and sign in ",[]{}")
        after = self.peek(at + 1)
        if self.flow_level and after in ",?[]{}":
            self.forward(at)
            raise ScannerError(
                "while scanning a plain scalar", start, "found unexpected ':'", self.get_mark()
            )
        return after in _BLANK

    def scan_plain_spaces(self, indent: int, start: Any) -> Any:
        length = 0
        while self.peek(length) in " \t":
            length += 1
        spaces = self.prefix(length)
        if "\t" not in spaces:
            return super().scan_plain_spaces(indent, start)
        self.forward(length)
        return super().scan_plain_spaces(indent, start) or [spaces]


LOADER: Any = getattr(yaml, "CSafeLoader", PlainLoader)
