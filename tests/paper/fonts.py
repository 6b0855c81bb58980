"""The widths of the shipped letters, read from the fonts. `python -m tests.paper.fonts` writes the table anew."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

from sop_catalogue.chart import letters

FONTS = Path(letters.__file__).parents[1] / "theme" / "assets" / "fonts"
WEIGHTS = {"400": "normal", "700": "bold"}


def advances(weight: str, style: str = "normal") -> dict[str, int]:
    """Each character the browser would take from these files, with its width in units of the font."""
    found: dict[str, int] = {}
    for part in ("latin-ext", "latin"):  # where both hold a letter, the last rule of the style sheet wins
        font = TTFont(FONTS / f"arimo-{part}-{weight}-{style}.woff2")
        assert font["head"].unitsPerEm == letters.UNITS
        widths = font["hmtx"].metrics
        found |= {chr(code): widths[name][0] for code, name in font.getBestCmap().items() if code >= 32}
    return found


def table() -> str:
    """By width, the characters that have it: short, and easy to compare."""
    out: dict[str, dict[str, str]] = {}
    for weight, name in WEIGHTS.items():
        by_width: dict[int, list[str]] = defaultdict(list)
        for char, width in sorted(advances(weight).items()):
            by_width[width].append(char)
        out[name] = {str(width): "".join(by_width[width]) for width in sorted(by_width)}
    return json.dumps(out, ensure_ascii=True, indent=1) + "\n"


if __name__ == "__main__":
    letters.TABLE.write_text(table(), "utf-8")
