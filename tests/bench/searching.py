"""`python -m tests.bench --search`: how soon the search answers, beside Material's own on the same catalogue.

Every first answer is asked of a page that has just been opened from a file, in a tab of its own; the clock starts
with the first letter, and before the search box has had the focus.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from sop_catalogue.press.browser import sandbox_options
from tests.browser.driving import chromium

from .measure import measure
from .project import Projects

QUERIES = (
    "surat masuk",
    "menyusun laporan",
    "kadin tanda tangan",
    "disposisi",
    "kelola data",
    "buku agenda",
)
STOCK = """\
INHERIT: mkdocs.yml
plugins:
  - material/search
  - sop-catalogue:
      sop_defs: sop_defs
      search: material
"""

# Resolves when the list of results has changed, or after three seconds: an answer without hits changes nothing.
_ASK = """([letters, limit]) => new Promise((resolve) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector(".md-search-result__list");
  const start = performance.now();
  const done = (found) => { watch.disconnect(); resolve(found ? performance.now() - start : null); };
  const watch = new MutationObserver(() => list.childElementCount && done(true));
  watch.observe(list, { childList: true });
  setTimeout(done, limit, false);
  field.focus();
  field.value = letters;
  field.dispatchEvent(new KeyboardEvent("keyup", { key: letters.slice(-1), bubbles: true }));
})"""
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


@dataclass(frozen=True, slots=True)
class Answers:
    """Milliseconds."""

    first: list[float]
    later: list[float]
    loaded: list[float]
    index: int
    """Bytes that the search reads."""

    def row(self, name: str) -> str:
        later = sorted(self.later)
        worst = later[int(len(later) * 0.95)]
        return (
            f"| {name} | {median(self.first):.0f} ms (max {max(self.first):.0f}) | {median(later):.0f} ms "
            f"(95 %: {worst:.0f}) | {median(self.loaded):.0f} ms | {self.index / 1e6:.2f} MB |"
        )


def report(folder: Path, count: int, rounds: int) -> str:
    """A table: the catalogue's search and Material's, asked in turn."""
    subprocess.run([sys.executable, "-m", f"{__package__}.project", str(folder), str(count)], check=True)
    project = Projects(folder).ours
    (project / "stock.yml").write_text(STOCK, "utf-8")
    sites = {name: folder / name for name in ("katalog", "Material")}
    for name, settings in zip(sites, ("mkdocs.yml", "stock.yml"), strict=True):
        options = ["--quiet", "--config-file", settings, "--site-dir", str(sites[name])]
        measure([sys.executable, "-m", "mkdocs", "build", *options], project)
    rows = [f"| {count} SOP | first answer | later answers | page loaded | index |", "|---|---|---|---|---|"]
    return "\n".join(rows + [answers.row(name) for name, answers in measured(sites, rounds).items()])


def measured(sites: dict[str, Path], rounds: int) -> dict[str, Answers]:
    found = {name: Answers([], [], [], index_size(site)) for name, site in sites.items()}
    options = sandbox_options()
    with sync_playwright() as playwright:
        engine = playwright.chromium.launch(
            executable_path=chromium.find(), args=options, chromium_sandbox=not options
        )
        for turn in range(rounds + 1):
            for name, site in sites.items():
                answers = _visit(engine, site, turn)
                if turn:  # the first visit warms the disk
                    found[name].first.append(answers.first[0])
                    found[name].later.extend(answers.later)
                    found[name].loaded.extend(answers.loaded)
        engine.close()
    return found


def index_size(site: Path) -> int:
    own = site / "search/sop-cari.js"
    return (own if own.is_file() else site / "search/search_index.js").stat().st_size


def _visit(engine: Browser, site: Path, turn: int) -> Answers:
    """One page opened, one query typed at once, the others letter by letter."""
    page = engine.new_page()
    page.set_default_timeout(120_000)
    page.goto((site / "index.html").as_uri())
    page.wait_for_function(f"{_LOADED} > 0")
    loaded = float(page.evaluate(_LOADED))

    def ask(letters: str, limit: int = 3_000) -> Any:
        return page.evaluate(_ASK, [letters, limit])

    queries = QUERIES[turn % len(QUERIES) :] + QUERIES[: turn % len(QUERIES)]
    first = ask(queries[0][:3], 60_000)
    assert first is not None, f"{site.name} never answered"
    later = [ask(query[:end]) for query in queries[1:4] for end in range(2, len(query) + 1)]
    page.close()
    return Answers([first], [took for took in later if took is not None], [loaded], 0)
