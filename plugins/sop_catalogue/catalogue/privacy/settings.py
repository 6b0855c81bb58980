"""Who and what is named in public: the settings under `privasi`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_SAID = {"tampil": False, "sembunyi": True}
_OF_OFFICIALS = ("nama", "nip")
_KNOWN = (*_OF_OFFICIALS, "penyunting", "cetak")


class PrivacyError(ValueError):
    """A setting that cannot be used; says why, in the words of whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """What is hidden of the officials who sign and head."""

    names: bool = False
    nips: bool = False

    def __str__(self) -> str:
        return "-".join(
            key for key, hidden in zip(_OF_OFFICIALS, (self.names, self.nips), strict=True) if hidden
        )

    def __bool__(self) -> bool:
        return self.names or self.nips


SHOWN = Hiding()


@dataclass(frozen=True, slots=True)
class Privacy:
    pages: Hiding = SHOWN
    """On pages, and in data."""
    paper: Hiding = SHOWN
    """On sheets; as on pages where nothing else is said, for a site publishes its sheets too."""
    editors: bool = True
    """Whether those who changed the definitions are named, as git names them."""


def privacy_settings(value: object) -> Privacy:
    """Raises `PrivacyError`."""
    said = _mapping(value, _KNOWN, "")
    pages = _hiding(said, SHOWN, "")
    paper = _hiding(_mapping(said.get("cetak"), _OF_OFFICIALS, "cetak: "), pages, "cetak: ")
    return Privacy(pages, paper, editors=not _hidden(said, "penyunting", False, ""))


def _mapping(value: object, known: tuple[str, ...], where: str) -> Mapping[str, object]:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not all(key in known for key in value):
        raise PrivacyError(
            f"{where}tulis misalnya {{nip: sembunyi}}; yang dikenal: {', '.join(known)}; tertulis {value!r}"
        )
    return value


def _hiding(said: Mapping[str, object], otherwise: Hiding, where: str) -> Hiding:
    return Hiding(_hidden(said, "nama", otherwise.names, where), _hidden(said, "nip", otherwise.nips, where))


def _hidden(said: Mapping[str, object], key: str, otherwise: bool, where: str) -> bool:
    word = said.get(key)
    if key not in said:
        return otherwise
    if not isinstance(word, str) or word not in _SAID:
        raise PrivacyError(f"{where}{key}: tulis tampil atau sembunyi; tertulis {word!r}")
    return _SAID[word]
