"""How a command ends."""

from __future__ import annotations

OK, FINDINGS, USAGE = 0, 1, 2


class RefusedError(Exception):
    """The command cannot do what was asked; the text tells its user why, and what to do."""
