"""What of the flows of an SOP was concluded, in words: one sentence for its page, its sheets and its charts' files."""

from __future__ import annotations

from collections.abc import Sequence

from ..tafsiran import CALLED, SIGN, UNSUR, Unsur
from .model import Flow


def inferred_said(flows: Sequence[Flow]) -> str:
    """Names every step that bears a mark; empty where nothing does."""
    parts = [part for part in UNSUR if any(part in flow.inferred.parts for flow in flows)]
    said = "; ".join(f"{CALLED[part]} pada {_steps(part, flows)}" for part in parts)
    return f"{SIGN} Disimpulkan, karena tidak tergambar di dokumen asal: {said}." if said else ""


def _steps(part: Unsur, flows: Sequence[Flow]) -> str:
    if all(_everywhere(part, flow) for flow in flows):
        return "semua langkah"
    found = []
    for number, flow in enumerate(flows, 1):
        rows = [row.briefly for row in flow.rows if part in flow.inferred.at(row.index)]
        if rows:
            steps = "semua langkah" if _everywhere(part, flow) else f"langkah {', '.join(rows)}"
            found.append(f"{steps} bagan {number}" if len(flows) > 1 else steps)
    return " dan ".join(found)


def _everywhere(part: Unsur, flow: Flow) -> bool:
    told = sum(part in flow.inferred.at(row.index) for row in flow.rows)
    return part in flow.inferred.everywhere or told == len(flow.rows) > 1
