"""Which version of this program is installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str:
    """Empty where it runs from its sources."""
    try:
        return version("sop-catalogue")
    except PackageNotFoundError:
        return ""
