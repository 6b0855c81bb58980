"""Plain values as YAML again, in words that are read as the same values."""

from __future__ import annotations

from typing import Any

import yaml


def written(value: Any) -> bytes:
    return yaml.safe_dump(_copied(value), allow_unicode=True, sort_keys=False, width=120).encode()


def _copied(value: Any) -> Any:
    """What stands twice would become an alias, which no definition may have."""
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value
