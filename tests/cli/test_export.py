"""`sop export`: the catalogue without MkDocs, whole, and right when opened as files."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from sop_catalogue.chart import ChartError, GraphvizFailed
from sop_catalogue.chart.graphviz.engine import LocalGraphviz
from sop_catalogue.cli import main
from sop_catalogue.commands.export_folder import LIST
from sop_catalogue.pages import plan
from sop_catalogue.press import browser

from .conftest import Sop


class Page(HTMLParser):
    """What a page points to, and what can be pointed to in it."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            if name == "id" and value:
                self.anchors.add(value)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("ekspor")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        assert main(["init", "katalog"]) == 0
        patch.chdir(place / "katalog")
        unit = place / "katalog/sop_defs/kabupaten-contoh/dinas-contoh"
        (unit / "rusak.yml").write_text("nama: [\n")
        (unit / "folder.yml").mkdir()
        assert main(["export", "../hasil", "--judul", "Katalog <b>Uji</b>"]) == 1
    return place / "hasil"


def test_every_page_and_data_file_is_there(exported: Path) -> None:
    unit = exported / "sop/kabupaten-contoh/dinas-contoh"
    for name in ("surat-masuk", "legalisasi-dokumen"):
        for ending in ("html", "json", "yml"):
            assert (unit / f"{name}.{ending}").is_file()
    assert (unit / "rusak.html").is_file()
    assert (unit / "folder.html").is_file()
    data = json.loads((exported / "catalogue.json").read_text("utf-8"))
    assert all((exported / item["url"]).is_file() for item in data["sop"])
    assert (exported / "skema/sop.schema.json").is_file()


def test_every_link_leads_somewhere_inside(exported: Path) -> None:
    files = sorted(exported.rglob("*.html"))
    pages = {file.resolve(): Page(file) for file in files}
    own = [file.relative_to(exported) for file in files]
    assert sum(path.parts[0] in ("sop", "index.html") for path in own) == 8
    assert Path("peraturan/index.html") in own
    seen = 0
    for file, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if link == "data:,":  # print pages have no icon, and no browser asks for one
                continue
            assert not parts.scheme and not parts.netloc and not parts.path.startswith("/"), link
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            assert target.is_file(), f"{file.name}: {link}"
            if parts.fragment:
                assert parts.fragment in pages[target].anchors, f"{file.name}: {link}"
            seen += 1
    assert seen > 50


def test_nothing_in_the_styles_is_missing_or_far_away(exported: Path) -> None:
    for style in (exported / "assets/stylesheets").glob("*.css"):
        for target in re.findall(r"url\((?![\"']?data:)[\"']?([^)\"']+)", style.read_text("utf-8")):
            assert (style.parent / target).is_file(), f"{style.name}: {target}"


def test_titles_are_escaped_and_pages_know_their_place(exported: Path) -> None:
    page = (exported / "sop/kabupaten-contoh/dinas-contoh/surat-masuk.html").read_text("utf-8")
    assert "<b>Uji</b>" not in page
    assert "Katalog &lt;b&gt;Uji&lt;/b&gt;" in page
    assert 'href="../index.html"' in page
    assert 'rel="prev" href="legalisasi-dokumen.html"' in page
    assert "<svg" in page


def test_a_second_export_is_the_same_to_the_byte(sop: Sop, exported: Path, tmp_path: Path) -> None:
    assert (
        sop(
            "export", tmp_path / "lagi", "--judul", "Katalog <b>Uji</b>", cwd=exported.parent / "katalog"
        ).code
        == 1
    )
    one = {file.relative_to(exported): file.read_bytes() for file in exported.rglob("*") if file.is_file()}
    two = {
        file.relative_to(tmp_path / "lagi"): file.read_bytes()
        for file in (tmp_path / "lagi").rglob("*")
        if file.is_file()
    }
    assert one == two


def test_it_needs_no_mkdocs(project: Path) -> None:
    blocked = """
import sys
class NoMkdocs:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("mkdocs", "material", "properdocs"):
            raise ImportError(f"{name} is not to be had")
sys.meta_path.insert(0, NoMkdocs())
from sop_catalogue.cli import main
sys.exit(main(["export", "hasil"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", blocked], cwd=project, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "hasil/sop/pemda/unit/rapat.html").is_file()


def test_an_export_broken_off_can_be_done_again(
    sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ChartError("dot tidak ada")

    with monkeypatch.context() as patched:
        patched.setattr(plan, "sop_page", broken)
        assert sop("export", "hasil", cwd=project).code == 2
    assert sop("export", "hasil").code == 0


def test_what_an_earlier_export_left_there_goes_and_nothing_else(
    sop: Sop, project: Path, tmp_path: Path
) -> None:
    unit, target = project / "sop_defs/pemda/unit", project / "hasil"
    (unit / "lama.yml").write_text(
        (unit / "rapat.yml").read_text("utf-8").replace("nama: ", "nama: Lama "), "utf-8"
    )
    assert sop("export", "hasil", cwd=project).code == 0
    assert (target / "sop/pemda/unit/lama.html").is_file()
    (target / "milik-saya.html").write_text("milik saya")
    (tmp_path / "luar.txt").write_text("di luar")
    with (target / LIST).open("a") as names:
        names.write("../luar.txt\n../../luar.txt\n/etc/hostname\nsop\n\n")
    (unit / "lama.yml").unlink()
    assert sop("export", "hasil").code == 0
    assert list(target.rglob("lama.*")) == []
    assert (target / "milik-saya.html").read_text() == "milik saya"
    assert (tmp_path / "luar.txt").read_text() == "di luar"
    listed = set((target / LIST).read_text("utf-8").splitlines())
    there = {file.relative_to(target).as_posix() for file in target.rglob("*") if file.is_file()}
    assert there - listed == {"milik-saya.html", LIST}


def test_a_second_export_draws_nothing_anew(sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "mkdocs.yml").write_text("site_name: X\nplugins: [sop-catalogue]\n", "utf-8")
    assert sop("export", "satu", cwd=project).code == 0
    monkeypatch.setattr(LocalGraphviz, "render", lambda *_: pytest.fail("drawn again"))
    assert sop("export", "dua").code == 0
    one, two = project / "satu", project / "dua"
    files = [file.relative_to(one) for file in one.rglob("*") if file.is_file()]
    assert [path for path in files if (one / path).read_bytes() != (two / path).read_bytes()] == []


def test_a_chart_that_graphviz_refuses_is_told_and_costs_no_page(
    sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise GraphvizFailed("memori habis")

    monkeypatch.setattr(LocalGraphviz, "render", refuse)
    done = sop("export", "hasil", cwd=project)
    assert "rapat.yml: bagan 1 tampil tanpa gambar" in done.err
    assert "rapat.yml: cetakannya memuat bagan tanpa gambar" in done.err
    assert (project / "hasil/sop/pemda/unit/rapat.html").is_file()


def test_a_full_disk_is_told_and_the_next_export_is_whole(
    sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full(file: Path, data: bytes) -> int:
        if file.suffix == ".html":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
        return write(file, data)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        done = sop("export", "hasil", cwd=project)
    assert (done.code, done.out) == (2, "")
    assert "ruang penyimpanan habis" in done.err
    assert sop("export", "hasil").code == 0
    assert (project / "hasil/sop/pemda/unit/rapat.html").is_file()


def test_it_writes_over_an_earlier_export_and_nothing_else(sop: Sop, project: Path) -> None:
    assert sop("export", "hasil", cwd=project).code == 0
    assert sop("export", "hasil").code == 0
    (project / "lain").mkdir()
    (project / "lain/index.html").write_text("milik saya")
    for target, said in (("lain", "berisi berkas lain"), ("sop_defs/hasil", "bertumpuk"), (".", "bertumpuk"),
                         ("lain/index.html", "bukan folder")):  # fmt: skip
        done = sop("export", target)
        assert (done.code, done.out) == (2, "")
        assert said in done.err
    assert (project / "lain/index.html").read_text() == "milik saya"


SITE = """\
site_name: Katalog <Dinas>
site_description: Semua SOP Dinas
theme:
  name: katalog-sop
  logo: gambar/lambang.png
  favicon: ../di-luar.ico
plugins:
  - sop-catalogue:
      cetak: %s
"""


def _pages(folder: Path) -> list[str]:
    return [page.read_text("utf-8") for page in folder.rglob("*.html")]


def test_it_is_printed_as_the_site_is(sop: Sop, project: Path) -> None:
    (project / "mkdocs.yml").write_text(SITE % "{kertas: F4, catatan_salinan: Salinan Dinas}", "utf-8")
    assert sop("export", "hasil", cwd=project).code == 0
    sheet = (project / "hasil/cetak/pemda/unit/rapat.html").read_text("utf-8")
    assert "size:330mm 215mm" in sheet.replace(": ", ":")
    assert "Salinan Dinas" in sheet
    assert 'class="tanda"' not in sheet  # no site_url: a code would lead nowhere
    home = (project / "hasil/index.html").read_text("utf-8")
    assert "<title>Katalog &lt;Dinas&gt;</title>" in home
    assert 'content="Semua SOP Dinas"' in home
    assert sop("export", "hasil", "--judul", "Lain").code == 0
    assert "<title>Lain</title>" in (project / "hasil/index.html").read_text("utf-8")


def test_a_site_without_print_pages_has_none_here_either_and_no_link_to_them(sop: Sop, project: Path) -> None:
    assert sop("export", "hasil", cwd=project).code == 0
    assert any('href="../../../cetak/' in page for page in _pages(project / "hasil"))
    (project / "mkdocs.yml").write_text(SITE % "false", "utf-8")
    assert sop("export", "hasil").code == 0
    assert not (project / "hasil/cetak").exists()
    assert not any(
        "cetak/" in link for file in (project / "hasil").rglob("*.html") for link in Page(file).links
    )


def test_a_logo_is_found_where_the_site_finds_it_and_nowhere_else(sop: Sop, project: Path) -> None:
    (project / "mkdocs.yml").write_text(SITE % "false", "utf-8")
    (project / "docs/gambar").mkdir(parents=True)
    (project / "docs/gambar/lambang.png").write_bytes(b"lambang")
    (project / "di-luar.ico").write_bytes(b"di luar")
    assert sop("export", "hasil", cwd=project).code == 0
    home = (project / "hasil/index.html").read_text("utf-8")
    assert '<img src="gambar/lambang.png"' in home
    assert '<link rel="icon" href="assets/images/favicon.svg">' in home
    assert (project / "hasil/gambar/lambang.png").read_bytes() == b"lambang"
    assert b"di luar" not in [file.read_bytes() for file in project.rglob("hasil/**/*") if file.is_file()]


def test_a_theme_s_folder_that_is_not_there(sop: Sop, project: Path) -> None:
    (project / "mkdocs.yml").write_text("theme: {custom_dir: dinas}\nplugins: [sop-catalogue]\n", "utf-8")
    done = sop("export", "hasil", cwd=project)
    assert (done.code, done.out) == (2, "")
    assert "mkdocs.yml: theme: custom_dir: folder 'dinas' tidak ada" in done.err


def test_the_search_knows_sops_and_other_pages(exported: Path) -> None:
    index = (exported / "search/sop-cari.js").read_text("utf-8")
    data = json.loads(index.removeprefix("SOP_CARI="))
    unit = data["unit"][0][4]
    pages = {
        (unit if number >= 0 else "") + re.sub("[?#].*", "", path) for path, number, *_ in data["halaman"]
    }
    assert all((exported / path).is_file() for path in pages)
    assert {"sop/kabupaten-contoh/dinas-contoh/surat-masuk.html", "peran/index.html"} <= pages
    place = re.search('data-pekerja="([^"]+)"', (exported / "cari.html").read_text("utf-8"))
    assert place
    assert (exported / place[1]).is_file()


@pytest.mark.browser
@pytest.mark.skipif(browser.find() is None, reason="no browser on this machine")
def test_it_offers_pdfs_where_the_site_does(sop: Sop, project: Path) -> None:
    (project / "mkdocs.yml").write_text(SITE % "{pdf: true}", "utf-8")
    assert sop("export", "hasil", cwd=project).code == 0
    page = Page(project / "hasil/sop/pemda/unit/rapat.html")
    assert "../../../cetak/pemda/unit/rapat.pdf" in page.links
    assert (project / "hasil/cetak/pemda/unit/rapat.pdf").read_bytes().startswith(b"%PDF-")
