"""Logos: files that are published as they are, so each may hold a picture and nothing else.

As a part of a page an SVG is only drawn. Opened by its own address it is a document of the site, which would run the
scripts in it and fetch what it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from xml.parsers import expat

from ..store.digest import digest
from ..store.folder import Folder, IsALinkError, NotAFileError

SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
MAX_BYTES = 2_000_000

_SVG = "http://www.w3.org/2000/svg "
_XHTML = "http://www.w3.org/1999/xhtml "
_ACTS = re.compile(r"script|foreignobject|animate\w*|set|discard|handler|listener", re.IGNORECASE)
"""Elements of SVG that do something; a link may stay, for it leads nowhere."""
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]|$)", re.IGNORECASE)
"""What a reference may lead to: a part of the picture, or a photograph held in it."""
_FETCHES = re.compile(r"url\((?!\s*[\"']?(?:#|data:))|@import|image-set|\\", re.IGNORECASE)
"""In styles; a backslash can spell any of it otherwise."""


@dataclass(frozen=True)
class Logo:
    """A picture that is published as it is."""

    suffix: str
    """Of its file, in small letters."""
    data: bytes = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """Another picture under the same name is another sheet."""
        return digest(self.data)[:12]


def read_logo(folder: Folder, path: str) -> tuple[Logo | None, str]:
    """The picture, or why it cannot be published, in words."""
    try:
        logo = Logo(PurePosixPath(path).suffix.lower(), folder.read(path, MAX_BYTES + 1))
    except IsALinkError:
        return None, "berkas logo ini hanya tautan (symlink) ke berkas lain"
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, NotAFileError):
        return None, "berkas logo ini tidak ada"
    except OSError:
        return None, "berkas logo ini tidak dapat dibuka"
    problem = problem_of(logo)
    return (None, problem) if problem else (logo, "")


def problem_of(logo: Logo) -> str:
    """Why it cannot be published, in words; empty where it can."""
    if len(logo.data) > MAX_BYTES:
        return f"berkas logo ini lebih dari {MAX_BYTES // 1_000_000} MB"
    return _problem_of_svg(logo.data) if logo.suffix == ".svg" else ""


def _problem_of_svg(data: bytes) -> str:
    parser = expat.ParserCreate(namespace_separator=" ")
    look = _Look()
    parser.StartElementHandler = look.begin
    parser.EndElementHandler = look.end
    parser.CharacterDataHandler = look.words
    parser.ProcessingInstructionHandler = look.instruction
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        return "berkas logo ini bukan SVG yang utuh"
    acts = look.acts or _FETCHES.search("".join(look.style))
    return "logo SVG ini memuat skrip, animasi, atau alamat di luar dirinya" if acts else ""


class _Look:
    """Goes through one SVG."""

    def __init__(self) -> None:
        self.acts = False
        """Whether it holds more than a drawing."""
        self.style: list[str] = []
        self._inside = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self._inside = name
        local = name.removeprefix(_SVG)
        self.acts |= name.startswith(_XHTML) or (local != name and bool(_ACTS.fullmatch(local)))
        self.acts |= any(_attribute_acts(*item) for item in attributes.items())

    def end(self, _name: str) -> None:
        self._inside = ""

    def words(self, text: str) -> None:
        if self._inside == f"{_SVG}style":
            self.style.append(text)

    def instruction(self, target: str, _data: str) -> None:
        self.acts |= target == "xml-stylesheet"


def _attribute_acts(name: str, value: str) -> bool:
    """What drawing programs note in names of their own is looked at by nobody else."""
    space, _, local = name.rpartition(" ")
    if local == "href":
        return not _INSIDE.match(value)
    return not space and (local.lower().startswith("on") or bool(_FETCHES.search(value)))
