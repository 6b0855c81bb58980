"""Every link, asset and anchor of real sites, over generators and styles of address."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.build import Builder, Site, noise
from tests.site.walk import Walk


@pytest.mark.halved
@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
@pytest.mark.parametrize("folder_urls", [False, True], ids=["files", "folders"])
def test_the_sample_catalogue_has_no_broken_link(site: Builder, tool: str, folder_urls: bool) -> None:
    _walk(site(tool, folder_urls=folder_urls))


@pytest.mark.halved
@pytest.mark.parametrize("folder_urls", [False, True], ids=["files", "folders"])
def test_this_repository_has_no_broken_link(site: Builder, folder_urls: bool) -> None:
    _walk(site(own=True, folder_urls=folder_urls))


def _walk(built: Site) -> None:
    assert (built.code, noise(built.log)) == (0, [])
    walk = Walk(built.folder, built.base, built.folder_urls)
    assert walk.faults == []
    assert walk.checked > 20 * len(walk.pages) > 200


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<a href="lain.html">', "leads to lain.html, which is not there"),
        ('<a href="#tiada">', "names a part that x.html has not"),
        ('<a href="/x.html">', "breaks under a sub-path"),
        ('<a href="../../luar.html">', "leads to /luar.html"),
        ('<a href="./">', "leads to ./"),
        ('<a href="javascript:x()">', "is no address"),
        ('<img srcset="x.html 1x, y.png 2x">', "leads to y.png"),
        ('<svg><use href="x.svg#a"/></svg>', "leads to x.svg"),
        ('<p style="background:url(z.png)">', "leads to z.png"),
        ("<style>@import 'a.css';</style>", "leads to a.css"),
        ('<script src="//cdn.invalid/a.js"></script>', "from the network"),
        ('<link rel="preconnect" href="https://fonts.invalid">', "from the network"),
    ],
)
def test_the_walk_tells(tmp_path: Path, html: str, fault: str) -> None:
    config = '<script id="__config" type="application/json">{"base": ".", "search": "x.html"}</script>'
    (tmp_path / "catalogue.json").touch()
    (tmp_path / "x.html").write_text(f'<i id="ada"></i><a href="#ada">{config}{html}', "utf-8")
    faults = Walk(tmp_path, base="/repo/").faults
    assert len(faults) == 1
    assert fault in faults[0]
