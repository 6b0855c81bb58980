"""Who and what is named in public: the settings under `privasi`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

_SAID = {"tampil": True, "sembunyi": False}


class PrivacyError(ValueError):
    """A setting that cannot be used; says why, in the words of whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """Each is shown or not; its name is that of the setting."""

    penyunting: bool = True
    """Those who changed the definitions, as git names them."""


def privacy_settings(value: object) -> Privacy:
    """Raises `PrivacyError`."""
    if value is None:
        return Privacy()
    known = [item.name for item in fields(Privacy)]
    if not isinstance(value, Mapping) or not all(key in known for key in value):
        raise PrivacyError(
            f"tulis misalnya {{{known[0]}: sembunyi}}; yang dikenal: {', '.join(known)}; tertulis {value!r}"
        )
    for key, said in value.items():
        if not isinstance(said, str) or said not in _SAID:
            raise PrivacyError(f"{key}: tulis tampil atau sembunyi; tertulis {said!r}")
    return Privacy(**{key: _SAID[said] for key, said in value.items()})
