"""`python run.py house`: draws the house anew, after a change of its rooms."""

from __future__ import annotations

from tests.house.picture import FILE, svg

FILE.write_text(svg(), "utf-8", newline="\n")
print(f"{FILE.name} digambar ulang")
