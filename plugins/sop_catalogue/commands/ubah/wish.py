"""What is to become of the fields of many definitions, and one text as it would be then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from ...definition.editing import field_of, with_field, with_item, without_field
from ...definition.findings import Loc, did_you_mean
from ...definition.sop import Sop
from ...refused import RefusedError

FIELDS = tuple(Sop.model_fields)


@dataclass(frozen=True, slots=True)
class Wish:
    sets: Sequence[tuple[Loc, Any]] = ()
    adds: Sequence[tuple[Loc, Any]] = ()
    """Each is one more item of a list."""
    removes: Sequence[Loc] = ()
    replaces: Sequence[tuple[str, str]] = ()
    """Words for others, wherever a value has them."""
    within: Sequence[Loc] = ()
    """Words are only replaced in these; in all where there are none."""
    only: Sequence[tuple[Loc, str | None]] = ()
    """Definitions that say otherwise stay as they are; None: that have the field at all."""

    @property
    def names_fields(self) -> bool:
        return bool(self.sets or self.adds or self.removes or self.only)

    def edited(self, text: str) -> str:
        """Raises `NotEditable`."""
        if not all(_says(field_of(text, loc), said) for loc, said in self.only):
            return text
        for loc in self.removes:
            text = without_field(text, loc)
        for loc, value in self.sets:
            if field_of(text, loc) != value:
                text = with_field(text, loc, value, FIELDS)
        for loc, value in self.adds:
            held = field_of(text, loc)
            if value != held and value not in (held if isinstance(held, list) else []):
                text = with_item(text, loc, value, FIELDS)
        for old, new in self.replaces:
            text = self._replaced(text, old, new)
        return text

    def _replaced(self, text: str, old: str, new: str) -> str:
        words = _whole(old)
        for loc, value in self._reached(text):
            changed = words.sub(lambda _: new, value)
            if changed != value:
                text = with_field(text, loc, changed)
        return text

    def written_otherwise(self, text: str) -> int:
        """Values that have the words in other letters, large or small, and that stay."""
        values = [value for _, value in self._reached(text)] if self.replaces else []
        return sum(
            1
            for old, _ in self.replaces
            for value in values
            if _whole(old, re.IGNORECASE).search(value) and not _whole(old).search(value)
        )

    def _reached(self, text: str) -> list[tuple[Loc, str]]:
        found = _texts(field_of(text, ()), ())
        return [
            (loc, value)
            for loc, value in found
            if not self.within or any(loc[: len(inside)] == inside for inside in self.within)
        ]


def field_path(said: str) -> Loc:
    """`disahkan_oleh.nama`, as it is typed; a number is the place in a list, counted from 1."""
    steps = said.strip().split(".")
    if not all(steps):
        raise RefusedError(f"isian '{said}' tidak dikenal; tulis misalnya status atau disahkan_oleh.nama")
    if steps[0] not in FIELDS:
        raise RefusedError(f"isian '{steps[0]}' tidak dikenal; {did_you_mean(steps[0], FIELDS)}")
    return tuple(int(step) - 1 if step.isdecimal() and int(step) else step for step in steps)


def assignment(said: str) -> tuple[Loc, Any]:
    """`ISIAN=NILAI`; a value in square or curly brackets is a list or several fields, as YAML writes them."""
    name, equals, value = said.partition("=")
    if not equals:
        raise RefusedError(f"tulis ISIAN=NILAI, misalnya status=berlaku; tertulis '{said}'")
    return field_path(name), _value(value.strip())


def _whole(words: str, flags: int = 0) -> re.Pattern[str]:
    """Not as a part of longer ones: Kasi is not in Kasir."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", flags)


def _value(text: str) -> Any:
    if not text.startswith(("[", "{")):
        return text
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        raise RefusedError(
            f"nilai '{text}' bukan YAML yang lengkap; periksa kurung, koma, dan tanda kutipnya"
        ) from None


def _says(held: Any, said: str | None) -> bool:
    if said is None:
        return held not in (None, "")
    return said in held if isinstance(held, list) else held == said


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*loc, key))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from _texts(one, (*loc, i))
    elif isinstance(value, str):
        yield loc, value
