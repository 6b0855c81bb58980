"""The hand-written pages as a Hugo site: the same Markdown, links that Hugo resolves, and a plain frame with the same nav.

No theme of the Go world does what Material does; the frame here is less than any of them, so that what is measured is Hugo.
"""

from __future__ import annotations

from pathlib import Path

_SETTINGS = """\
baseURL = "/"
title = "Katalog SOP"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderer]
unsafe = true
"""
_FRAME = """\
<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title>{{ with resources.Get "gaya.css" }}<link rel="stylesheet" href="{{ .RelPermalink }}">{{ end }}</head>
<body><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a> <a href="/sop/">Katalog</a></header>
<nav>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<main>{{ .Content }}</main><aside>{{ .TableOfContents }}</aside></body></html>
"""
_LINK = """\
<a href="{{ with .Page.GetPage .Destination }}{{ .RelPermalink }}{{ else }}{{ .Destination }}{{ end }}">{{ .Text }}</a>"""
_STYLE = """\
body { font-family: sans-serif; margin: 0 auto; max-width: 60rem; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2rem; vertical-align: top; }
"""


def write_hugo(project: Path, docs: Path) -> Path:
    """The folder of its pages."""
    for path, text in {
        "hugo.toml": _SETTINGS,
        "layouts/_default/single.html": _FRAME,
        "layouts/_default/list.html": _FRAME,
        "layouts/index.html": _FRAME,
        "layouts/_default/_markup/render-link.html": _LINK,
        "assets/gaya.css": _STYLE,
    }.items():
        _write(project / path, text)
    pages = project / "content"
    for file in docs.rglob("*.md"):
        place = pages / file.relative_to(docs)
        if place.name == "index.md":
            place = place.with_name("_index.md")
        title, _, text = file.read_text("utf-8").removeprefix("# ").partition("\n")
        title = title.replace("\\", "\\\\").replace('"', '\\"')
        text = text.replace("index.md)", "_index.md)")
        _write(place, f'---\ntitle: "{title}"\n---\n# {title}\n{text}')
    return pages


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
