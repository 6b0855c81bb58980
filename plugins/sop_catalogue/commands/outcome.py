"""How a command ends."""

from __future__ import annotations

OK, FINDINGS, USAGE = 0, 1, 2
