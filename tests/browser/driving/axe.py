"""What axe-core finds wrong with a page as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.driving.reader import AnyPage

# Whole paths to what is wrong are asked for by nobody, and take their time.
RUN = """async options => {
  const found = await axe.run(document, {resultTypes: ['violations'], preload: false, selectors: false, ...options});
  return found.violations.flatMap(fault => fault.nodes.map(node =>
    `${fault.id}: ${node.html.slice(0, 120)} (${[...node.any, ...node.all, ...node.none].map(c => c.message).join('; ')})`));
}"""


def faults(page: AnyPage, *, only: Sequence[str] = (), without: Sequence[str] = ()) -> list[str]:
    """Every rule that is not experimental, best practices included; only some of them, or all but some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"() => {{ {AXE_SCRIPT} }}")
    options: dict[str, Any] = {"rules": {rule: {"enabled": False} for rule in without}}
    if only:
        options = {"runOnly": {"type": "rule", "values": list(only)}}
    found: list[str] = page.evaluate(RUN, options)
    return found
