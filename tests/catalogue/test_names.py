"""Names of files and folders, and the names that give ids: a safe address or a clear finding, never anything else."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sop_catalogue.catalogue.ids import Ids
from sop_catalogue.definition.fields import slug
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.store.kept import NOTHING
from tests.catalogue.folder import Folder, sop
from tests.hostile import corpus

NAMES = [
    *("con", "NUL", "Aux", "prn", "COM1", "com¹", "lpt9", "clock$", "index", "README", "catalogue", "tabel", "lambang", "404"),
    *("surat.", "surat ", " surat", "surat..", "...surat", "-surat", "~surat", "surat masuk", "Surat Masuk", "SURAT-MASUK", "surat_masuk"),
    *("%2e%2e%2f", "..%2f..", "a%00b", "a?b=c#d", "a&b", "a;b", "a'b", 'a"b', "<script>alert(1)<", "{{7*7}}", "$(x)", "`x`", "*", "|"),
    *("主任", "приказ", "مرحبا", "😀", "ﬁle", "straße", "İstanbul", "e\u0301", "é", "a\u202egnp", "a\u200bb", "\u00a0", "a\u2028b"),
    *("x" * 200, "panjang-" * 25, "😀" * 50, "1", "0", "-", ".a", "_a", "a.b.c", "a,b", "a+b", "=1+1", "@x"),
]  # fmt: skip
SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}


def addresses_are_safe(addresses: list[str]) -> None:
    assert len(addresses) == len({address.lower() for address in addresses})
    for address in addresses:
        for part in address.split("/"):
            assert SAFE.match(part) and part not in RESERVED and len(part) <= 80, address


def written(folder: Folder, place: str) -> bool:
    """Whether the system takes a file of this name at all."""
    file = folder.root / place
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(sop(f"SOP {len(place)}"), "utf-8")
    except (OSError, ValueError):
        return False
    return True


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses most of these names itself")
@pytest.mark.parametrize("place", ["a/b/{}.yml", "a/{}/x.yml", "{}/b/x.yml", "a/b/{}/x.yml"])
def test_names_of_files_and_folders(tmp_path: Path, place: str) -> None:
    folder = Folder(tmp_path)
    places = [place.format(name) for name in NAMES if written(folder, place.format(name))]
    assert len(places) > 50
    catalogue = folder.build()
    plans = plan_pages(catalogue, directory_urls=True, kept=NOTHING)
    addresses_are_safe([plan.address for plan in plans])
    told = {finding.path for finding in catalogue.findings}
    hidden = ("/.", "/_")
    for path in places:
        is_hidden = any(sign in f"/{path}" for sign in hidden)
        assert is_hidden or path in catalogue.files or any(shown(path) == other for other in told), path


def shown(path: str) -> str:
    """As a message spells it."""
    return re.sub(r"[\u2028\u202e]", "\N{REPLACEMENT CHARACTER}", path)


def test_names_in_the_text_of_definitions(tmp_path: Path) -> None:
    """Pemda and units that only an SOP names, roles and laws that only an SOP mentions."""
    folder = Folder(tmp_path)
    names = [text for text in corpus.texts() if text == " ".join(text.split())] + NAMES[:40]
    for number, name in enumerate(names):
        quoted = "'" + name.replace("'", "''") + "'"
        folder.write({f"sop-{number}.yml": sop(f"SOP {number}", f"pemda: {quoted}\nunit: {quoted}\n")})
    catalogue = folder.build()
    assert len(catalogue.sops) + len(catalogue.broken) == len(names)
    addresses_are_safe([plan.address for plan in plan_pages(catalogue, directory_urls=True, kept=NOTHING)])


def test_ids_are_safe_and_steady() -> None:
    texts = [*corpus.texts(), *NAMES] * 2

    def given() -> list[str]:
        ids = Ids("peran")
        return [ids.give(slug(text), ("kab", "dinas")) for text in texts]

    addresses_are_safe(given())
    assert given() == given()
