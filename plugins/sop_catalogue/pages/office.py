"""What the foot of every page says of the office behind a site: how to reach it, and where to report what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from .text.contacts import with_contacts

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_WEB = re.compile(r"https?://[^\s<>\"']+")


class OfficeError(ValueError):
    """A setting that cannot be used; says why, in the words of whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Office:
    contacts: tuple[Markup, ...] = ()
    report: str = ""
    """An address; nobody but the office itself is ever told of a fault, so without a setting there is none."""


def office(contacts: object, report: object) -> Office:
    """From the settings `kontak` and `laporkan`. Raises `OfficeError`."""
    return Office(contacts_of(contacts), report_of(report))


def contacts_of(said: object) -> tuple[Markup, ...]:
    texts = said if isinstance(said, list) else [] if said is None else [said]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise OfficeError(f"tulis teks, atau daftarnya; tertulis {said!r}")
    return tuple(map(with_contacts, texts))


def report_of(said: object) -> str:
    if said is None:
        return ""
    if isinstance(said, str) and _MAIL.fullmatch(said):
        return f"mailto:{said}"
    if isinstance(said, str) and _WEB.fullmatch(said):
        return said
    raise OfficeError(f"tulis alamat surel, atau alamat yang diawali https://; tertulis {said!r}")
