"""What is wrong with the web of SOPs, seen from each of them: torn threads, loose ends, knots.

Only what can be read two ways, and what cannot be true, is a finding; the rest is advice, told by the health report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...definition.fields import says_something
from ...definition.findings import Fault, Loc, Severity, shown
from ...definition.markup import plain
from ..model import Mention, Reference, Snag, SopEntry
from .kinds import SnagKind, Verdict
from .titles import number_key, title_key
from .wording import SNAGS

_UNWRITTEN = (
    "tulis SOP itu; bila namanya lain di katalog, tambahkan 'sop: …'; bila bukan SOP katalog ini, 'luar: ya'"
)
_UNWRITTEN_IN_A_STEP = "tulis SOP itu; bila namanya lain di katalog, tulis di keterkaitan {teks: …, sop: …}"


def snags_of(sops: Iterable[SopEntry]) -> Iterator[tuple[SopEntry, Snag]]:
    """Every snag of every SOP, once all their threads are tied."""
    sops = list(sops)
    twins = _Twins(sops)
    for sop in sops:
        found = [*_cycle(sop)]
        if sop.in_force:  # nobody mends what is no longer in force
            found += [*_references(sop), *_mentions(sop), *_orphan(sop), *twins.of(sop)]
        yield from ((sop, snag) for snag in found)


def cell_loc(sop: SopEntry, mention: Mention) -> Loc:
    """Where the cell is written that holds `mention`."""
    base: Loc = ("bagan", mention.chart, "langkah") if sop.sop.bagan else ("langkah",)
    return (*base, mention.row, mention.column)


def _references(sop: SopEntry) -> Iterator[Snag]:
    told: set[SopEntry] = set()
    for i, (reference, item) in enumerate(zip(sop.references, sop.sop.keterkaitan, strict=True)):
        if item.sop and not reference.targets:
            continue  # an id that is wrong is a finding of its own
        loc: Loc = ("keterkaitan", i)
        for target in reference.targets:
            if target not in told:
                told.add(target)
                yield from _tied(sop, reference, target, loc)
        if not reference.targets and says_something(reference.text):
            yield from _loose(reference, loc, Severity.WARNING)


def _mentions(sop: SopEntry) -> Iterator[Snag]:
    for mention in sop.mentions:
        yield from _loose(mention, cell_loc(sop, mention), Severity.ADVICE)


def _loose(named: Reference | Mention, loc: Loc, doubt: Severity) -> Iterator[Snag]:
    """A wording that is tied to no SOP. The words of a step are its document's, and cannot be made clearer."""
    text, maybe, in_step = named.text, named.maybe, isinstance(named, Mention)
    if named.verdict is Verdict.MISSING:
        remedy = _UNWRITTEN_IN_A_STEP if in_step else _UNWRITTEN
        yield _snag(SnagKind.MISSING, loc, shown(text), remedy, text)
    elif named.verdict is Verdict.NEAR:
        titles = " atau ".join(f"“{plain(sop.name)}”" for sop in maybe)
        remedy = f"Mungkin maksudnya {titles}. {how_to_say(maybe[0], in_step)}"
        yield _snag(SnagKind.NEAR, loc, shown(text), remedy, text, maybe, doubt)
    elif named.verdict is Verdict.AMBIGUOUS:
        ids = ", ".join(f"'{sop.id}'" for sop in maybe[:5])
        remedy = f"tulis id salah satunya di 'sop:': {ids}"
        yield _snag(SnagKind.AMBIGUOUS, loc, shown(text), remedy, text, maybe, doubt, count=len(maybe))


def how_to_say(likely: SopEntry, in_step: bool) -> str:
    """What to write so that a near name is no longer only near."""
    return f"Bila benar, tulis {'di keterkaitan ' if in_step else ''}{{teks: …, sop: {likely.id}}}"


def _tied(sop: SopEntry, reference: Reference, target: SopEntry, loc: Loc) -> Iterator[Snag]:
    text, value, others = reference.text, shown(reference.text), (target,)
    if target is sop:
        remedy = "sebut SOP yang dimaksud, atau hapus butirnya"
        yield _snag(SnagKind.SELF, loc, value, remedy, text)
    elif not target.in_force and target not in sop.replaces:
        successor = target.replaced_by
        keadaan = f"{'' if target.status_inferred else 'sudah '}{target.status_said}"
        remedy = (
            f"sebut penggantinya, '{successor.id}'" if successor else "periksa apakah masih perlu disebut"
        )
        yield _snag(SnagKind.OUTDATED, loc, value, remedy, text, others, keadaan=keadaan)
    elif target.in_force and sop not in target.tied_to:
        remedy = f"bila memang saling terkait, sebut SOP ini di keterkaitan '{target.id}'"
        yield _snag(SnagKind.ONE_WAY, loc, value, remedy, text, others)


def _orphan(sop: SopEntry) -> Iterator[Snag]:
    if not (sop.tied_to - {sop} or sop.cited_by or sop.mentioned_by):
        loc = ("keterkaitan",) if sop.sop.keterkaitan else ("nama",)
        remedy = "sebut SOP yang mendahului atau melanjutkannya di keterkaitan"
        yield _snag(SnagKind.ORPHAN, loc, "", remedy)


def _cycle(sop: SopEntry) -> Iterator[Snag]:
    way = {sop: None}
    following = sop.replaced_by
    while following and following not in way:
        way[following] = None
        following = following.replaced_by
    if following is sop:
        circle = " → ".join(f"'{step.id}'" for step in (*way, sop))
        yield _snag(
            SnagKind.CYCLE,
            ("diganti_oleh",),
            sop.sop.diganti_oleh or "",
            "hapus 'diganti_oleh' dari SOP yang berlaku",
            others=tuple(way)[1:],
            severity=Severity.ERROR,
            circle=circle,
        )


def _snag(
    kind: SnagKind,
    loc: Loc,
    value: str,
    remedy: str,
    text: str = "",
    others: tuple[SopEntry, ...] = (),
    severity: Severity = Severity.ADVICE,
    **said: object,
) -> Snag:
    """In the words of the table, with what they leave open."""
    wording = SNAGS[kind]
    message = (wording.finding or wording.meaning).format(**said)
    fault = Fault(loc, wording.code, message, value, wording.expected, remedy, severity)
    return Snag(kind, fault, text, others)


class _Twins:
    """SOPs in force of one title in one unit, and of one number where numbers tell SOPs apart."""

    def __init__(self, sops: Iterable[SopEntry]) -> None:
        self._titles: dict[object, list[SopEntry]] = defaultdict(list)
        self._numbers: dict[object, list[SopEntry]] = defaultdict(list)
        for sop in sops:
            if sop.in_force:
                self._titles[sop.unit, title_key(sop.name)].append(sop)
                if key := _numbered(sop):
                    self._numbers[key].append(sop)

    def of(self, sop: SopEntry) -> Iterator[Snag]:
        if others := _without(self._titles[sop.unit, title_key(sop.name)], sop):
            loc = ("judul",) if sop.sop.judul else ("nama",)
            remedy = "bedakan dengan 'judul', hapus salinannya, atau beri status 'diganti'"
            yield _twin(SnagKind.SAME_TITLE, loc, sop.name, remedy, others)
        key = _numbered(sop)
        if key and (others := _without(self._numbers[key], sop)):
            remedy = "betulkan nomornya menurut dokumen"
            yield _twin(SnagKind.SAME_NUMBER, ("nomor",), sop.sop.nomor or "", remedy, others)


def _numbered(sop: SopEntry) -> object:
    """A number with an office's letters is one of the pemda; bare figures are counted by each unit."""
    number = number_key(sop.sop.nomor or "")
    has_letters = any(c.isalpha() for c in number)
    return (sop.unit.pemda if has_letters else sop.unit, number) if number else None


def _without(sops: Iterable[SopEntry], sop: SopEntry) -> tuple[SopEntry, ...]:
    return tuple(other for other in sops if other is not sop)


def _twin(kind: SnagKind, loc: Loc, value: str, remedy: str, others: tuple[SopEntry, ...]) -> Snag:
    more = f" dan {len(others) - 1} SOP lain" if len(others) > 1 else ""
    return _snag(kind, loc, shown(value), remedy, others=others, twins=f"'{others[0].id}'{more}")
