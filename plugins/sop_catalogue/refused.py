"""What ends a command or a build without a traceback."""

from __future__ import annotations


class RefusedError(Exception):
    """What was asked cannot be done; the text tells its user why, and what to do."""
