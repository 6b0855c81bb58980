"""What browsers are given of our styles and scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from sop_catalogue.theme import bundles
from sop_catalogue.theme.bundles import (
    BRAND,
    COMPARISON_STYLES,
    EXPORT_SCRIPTS,
    EXPORT_STYLES,
    IMPORT_SCRIPTS,
    IMPORT_STYLES,
    LEADING_SCRIPTS,
    PRINT_SCRIPTS,
    PRINT_STYLES,
    SCRIPTS,
    SEARCH_WORKER,
    SITE_SCRIPTS,
    SITE_STYLES,
    Bundle,
    made,
    packaged,
    shipped,
    sources,
)

ALL = (
    BRAND,
    SITE_STYLES,
    EXPORT_STYLES,
    PRINT_STYLES,
    IMPORT_STYLES,
    COMPARISON_STYLES,
    SITE_SCRIPTS,
    EXPORT_SCRIPTS,
    IMPORT_SCRIPTS,
    LEADING_SCRIPTS,
    PRINT_SCRIPTS,
    SEARCH_WORKER,
)
_RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s*,\\s*/g, ","));
}"""
"""What variables hold is kept as it was written, spaces included."""


def test_every_source_is_in_a_bundle() -> None:
    read: set[str] = set()

    def reading(path: str) -> str:
        read.add(path)
        return packaged(path)

    for bundle in ALL:
        made(bundle, reading)
    assert read == sources()


@pytest.mark.parametrize("bundle", ALL, ids=lambda bundle: bundle.path)
def test_a_file_is_named_by_what_is_in_it(bundle: Bundle) -> None:
    asset = shipped(bundle)
    stem, _, ending = bundle.path.rpartition(".")
    assert re.fullmatch(rf"{stem}\.[0-9a-f]{{8}}\.min\.{ending}", asset.path)
    assert made(bundle) == asset
    assert made(bundle, lambda path: packaged(path) + "/*! */").path == asset.path
    other = "body { color: red }" if ending == "css" else "\nlet other;\n"
    assert made(bundle, lambda path: packaged(path) + other).path != asset.path


def test_no_template_of_a_script_stands_in_another() -> None:
    """The minifier takes the inner one for code."""
    written = [packaged(path) for path in sources() if path.startswith(SCRIPTS)]
    templates = [found for text in written for found in re.findall(r"`[^`]*`", text)]
    assert len(templates) > 30
    whole = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
    assert [text for text in templates if "${" in whole.sub("", text)] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "bundle", [SITE_STYLES, EXPORT_STYLES, PRINT_STYLES, IMPORT_STYLES], ids=lambda bundle: bundle.path
)
def test_a_browser_reads_the_same_rules(browser: Browser, bundle: Bundle) -> None:
    page = browser.new_page()
    written = "\n".join(map(packaged, bundle.sources)).replace("../../fonts/", "../fonts/")
    one, two = (page.evaluate(_RULES, text) for text in (written, shipped(bundle).data.decode()))
    page.close()
    assert len(one) > 50
    assert two == one


def test_the_letters_of_sheets_lie_where_their_styles_look_for_them() -> None:
    named = set(re.findall(rb"url\(\"\.\./(fonts/arimo[^\"]*)", shipped(PRINT_STYLES).data))
    assert named == {
        asset.path.removeprefix("assets/").encode()
        for asset in bundles.print_fonts()
        if asset.path.endswith(".woff2")
    }
