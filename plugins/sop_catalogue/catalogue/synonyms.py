"""What `sinonim.yml` says of words: which mean the same to a reader who searches, and which only look alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..definition.daftar import DaftarSinonim
from ..definition.findings import Fault, Severity

_BETWEEN = re.compile(r"\s+bukan\s+|\s*(?:≠|!=)\s*", re.IGNORECASE)


@dataclass(slots=True)
class Synonyms:
    groups: list[tuple[str, ...]] = field(default_factory=list)
    """Each of two names or more."""
    distinct: list[tuple[str, str]] = field(default_factory=list)
    """Pairs of words."""

    def take_in(self, data: DaftarSinonim) -> Iterator[Fault]:
        """What is wrong in it is left out, and told."""
        place: dict[str, int] = {}
        for i, line in enumerate(data.sama):
            names = tuple(dict.fromkeys(" ".join(name.split()) for name in line.split("=")))
            if len(names) < 2 or not all(map(_says, names)):
                yield Fault(("sama", i), "sinonim-tunggal", "baris ini tidak menyebut dua kata yang sama artinya", line,
                            "dua kata atau lebih dengan tanda = di antaranya",
                            "tulis misalnya 'bansos = bantuan sosial'")  # fmt: skip
                continue
            self.groups.append(names)
            for name in names:
                if place.setdefault(name.casefold(), i) != i:
                    yield Fault(("sama", i), "sinonim-kembar", f"'{name}' sudah ada di baris lain daftar ini", line,
                                remedy="gabungkan kedua baris itu menjadi satu", severity=Severity.WARNING)  # fmt: skip
        for i, line in enumerate(data.berbeda):
            pair = _BETWEEN.split(line.strip())
            if len(pair) != 2 or not all(_says(word) and len(word.split()) == 1 for word in pair):
                yield Fault(("berbeda", i), "sinonim-berbeda", "baris ini tidak menyebut dua kata yang berbeda", line,
                            "dua kata dengan 'bukan' di antaranya", "tulis misalnya 'SPPD bukan SPD'")  # fmt: skip
                continue
            words = {word.casefold() for word in pair}
            if any(words <= {name.casefold() for name in group} for group in self.groups):
                yield Fault(("berbeda", i), "sinonim-bertentangan", "kedua kata ini disamakan di daftar 'sama'", line,
                            remedy="hapus salah satu barisnya")  # fmt: skip
                continue
            self.distinct.append((pair[0], pair[1]))


def _says(name: str) -> bool:
    return any(letter.isalnum() for letter in name)
