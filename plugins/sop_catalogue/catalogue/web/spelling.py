"""Words a slip away from others: found by rapidfuzz, or where that is missing by hand, with the same answers."""

from __future__ import annotations

try:
    from .spelling_rapid import likest, slips
except ImportError:
    from .spelling_plain import likest, slips

__all__ = ["likest", "slips"]
