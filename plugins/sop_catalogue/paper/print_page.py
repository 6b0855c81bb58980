"""The page around what is printed: its head and its bar, over sheets or over a list of documents."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment

from ..pages.render import environment


@cache
def _environment() -> Environment:
    return environment("sop_catalogue.paper")


def print_page(name: str, values: Mapping[str, Any]) -> str:
    """One template filled."""
    return _environment().get_template(name).render(values)
