"""What is wrong with the web of SOPs, seen from each of them: torn threads, loose ends, knots.

Only what can be read two ways, and what cannot be true, is a finding; the rest is advice, told by the health report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...definition.fields import says_something
from ...definition.findings import Fault, Loc, Severity, shown
from ...definition.markup import plain
from ..model import Mention, Reference, Snag, SnagKind, SopEntry, Verdict
from .titles import number_key, title_key

_EXPECTED = "id, nomor, atau judul SOP di katalog ini"
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
        if item.sop and reference.target is None:
            continue  # an id that is wrong is a finding of its own
        loc: Loc = ("keterkaitan", i)
        if reference.target and reference.target not in told:
            told.add(reference.target)
            yield from _tied(sop, reference, reference.target, loc)
        elif not reference.target and says_something(reference.text):
            yield from _loose(reference, loc, Severity.WARNING)


def _mentions(sop: SopEntry) -> Iterator[Snag]:
    for mention in sop.mentions:
        yield from _loose(mention, cell_loc(sop, mention), Severity.ADVICE)


def _loose(named: Reference | Mention, loc: Loc, doubt: Severity) -> Iterator[Snag]:
    """A wording that is tied to no SOP. The words of a step are its document's, and cannot be made clearer."""
    text, maybe = named.text, named.maybe
    ids = ", ".join(f"'{sop.id}'" for sop in maybe[:5])
    if named.verdict is Verdict.MISSING:
        yield Snag(SnagKind.MISSING, Fault(
            loc, "sop-belum-ada", "SOP yang disebut ini belum ada di katalog", shown(text), severity=Severity.ADVICE,
            remedy=_UNWRITTEN if isinstance(named, Reference) else _UNWRITTEN_IN_A_STEP), text)  # fmt: skip
    elif named.verdict is Verdict.NEAR:
        titles = " atau ".join(f"“{plain(sop.name)}”" for sop in maybe)
        yield Snag(SnagKind.NEAR, Fault(
            loc, "sop-mirip", "tidak ada SOP yang persis bernama begini", shown(text), _EXPECTED,
            f"Mungkin maksudnya {titles}. {how_to_say(maybe[0], isinstance(named, Mention))}", doubt), text, maybe)  # fmt: skip
    elif named.verdict is Verdict.AMBIGUOUS:
        yield Snag(SnagKind.AMBIGUOUS, Fault(
            loc, "sop-ganda", f"ada {len(maybe)} SOP yang bernama begini di katalog", shown(text), _EXPECTED,
            f"tulis id salah satunya di 'sop:': {ids}", doubt), text, maybe)  # fmt: skip


def how_to_say(likely: SopEntry, in_step: bool) -> str:
    """What to write so that a near name is no longer only near."""
    return f"Bila benar, tulis {'di keterkaitan ' if in_step else ''}{{teks: …, sop: {likely.id}}}"


def _tied(sop: SopEntry, reference: Reference, target: SopEntry, loc: Loc) -> Iterator[Snag]:
    text, others, advice = reference.text, (target,), Severity.ADVICE
    if target is sop:
        yield Snag(SnagKind.SELF, Fault(
            loc, "merujuk-diri", "butir ini menyebut SOP ini sendiri", shown(text), "SOP lain",
            "sebut SOP yang dimaksud, atau hapus butirnya", advice), text)  # fmt: skip
    elif not target.in_force and target not in sop.replaces:
        successor = target.replaced_by
        remedy = (
            f"sebut penggantinya, '{successor.id}'" if successor else "periksa apakah masih perlu disebut"
        )
        yield Snag(SnagKind.OUTDATED, Fault(
            loc, "sop-usang", f"SOP yang dirujuk sudah {target.sop.keadaan}", shown(text), "SOP yang berlaku",
            remedy, advice), text, others)  # fmt: skip
    elif target.in_force and sop not in target.tied_to:
        yield Snag(SnagKind.ONE_WAY, Fault(
            loc, "satu-arah", "SOP yang dirujuk tidak merujuk balik", shown(text), "keterkaitan dari kedua sisi",
            f"bila memang saling terkait, sebut SOP ini di keterkaitan '{target.id}'", advice), text, others)  # fmt: skip


def _orphan(sop: SopEntry) -> Iterator[Snag]:
    if not (sop.tied_to - {sop} or sop.cited_by or sop.mentioned_by):
        yield Snag(SnagKind.ORPHAN, Fault(
            ("keterkaitan",) if sop.sop.keterkaitan else ("nama",), "menyendiri", "tidak ada tautan dari atau ke SOP lain",
            expected="sedikitnya satu SOP terkait", remedy="sebut SOP yang mendahului atau melanjutkannya di keterkaitan",
            severity=Severity.ADVICE))  # fmt: skip


def _cycle(sop: SopEntry) -> Iterator[Snag]:
    way = {sop: None}
    following = sop.replaced_by
    while following and following not in way:
        way[following] = None
        following = following.replaced_by
    if following is sop:
        circle = " → ".join(f"'{step.id}'" for step in (*way, sop))
        yield Snag(SnagKind.CYCLE, Fault(
            ("diganti_oleh",), "pengganti-berputar", f"penggantian ini berputar: {circle}", sop.sop.diganti_oleh or "",
            "SOP yang lebih baru", "hapus 'diganti_oleh' dari SOP yang berlaku"),
            others=tuple(way)[1:])  # fmt: skip


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
            yield Snag(SnagKind.SAME_TITLE, Fault(
                ("judul",) if sop.sop.judul else ("nama",), "judul-kembar", f"{_told(others)} bernama sama di unit ini", shown(sop.name),
                remedy="bedakan dengan 'judul', hapus salinannya, atau beri status 'diganti'",
                severity=Severity.ADVICE), others=others)  # fmt: skip
        key = _numbered(sop)
        if key and (others := _without(self._numbers[key], sop)):
            yield Snag(SnagKind.SAME_NUMBER, Fault(
                ("nomor",), "nomor-kembar", f"{_told(others)} bernomor sama", shown(sop.sop.nomor), "nomor yang dipakai satu SOP",
                "betulkan nomornya menurut dokumen", Severity.ADVICE), others=others)  # fmt: skip


def _numbered(sop: SopEntry) -> object:
    """A number with an office's letters is one of the pemda; bare figures are counted by each unit."""
    number = number_key(sop.sop.nomor or "")
    has_letters = any(c.isalpha() for c in number)
    return (sop.unit.pemda if has_letters else sop.unit, number) if number else None


def _without(sops: Iterable[SopEntry], sop: SopEntry) -> tuple[SopEntry, ...]:
    return tuple(other for other in sops if other is not sop)


def _told(others: tuple[SopEntry, ...]) -> str:
    more = f" dan {len(others) - 1} SOP lain" if len(others) > 1 else ""
    return f"'{others[0].id}'{more}"
