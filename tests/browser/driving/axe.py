"""What axe-core finds wrong with a page as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.driving.reader import AnyPage

RUN = """async options => {
  const found = await axe.run(document, {resultTypes: ['violations'], preload: false, ...options});
  return found.violations.flatMap(fault => fault.nodes.map(node =>
    `${fault.id}: ${node.html.slice(0, 120)} (${[...node.any, ...node.all, ...node.none].map(c => c.message).join('; ')})`));
}"""


def faults(page: AnyPage, rules: Sequence[str] = ()) -> list[str]:
    """Every rule that is not experimental, best practices included; or only some of them."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"() => {{ {AXE_SCRIPT} }}")
    options: dict[str, Any] = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    found: list[str] = page.evaluate(RUN, options)
    return found
