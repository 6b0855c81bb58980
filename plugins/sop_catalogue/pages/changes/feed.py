"""What changed, as Atom feeds: of the catalogue, and of each unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree as Xml

from ...catalogue.changes import SAID, Change, changes_of
from ...catalogue.model import Catalogue, UnitEntry
from ...catalogue.opendata.past import Publication
from ...definition.tanggal import Tanggal
from ..late import LateFile
from ..links import CHANGES, feed_address, page_path, sop_address
from ..render import plain

MOST = 100
"""Of the whole and of a unit: a feed tells news."""
_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEFORE_ALL = "2000-01-01T00:00:00+07:00"


def feed_files(catalogue: Catalogue, directory_urls: bool, publication: Publication) -> Iterator[LateFile]:
    """None where nobody knows the addresses that a feed must give."""
    if not publication.url:
        return
    changes = [change for change in changes_of(catalogue) if change.day.iso]
    by_unit: dict[UnitEntry, list[Change]] = {unit: [] for unit in catalogue.units}
    for change in changes:
        by_unit[change.entry.unit].append(change)
    for unit, found in [(None, changes), *by_unit.items()]:
        yield feed_address(unit), partial(_feed, found[:MOST], unit, directory_urls, publication)


def _feed(
    changes: Iterable[Change], unit: UnitEntry | None, directory_urls: bool, publication: Publication
) -> bytes:
    changes = list(changes)
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "id"})
    name = f"{unit.data.nama}, {unit.pemda.short}" if unit else publication.name
    _add(root, "title", f"Perubahan SOP: {plain(name)}")
    _add(root, "id", _tag(publication, f"perubahan/{unit.id}" if unit else "perubahan"))
    _add(root, "updated", _moment(changes[0].day) if changes else _BEFORE_ALL)
    _add(_add(root, "author"), "name", publication.name)
    _add(root, "generator", "Katalog SOP")
    _link(root, "self", publication, feed_address(unit), "application/atom+xml")
    _link(root, "alternate", publication, page_path(CHANGES, directory_urls), "text/html")
    for change in changes:
        _entry(root, change, directory_urls, publication)
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: Xml.Element, change: Change, directory_urls: bool, publication: Publication) -> None:
    sop, item = change.entry, _add(root, "entry")
    said = SAID[change.what]
    _add(item, "title", f"{said}: {plain(sop.name)}")
    _add(item, "id", _tag(publication, f"sop/{change.key}"))
    _add(item, "updated", _moment(change.day))
    _link(item, "alternate", publication, page_path(sop_address(sop), directory_urls), "text/html")
    _add(item, "category").attrib.update(term=change.what.value, label=said)
    told = [f"{sop.unit.data.nama}, {sop.unit.pemda.short}", f"{said}, {change.date}", change.why]
    if change.successor:
        told.append(f"Penggantinya: {change.successor.name}")
    _add(item, "summary", plain(". ".join(filter(None, told)) + "."))


def _tag(publication: Publication, what: str) -> str:
    """RFC 4151: the same for ever, and nobody else's."""
    site = urlsplit(publication.url)
    return f"tag:{quote(site.hostname or '')},2026:{quote(site.path.lstrip('/') + what)}"


def _moment(day: Tanggal) -> str:
    """As early as it may have been, where people in the west of the country begin a day."""
    return f"{day.tahun:04}-{day.bulan or 1:02}-{day.hari or 1:02}T00:00:00+07:00"


def _link(above: Xml.Element, kind: str, publication: Publication, path: str, what: str) -> None:
    _add(above, "link").attrib.update(rel=kind, type=what, href=urljoin(publication.url, quote(path)))


def _add(above: Xml.Element, name: str, text: str = "") -> Xml.Element:
    found = Xml.SubElement(above, name)
    found.text = _NO_XML.sub("", text) or None
    return found
