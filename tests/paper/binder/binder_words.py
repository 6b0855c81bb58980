"""What stands in a binder, read from its sheets."""

from __future__ import annotations

import re
from html import unescape

from sop_catalogue.paper.binder.binder import Binder
from sop_catalogue.paper.values import PrintedSop


def parts(binder: Binder) -> dict[str, PrintedSop]:
    return {part.id: part for part in binder.parts}


def words(part: PrintedSop) -> str:
    return unescape(
        " ".join(re.sub(r"<[^>]*>", " ", "".join(sheet.printed for sheet in part.sheets)).split())
    )


def rows(part: PrintedSop) -> list[list[str]]:
    """Of its tables, cell by cell; the repeated heads left out."""
    html = "".join(sheet.printed for sheet in part.sheets)
    found = re.findall(r"<tr[^>]*>(.*?)</tr>", html, re.DOTALL)
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in found]
    return [
        [unescape(" ".join(re.sub(r"<[^>]*>", " ", cell).split())) for cell in row] for row in cells if row
    ]
