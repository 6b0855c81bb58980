"""The code that a definition gets where it is written, and that no document says."""

from __future__ import annotations

import re

_NAME = re.compile(r"^nama:.*\n(?: .*\n)*", re.M)
_CODE = re.compile(r"^kode: *([A-Za-z0-9-]+) *(?:#.*)?\n", re.M)


def with_code(text: str, code: str) -> str:
    """Behind its name, as `sop new` has it."""
    name = _NAME.search(text)
    return f"{text[: name.end()]}kode: {code}\n{text[name.end() :]}" if name and code else text


def without_code(text: str) -> str:
    return _CODE.sub("", text, count=1)


def code_in(text: str) -> str:
    found = _CODE.search(text)
    return found[1] if found else ""
