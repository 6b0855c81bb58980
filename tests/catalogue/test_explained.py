"""Every finding of the catalogue has its row in the authoring guide."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import sop_catalogue.catalogue as catalogue
from sop_catalogue.catalogue.policy.levels import SETTABLE

GUIDE = Path(__file__).parents[2] / "plugins" / "sop_catalogue" / "panduan" / "pesan.md"
_CODE = re.compile(r"[a-z]+(-[a-z]+)*$")


def _codes() -> set[str]:
    """The word after the place, in every finding that the floor's source makes."""
    found = set()
    for path in Path(catalogue.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("Fault", "Finding", "fault", "_fault", "finding") and len(node.args) > 1:
                code = node.args[1]
                if isinstance(code, ast.Constant) and isinstance(code.value, str) and _CODE.match(code.value):
                    found.add(code.value)
    return found


def test_every_code_is_explained() -> None:
    explained = set(re.findall(r"`([a-z-]+)`", GUIDE.read_text("utf-8")))
    codes = _codes()
    assert len(codes) > 10
    assert codes | set(SETTABLE) <= explained
