"""The first page of a report: every file, what is proposed for the registers, and the frame in which SOPs are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...pages.render import render
from .folder import PROPOSED, page
from .proposed import Proposals
from .sop_page import POLICY, TONES, Look
from .writer import Became, Placed, State

_ROLES = "Pelaksana yang belum ada di daftar peran. Yang ejaannya mirip sudah dikumpulkan; periksa, lalu tempel ke peran.yml."
_LAWS = (
    "Peraturan yang belum ada di daftar peraturan. Periksa, lengkapi statusnya, lalu tempel ke peraturan.yml."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file."""

    name: str
    """As the user calls it."""
    document: str
    """Its folder in the report."""
    seconds: float
    placed: tuple[Placed, ...] = ()
    failure: str = ""

    @property
    def state(self) -> State:
        if self.failure:
            return State.FAILED
        ready = all(one.state is State.READY for one in self.placed)
        return State.READY if ready else State.TO_SEE


@dataclass(frozen=True, slots=True)
class _Sop:
    id: str
    name: str
    page: str
    state: State
    note: str


def told(outcomes: Sequence[Outcome]) -> Counter[State]:
    """SOPs of each state, and documents in which there is none."""
    found = Counter(one.state for outcome in outcomes for one in outcome.placed)
    found[State.FAILED] += sum(bool(outcome.failure) for outcome in outcomes)
    return found


def summary(outcomes: Sequence[Outcome]) -> str:
    counts = told(outcomes)
    return ", ".join(f"{counts[state]} {state}" for state in State) + "."


def overview(outcomes: Sequence[Outcome], proposals: Proposals, look: Look, *, stopped: bool) -> str:
    values = {
        "policy": POLICY,
        "styles": look.styles,
        "scripts": look.scripts,
        "summary": summary(outcomes),
        "stopped": stopped,
        "files": [_file(outcome) for outcome in outcomes],
        "proposed": list(_proposed(proposals)),
        "copies": proposals.copies,
    }
    return render("laporan.html", values, __package__)


def note(placed: Placed) -> str:
    """Why it is to be seen, in few words."""
    said = []
    if placed.became is Became.CHANGED:
        said.append(Became.CHANGED.value)
    if placed.sop.faults:
        said.append(f"galat: {placed.sop.faults[0]}")
    if not placed.sop.symbols:
        said.append("tanpa simbol")
    if placed.sop.doubts:
        said.append(f"{len(placed.sop.doubts)} perlu diperiksa")
    return "; ".join(said)


def _file(outcome: Outcome) -> dict[str, object]:
    sops = [one.sop for one in outcome.placed]
    return {
        "name": outcome.name,
        "sops": [_sop(outcome, k, one) for k, one in enumerate(outcome.placed, 1)],
        "symbols": sum(sop.symbols for sop in sops),
        "arrows": sum(sop.arrows for sop in sops),
        "doubts": sum(len(sop.doubts) for sop in sops),
        "seconds": f"{outcome.seconds:.1f}".replace(".", ","),
        "why": outcome.failure,
        "state": outcome.state,
        "tone": TONES[outcome.state],
    }


def _sop(outcome: Outcome, number: int, placed: Placed) -> _Sop:
    id_ = f"{outcome.document}-{number}"
    return _Sop(id_, placed.sop.name, page(outcome.document, number), placed.state, note(placed))


def _proposed(proposals: Proposals) -> Iterator[tuple[str, str, str, str]]:
    if text := proposals.roles_text:
        yield "Usulan untuk daftar peran", _ROLES, f"{PROPOSED}/peran.yml", text
    if text := proposals.laws_text:
        yield "Usulan untuk daftar peraturan", _LAWS, f"{PROPOSED}/peraturan.yml", text
