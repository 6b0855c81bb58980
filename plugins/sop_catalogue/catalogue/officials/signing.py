"""Who ratified an SOP: as it says itself, or as the register knows for the office that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ...definition.daftar import Pejabat
from ...definition.findings import Fault, Finding, Severity, did_you_mean, shown
from ...definition.identitas import TanggalSop
from ...definition.pejabat import DaftarPejabat
from ...definition.reading.reader import Definition
from ...definition.sop import Sop
from ...definition.tanggal import Day, Tanggal, first_day, last_day
from ...store.digest import digest
from ..files import Found, Scope
from .people import same_person
from .register import OfficeRegister, Term, office_key, office_register

_AT: tuple[str, ...] = ("disahkan_oleh",)
_NEAR = 0.85
"""How much alike the names of one office are, misspelled."""


@dataclass(frozen=True, slots=True)
class Signing:
    person: Pejabat
    registered: bool = False
    """The register's word: the SOP names the office alone."""
    left: bool = False
    """Whether the signer is no longer in that office today."""
    until: str = ""
    """Since when, where the register knows."""
    successor: Pejabat | None = None
    """Who holds it today."""


Told = tuple[Signing | None, tuple[Fault, ...]]


class Officials:
    """All registers, those of a unit before those of its pemda."""

    def __init__(self, today: date | None = None) -> None:
        self._today: Day | None = (today.year, today.month, today.day) if today else None
        self._registers: dict[Scope, OfficeRegister] = {}
        self._marks: dict[Scope, str] = {}
        self.findings: list[Finding] = []

    def take_in(self, item: Found, definition: Definition[DaftarPejabat]) -> None:
        self.findings += definition.findings
        if not definition.model:
            self._registers[item.scope] = OfficeRegister(whole=False)
            return
        self._registers[item.scope], faults = office_register(definition.model)
        self.findings += map(definition.finding, faults)

    def mark(self, scope: Scope) -> str:
        """Of all that may be said there of who signed, for keys."""
        if scope not in self._marks:
            self._marks[scope] = digest(*(self._registers.get(scope[:depth]) for depth in (2, 1)))
        return self._marks[scope]

    def signing(self, sop: Sop, scope: Scope) -> Told:
        """Who ratified it, and what is odd about that."""
        person = sop.disahkan_oleh
        if not person or not (person.jabatan or person.nama):
            return None, ()
        above = [found for depth in (2, 1) if (found := self._registers.get(scope[:depth]))]
        office = office_key(person.jabatan or "")
        terms = next((found.terms[office] for found in above if office in found.terms), [])
        if not person.nama:
            return self._found(sop, person, terms, above)
        return self._compared(sop, person, terms)

    def _found(self, sop: Sop, person: Pejabat, terms: list[Term], above: list[OfficeRegister]) -> Told:
        office = person.jabatan or ""
        if not terms:
            known = {name for found in above for name in found.offices.values()}
            remedy = did_you_mean(office, known, otherwise="-", cutoff=_NEAR) if known else "-"
            if remedy == "-" or not all(found.whole for found in above):
                return Signing(person), ()
            return Signing(person), (
                Fault(_AT, "jabatan-mirip", "jabatan ini tidak ada di pejabat.yml, tetapi ada yang hampir sama",
                      shown(office), remedy=remedy, severity=Severity.WARNING),
            )  # fmt: skip
        draft = sop.keadaan == "konsep"
        term = self._current(terms) if draft else _held(terms, day) if (day := signed_on(sop)) else None
        if term:
            holder = term.person.model_copy(update={"jabatan": person.jabatan})
            return self._judged(sop, Signing(holder, registered=True), terms), ()
        if draft or not day:
            return Signing(person), ()
        return Signing(person), (_nobody(office, day, terms),)

    def _compared(self, sop: Sop, person: Pejabat, terms: list[Term]) -> Told:
        """A name that the SOP says stands; what the register says otherwise is told."""
        day = signed_on(sop)
        faults: tuple[Fault, ...] = ()
        holders = _holders(terms, day) if day and sop.keadaan != "konsep" else []
        if day and holders and not any(same_person(person, term.person) for term in holders):
            held = (
                f"pada {day.tampil} jabatan itu dipegang {shown(holders[-1].person.nama)} menurut pejabat.yml"
            )
            faults = (
                Fault((*_AT, "nama"), "pejabat-lain", held, shown(person.nama),
                      remedy="periksa nama dan tanggalnya di dokumen; yang keliru mungkin juga pejabat.yml", severity=Severity.ADVICE),
            )  # fmt: skip
        return self._judged(sop, Signing(person), terms), faults

    def _judged(self, sop: Sop, signing: Signing, terms: list[Term]) -> Signing:
        """Whether the signer is in office today; of what is no longer in force nobody asks."""
        if not self._today or sop.keadaan in ("konsep", "diganti", "dicabut"):
            return signing
        now = _holders(terms, today := self._today)
        own = [term for term in terms if same_person(term.person, signing.person)]
        if any(term in own for term in now) or not (now or (own and own[-1].ended_before(today))):
            return signing
        until = own[-1].until.tampil if own and own[-1].until else ""
        return Signing(signing.person, signing.registered, True, until, now[-1].person if now else None)

    def _current(self, terms: list[Term]) -> Term | None:
        if self._today:
            return next(iter(_holders(terms, self._today)[-1:]), None)
        return terms[-1] if not terms[-1].until else None


def signed_on(sop: Sop) -> Tanggal | None:
    """The day of the signature that holds now, as far as the SOP says one."""
    dates, office = sop.tanggal or TanggalSop(), sop.disahkan_oleh and sop.disahkan_oleh.jabatan
    signed = (
        one.tanggal for one in sop.tanda_tangan if office_key(one.jabatan or "") == office_key(office or "")
    )
    said = (dates.pengesahan, *signed, dates.efektif, *reversed(dates.revisi), dates.pembuatan)
    return next((day for day in said if day and day.iso), None)


def _holders(terms: Iterable[Term], day: Tanggal | Day) -> list[Term]:
    """Those whose terms hold then, the last who began last."""
    first, last = (first_day(day), last_day(day)) if isinstance(day, Tanggal) else (day, day)
    return [term for term in terms if term.covers(first, last)]


def _held(terms: Iterable[Term], day: Tanggal) -> Term | None:
    """Who held the office then; on the day of a change, whoever came. None where the date leaves several."""
    found = _holders(terms, day)
    return found[-1] if found and (day.hari or len(found) == 1) else None


def _nobody(office: str, day: Tanggal, terms: Iterable[Term]) -> Fault:
    several = len(_holders(terms, day)) > 1
    said = (
        f"pejabatnya berganti pada {day.tampil}" if several else f"tidak ada yang menjabat pada {day.tampil}"
    )
    remedy = "tulis hari pengesahannya" if several else "lengkapi pejabat.yml"
    return Fault(_AT, "tanpa-pejabat", f"menurut pejabat.yml {said}", shown(office),
                 remedy=f"{remedy}, atau tulis 'nama' di 'disahkan_oleh'", severity=Severity.WARNING)  # fmt: skip
