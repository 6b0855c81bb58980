"""Titles and numbers of SOPs as they are compared: what people write in many ways, in one."""

from __future__ import annotations

import re
from functools import lru_cache

from ...definition.markup import plain

NAMES_OF_SOP = (
    r"(?:sop|spo|standar op(?:e)?ra(?:si)?onal prosedur|standar prosedur operasional"
    r"|standar operasional procedure|prosedur tetap|protap)"
)
"""What people call an SOP before they say which."""

NAME_OF_SOP = re.compile(rf"{NAMES_OF_SOP}\b[\W_]*(?:ap\b\s*)?".replace(" ", r"\s+"), re.IGNORECASE)
_LEAD = re.compile(rf"(?:{NAMES_OF_SOP}\b\s*(?:ap\b)?\s*)+(?:tentang\b\s*)?")
_ITEM_MARK = re.compile(r"\s*(?:[-–•*]+\)?|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)", re.IGNORECASE)
_NUMBER_LEAD = re.compile(r"(?:sop)?(?:nomor|no\.?)?:?(?=.*\d)")
_NUMBER_TAIL = re.compile(r"(?<![\s,(])[\s,(]+(?:nomor|no\.?)\s*:?\s*((?=\S*\d).+?)\)?\s*$", re.IGNORECASE)


@lru_cache(maxsize=32768)
def title_key(text: str) -> str:
    """A title without "SOP", case, punctuation, markup and list marks."""
    found = words_of(text)
    lead = _LEAD.match(found)
    return (found[lead.end() :] if lead else "") or found


def words_of(text: str) -> str:
    """The words, one space between them; "&" is "dan"."""
    bare = plain(text)
    if mark := _ITEM_MARK.match(bare):
        bare = bare[mark.end() :]
    return re.sub(r"[\W_]+", " ", bare.casefold().replace("&", " dan ")).strip()


@lru_cache(maxsize=32768)
def number_key(text: str) -> str:
    """A number as it is compared; empty for what can hardly be one, or is not whole."""
    key = re.sub(r"\s+", "", plain(text)).casefold()
    key = key[lead.end() :] if (lead := _NUMBER_LEAD.match(key)) else key
    return key if re.search(r"\d", key) and "//" not in key and not key.startswith("/") else ""


def title_and_number(text: str) -> tuple[str, str]:
    """`SOP Surat Masuk Nomor 421/012/2026` in its two parts; the second is empty when there is none."""
    tail = _NUMBER_TAIL.search(plain(text))
    return (plain(text)[: tail.start()], tail[1]) if tail else (text, "")


def split_end(text: str) -> tuple[str, str]:
    """A title, and the sign by which its list ends an item."""
    title = text.rstrip(" ;,")
    return title, text[len(title) :].strip()
