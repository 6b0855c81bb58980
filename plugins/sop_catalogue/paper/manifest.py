"""What a binder holds, sheet by sheet: written with every printing, so that the next prints only what has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from .qr import QrMarks
from .settings import PaperSettings
from .values import PrintedSop

VERSION = 1
KIND = "daftar-lembar-sop"
_HELP = "pakai berkas .manifest.json yang ditulis 'sop pdf', atau cetak ulang seluruhnya"


class ManifestError(ValueError):
    """A file that is no manifest, or one that cannot be compared with; says why."""


@dataclass(frozen=True, slots=True)
class SheetRecord:
    number: Annotated[str, Field(alias="nomor")]
    """As printed at its foot."""
    kind: Annotated[str, Field(alias="macam")]
    hash: Annotated[str, Field(alias="sidik")]


@dataclass(frozen=True, slots=True)
class SopRecord:
    id: str
    title: Annotated[str, Field(alias="judul")]
    sheets: Annotated[tuple[SheetRecord, ...], Field(alias="lembar")]
    order: Annotated[str, Field(alias="urut", pattern=r"^(\d{1,6}(\.\d{1,6})?)?$")] = ""
    """Its number in a binder."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Its fields are written under their aliases."""

    scope: Annotated[str, Field(alias="lingkup")]
    """What was printed, as `sop pdf` is told it; empty for the whole catalogue."""
    settings: Annotated[Mapping[str, Any], Field(alias="pengaturan")]
    """Of the paper: sheets of another layout cannot stand beside these."""
    sops: Annotated[tuple[SopRecord, ...], Field(alias="sop")]
    site: Annotated[str | None, Field(alias="situs")] = None
    """Where the codes on its sheets lead: empty for sheets without codes, None where that is not known."""
    folder_urls: Annotated[bool, Field(alias="alamat_folder")] = True
    """How pages are addressed there."""

    @property
    def orders(self) -> dict[str, str]:
        """Which number in the binder each SOP has, by its id."""
        return {sop.id: sop.order for sop in self.sops if sop.order}


_FORM = TypeAdapter(Manifest)


def manifest(
    scope: str, settings: PaperSettings, sops: Iterable[SopRecord], marks: QrMarks | None = None
) -> Manifest:
    layout = {key: value for key, value in asdict(settings).items() if key != "pdf"}
    if marks is None:
        return Manifest(scope, layout, tuple(sops), "")
    return Manifest(scope, layout, tuple(sops), marks.site_url, marks.directory_urls)


def record_of(sop: PrintedSop) -> SopRecord:
    sheets = (SheetRecord(sheet.number, sheet.kind, sheet.hash) for sheet in sop.sheets)
    return SopRecord(sop.id, sop.title, tuple(sheets), sop.order)


def to_json(manifest: Manifest) -> str:
    record = {"jenis": KIND, "versi": VERSION, **_FORM.dump_python(manifest, mode="json", by_alias=True)}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def from_json(text: bytes) -> Manifest:
    """Raises `ManifestError`."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise ManifestError(f"bukan JSON; {_HELP}") from None
    if not isinstance(record, dict) or record.get("jenis") != KIND:
        raise ManifestError(f"bukan daftar lembar SOP; {_HELP}")
    if record.get("versi") != VERSION:
        raise ManifestError(
            f"ditulis oleh versi lain ({record.get('versi')!r}, bukan {VERSION}); cetak ulang seluruhnya"
        )
    try:
        found = _FORM.validate_python(record)
    except ValidationError:
        raise ManifestError(f"isinya tidak lengkap; {_HELP}") from None
    if len({sop.id for sop in found.sops}) < len(found.sops):
        raise ManifestError(f"isinya tidak lengkap; {_HELP}")
    return found
