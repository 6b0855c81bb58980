"""A site that is made while somebody looks at it: whatever was edited before, every file is that of a clean build."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from sop_catalogue.plugin.plugin import SopCataloguePlugin
from sop_catalogue.plugin.serving import LateSite
from tests.site.build import build, copy_sample

UNIT = "sop_defs/kabupaten-contoh/dinas-arsip"


class Server:
    """Stands for MkDocs' own: builds when it is told to, and reads files."""

    mount_path = "/"

    def __init__(self, builder: Callable[[], None], root: Path) -> None:
        self.builder, self.root = builder, str(root)
        self.builds = 0
        """How often MkDocs has built."""
        self.before_reading: Callable[[], None] = lambda: None

    def set_app(self, app: Any) -> None:
        self.app = app

    def serve_request(self, environ: dict[str, str], start_response: Any) -> Iterable[bytes]:
        self.before_reading()
        file = Path(self.root, environ["PATH_INFO"].lstrip("/"))
        start_response("200 OK" if file.is_file() else "404 Not Found", [])
        return [file.read_bytes()] if file.is_file() else []

    def get(self, path: str) -> tuple[str, bytes]:
        said: list[str] = []
        body = self.app({"PATH_INFO": f"/{path}"}, lambda status, _headers: said.append(status))
        return said[0], b"".join(body)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "katalog")


@pytest.fixture
def server(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setenv("SITE_URL", "")
    folder = tmp_path / "disajikan"
    # A plugin stays over rebuilds; no test sees another's.
    monkeypatch.setattr(MkDocsConfig.plugins, "plugin_cache", {})

    def rebuild() -> None:
        config = load_config(
            str(source / "mkdocs.yml"), site_dir=str(folder), use_directory_urls=False, strict=False
        )
        plugin = config.plugins["sop-catalogue"]
        assert isinstance(plugin, SopCataloguePlugin)
        if plugin.site is None:
            plugin.serving, plugin.site = True, LateSite()
            plugin.site.attach(found, plugin.build_again, str)  # type: ignore[arg-type]
        found.builds += 1
        mkdocs_build(config)

    found = Server(rebuild, folder)
    rebuild()
    return found


def test_an_unseen_page_is_not_made(server: Server) -> None:
    page = Path(server.root, "sop/kabupaten-contoh/dinas-arsip/surat-masuk.html")
    assert not page.exists()
    assert b"Menerima amplop" in server.get(page.relative_to(server.root).as_posix())[1]
    assert page.exists()
    assert server.get("sop/tidak-ada.html")[0] == "404 Not Found"


def test_nothing_is_stale(server: Server, source: Path, tmp_path: Path, nightly: bool) -> None:
    """Whether MkDocs builds again or only the catalogue does."""
    random, before, builds = Random(3), set[str](), server.builds
    turns = 40 if nightly else 4
    for turn in range(turns):
        for edit in random.sample(EDITS, 3) if turn % 4 == 3 else random.sample(INNER_EDITS, 2):
            edit(source, random)
        server.builder()
        clean = build(source, tmp_path / str(turn), strict=False)
        assert clean.code == 0, clean.log
        files = set(clean.digests())
        asked = sorted(files | before) if turn % 2 else random.sample(sorted(files), 12)
        for path in random.sample(asked, len(asked)):
            known = (
                ("200 OK", (clean.folder / path).read_bytes()) if path in files else ("404 Not Found", b"")
            )
            assert server.get(path) == known, path
        before |= files
    assert turns / 4 <= server.builds - builds < turns


def test_a_save_of_definitions_alone_is_not_for_mkdocs(server: Server, source: Path) -> None:
    letter, builds = source / UNIT / "surat-masuk.yml", server.builds
    letter.write_bytes(letter.read_bytes().replace(b"amplop", b"bungkusan"))
    server.builder()
    assert server.builds == builds
    assert b"Menerima bungkusan" in server.get("sop/kabupaten-contoh/dinas-arsip/surat-masuk.html")[1]
    letter.write_bytes(letter.read_bytes().replace(b"Penerimaan Surat", b"Penerimaan Paket"))
    server.builder()
    assert server.builds == builds + 1
    (source / "docs/baru.md").write_text("# Baru\n", "utf-8")
    server.builder()
    assert server.get("baru.html")[0] == "200 OK"


def test_a_new_head_is_shown_at_once(server: Server, source: Path) -> None:
    builds = server.builds
    for name in ("Ani", "Budi"):
        (source / UNIT / "pejabat.yml").write_text(f"pejabat: {{jabatan: Camat, nama: {name}}}\n", "utf-8")
        text = "nama: Surat\nstatus: konsep\ndisahkan_oleh: Camat\nlangkah: {kegiatan: A, pelaksana: B}\n"
        (source / UNIT / "surat-masuk.yml").write_text(text, "utf-8")
        server.builder()
        for path in ("sop/{}.html", "cetak/{}.html", "sop/{}.json"):
            said = server.get(path.format("kabupaten-contoh/dinas-arsip/surat-masuk"))[1].decode()
            assert name in said, path
    assert server.builds <= builds + 1


def test_a_page_asked_for_during_a_rebuild_is_the_new_one(server: Server, source: Path) -> None:
    letter = source / UNIT / "surat-masuk.yml"
    page = "sop/kabupaten-contoh/dinas-arsip/surat-masuk.html"

    def rebuilt() -> None:
        """Between the making of a page and its reading."""
        server.before_reading = lambda: None
        letter.write_bytes(letter.read_bytes().replace(b"amplop", b"bungkusan"))
        thread = threading.Thread(target=server.builder)
        thread.start()
        thread.join()

    server.before_reading = rebuilt
    assert b"Menerima bungkusan" in server.get(page)[1]


def test_what_cannot_be_made_is_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("sop_catalogue.plugin.serving.write_file", broken)
        status, said = server.get("catalogue.json")
    assert status.startswith("500")
    assert b"No space left" in said
    assert server.get("catalogue.json")[0] == "200 OK"


def _another_waktu(source: Path, random: Random) -> None:
    file = random.choice(_sops(source))
    file.write_bytes(file.read_bytes().replace(b"menit", b"jam", 1))


def _another_name(source: Path, random: Random) -> None:
    file = random.choice(_sops(source))
    text = file.read_text("utf-8").replace("nama: ", f"nama: Baru {random.randrange(99)} ", 1)
    file.write_text(text, "utf-8")


def _gone(source: Path, random: Random) -> None:
    if len(_sops(source)) > 2:
        random.choice(_sops(source)).unlink()


def _copied(source: Path, random: Random) -> None:
    file = random.choice(_sops(source))
    file.with_name(f"salinan-{random.randrange(99)}.yml").write_bytes(file.read_bytes())


def _moved(source: Path, random: Random) -> None:
    file = random.choice(_sops(source))
    file.rename(file.with_name(f"pindahan-{random.randrange(99)}.yml"))


def _moved_and_said(source: Path, random: Random) -> None:
    file, number = random.choice(_sops(source)), random.randrange(99)
    old = f"alamat_lama: kabupaten-contoh/{file.parent.name}/{file.stem}\nkode: k-{number}\n"
    text = re.sub(r"^(alamat_lama|kode): .*\n", "", file.read_text("utf-8"), flags=re.M)
    file.write_text(old + text, "utf-8")
    file.rename(file.with_name(f"pindahan-{number}.yml"))


def _another_code(source: Path, random: Random) -> None:
    """Or the same for several, or an old address that is another's."""
    file, other = random.choice(_sops(source)), random.choice(_sops(source))
    text = re.sub(r"^(alamat_lama|kode): .*\n", "", file.read_text("utf-8"), flags=re.M)
    said = (
        f"kode: k-{random.randrange(4)}\nalamat_lama: kabupaten-contoh/{random.choice('ab')}/{other.stem}\n"
    )
    file.write_text(said + text, "utf-8")


def _broken(source: Path, random: Random) -> None:
    (source / UNIT / "rusak.yml").write_text(f"nama: Rusak\nlangkah: [{random.randrange(9)}\n", "utf-8")


def _mended(source: Path, _random: Random) -> None:
    whole = "nama: Rusak\nlangkah:\n  - {kegiatan: Mencatat, pelaksana: Arsiparis}\n"
    (source / UNIT / "rusak.yml").write_text(whole, "utf-8")


def _unit_renamed(source: Path, random: Random) -> None:
    (source / UNIT / "unit.yml").write_text(f"nama: Dinas Arsip {random.randrange(9)}\n", "utf-8")


def _roles(source: Path, random: Random) -> None:
    file = source / "sop_defs/kabupaten-contoh/peran.yml"
    number = random.randrange(999)
    with file.open("a", encoding="utf-8") as out:
        out.write(f"  - {{id: peran-{number}, nama: Peran {number}}}\n")


def _handwritten(source: Path, random: Random) -> None:
    with (source / "docs/index.md").open("a", encoding="utf-8") as out:
        out.write(f"\nKalimat {random.randrange(99)}.\n")


def _paper(source: Path, random: Random) -> None:
    file = source / "mkdocs.yml"
    paper = random.choice(["F4", "A4", "Letter"])
    names = random.choice(["tampil", "sembunyi"])
    said = f"- sop-catalogue: {{cetak: {{kertas: {paper}}}, privasi: {{nama: {names}}}}}"
    file.write_text(re.sub(r"- sop-catalogue.*", said, file.read_text("utf-8")), "utf-8")


def _at_fault(source: Path, random: Random) -> None:
    """Printed no longer; or again."""
    file, fault = random.choice(_sops(source)), b"\ndiganti_oleh: sop-yang-tidak-ada\n"
    data = file.read_bytes()
    file.write_bytes(data.replace(fault, b"") if fault in data else data + fault)


def _another_reference(source: Path, random: Random) -> None:
    file, named = random.choice(_sops(source)), random.choice(_sops(source))
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"^keterkaitan: .*", f"keterkaitan: [{named.stem}]", text, flags=re.M), "utf-8")


def _law_revoked(source: Path, random: Random) -> None:
    file = source / "sop_defs/kabupaten-contoh/peraturan.yml"
    file.write_text(
        file.read_text("utf-8").replace("Pedoman", f"Pedoman {random.choice('ABCD')}", 1), "utf-8"
    )


def _another_head(source: Path, random: Random) -> None:
    """Of an SOP that names the office alone."""
    head = f"{{jabatan: Kepala Dinas, nama: Pejabat {random.choice('ABCD')}}}"
    (source / "sop_defs/kabupaten-contoh/pejabat.yml").write_text(f"pejabat: [{head}]\n", "utf-8")
    file = source / UNIT / "surat-masuk.yml"
    if file.exists():
        text = file.read_text("utf-8")
        file.write_text(
            re.sub(r"^disahkan_oleh: .*", "disahkan_oleh: Kepala Dinas", text, flags=re.M), "utf-8"
        )


INNER_EDITS = [
    _another_waktu, _roles, _at_fault, _another_reference, _law_revoked, _another_code, _another_head,
]  # fmt: skip
"""Of what MkDocs does not see, most of the time."""
EDITS = [*INNER_EDITS, _another_name, _gone, _copied, _moved, _moved_and_said, _broken, _mended, _unit_renamed, _handwritten, _paper]  # fmt: skip


def _sops(source: Path) -> list[Path]:
    files = sorted((source / "sop_defs").glob("*/*/*.yml"))
    return [file for file in files if file.stem not in ("unit", "rusak")]
