"""The health of the catalogue, unit by unit: every snag of the web with its file and line, what SOPs do not say of
themselves, and the SOPs still to be written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ...definition.fields import says_something
from ...definition.findings import Finding, Loc, Severity, field_name
from ...definition.markup import plain
from ...definition.reading.acknowledge import Known, noted
from ...definition.reading.lines import Lines, line_of, lines_of
from ..gaps import Gap, gaps_of
from ..model import Catalogue, Mention, PemdaEntry, Reference, Snag, SopEntry, UnitEntry
from .kinds import SnagKind, Verdict
from .snags import cell_loc
from .titles import NAME_OF_SOP, title_key
from .wording import SNAGS


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One snag, and where it is written."""

    sop: SopEntry
    snag: Snag
    line: int
    known: str
    """Why its author lets it be; empty when nothing is said."""

    @property
    def finding(self) -> Finding:
        fault = self.snag.fault
        finding = Finding(
            fault.severity, fault.code, fault.message, self.sop.path, self.line, 1,
            field_name(fault.loc), fault.value, fault.expected, fault.remedy,
        )  # fmt: skip
        return noted(finding, self.known) if self.known else finding


@dataclass(frozen=True, slots=True)
class Unwritten:
    """An SOP that others name and nobody has written."""

    title: str
    pemda: PemdaEntry
    named_by: tuple[SopEntry, ...]


class UnitHealth:
    """One unit's snags and gaps; their lines are looked up when they are asked for."""

    def __init__(self, unit: UnitEntry) -> None:
        self.unit = unit
        self.counts: Counter[SnagKind] = Counter(
            snag.kind for sop in unit.sops for snag, reason in _judged(sop) if not reason
        )
        """Of each kind, without those that are known and let be."""
        found = {sop: gaps_of(sop) for sop in unit.sops}
        self.gaps = {sop: gaps for sop, gaps in found.items() if gaps}
        """What its SOPs do not say of themselves."""
        self.left = {sop: sop.signing for sop in unit.sops if sop.signing and sop.signing.left}
        """Those whose signer is no longer in office."""

    @property
    def gap_counts(self) -> Counter[Gap]:
        return Counter(gap for gaps in self.gaps.values() for gap in gaps)

    def lines(self) -> Iterator[HealthLine]:
        """In the order of the SOPs and of what stands in them."""
        for sop in self.unit.sops:
            yield from lines_in(sop)


@dataclass(frozen=True)
class Health:
    units: list[UnitHealth]
    unwritten: list[Unwritten]
    """Those that most SOPs name first."""

    @cached_property
    def counts(self) -> Counter[SnagKind]:
        return sum((unit.counts for unit in self.units), Counter())

    @cached_property
    def gap_counts(self) -> Counter[Gap]:
        return sum((unit.gap_counts for unit in self.units), Counter())


@lru_cache(maxsize=1)
def health_of(catalogue: Catalogue) -> Health:
    """Of the catalogue as it was built."""
    return Health([UnitHealth(unit) for unit in catalogue.units], _unwritten(catalogue.sops))


def lines_in(sop: SopEntry) -> list[HealthLine]:
    if not sop.snags:
        return []
    lines: Lines = lines_of(sop.source, (snag.fault.loc for snag in sop.snags))
    found = [HealthLine(sop, snag, line_of(lines, snag.fault.loc), reason) for snag, reason in _judged(sop)]
    return sorted(found, key=lambda item: item.line)


def _judged(sop: SopEntry) -> Iterator[tuple[Snag, str]]:
    """Its snags, and why its author lets each be."""
    known = Known(sop.sop) if sop.snags else None
    return ((snag, known.reason(snag.fault.code, snag.fault.loc)) for snag in sop.snags if known)


def advice(sop: SopEntry, kinds: Collection[SnagKind]) -> list[Finding]:
    """What of these kinds the check advises."""
    if not any(snag.kind in kinds for snag in sop.snags):
        return []
    lines = (item for item in lines_in(sop) if item.snag.kind in kinds)
    return [item.finding for item in lines if item.snag.fault.severity is Severity.ADVICE]


def _unwritten(sops: Iterable[SopEntry]) -> list[Unwritten]:
    titles: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    named_by: dict[tuple[str, str], dict[SopEntry, None]] = defaultdict(dict)
    for sop in sops:
        for text in _missing(sop):
            key = (sop.unit.pemda.id, title_key(text))
            titles[key][_title(text)] += 1
            named_by[key][sop] = None
    found = [
        Unwritten(
            min(titles[key], key=lambda title: (-titles[key][title], title)),
            next(iter(by)).unit.pemda,
            tuple(by),
        )
        for key, by in named_by.items()
    ]
    return sorted(found, key=lambda item: (-len(item.named_by), item.pemda.id, title_key(item.title)))


def _missing(sop: SopEntry) -> list[str]:
    """The wordings of `sop` that name an SOP which is not there."""
    if not sop.in_force:
        return []
    named: list[tuple[Reference | Mention, Loc]] = [
        (reference, ("keterkaitan", i)) for i, reference in enumerate(sop.references)
    ]
    named += [(mention, cell_loc(sop, mention)) for mention in sop.mentions]
    missing = [(item.text, loc) for item, loc in named if item.verdict is Verdict.MISSING]
    known, code = Known(sop.sop if missing else None), SNAGS[SnagKind.MISSING].code
    return [text for text, loc in missing if says_something(text) and not known.reason(code, loc)]


def _title(text: str) -> str:
    """The wording as a title: without "SOP" before and punctuation after it."""
    bare = plain(text).strip(" ;,.:")
    lead = NAME_OF_SOP.match(bare)
    title = (bare[lead.end() :] if lead else "") or bare
    return title[:1].upper() + title[1:]
