"""An office's colours: of the two that it names, all shades of both palettes, each legible where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .colours import Colour, contrast

TEXT, SHAPE = 4.6, 3.05
"""What WCAG asks of words (4.5) and of lines (3), and a little more for rounding."""
_GROUNDS = re.compile(r"--k-(?:latar|kertas|lunak|simbol|sorot|formulir-kepala|\w+-latar): (#[0-9a-f]{3,6});")
_PATTERN, _FAINT = 0.13, 0.77
"""How much of white lies over the brand: in its pattern, and as words that stand back."""


class BrandError(ValueError):
    """Colours that cannot be used as they are written."""


@dataclass(frozen=True, slots=True)
class Brand:
    main: Colour
    accent: Colour

    @property
    def shades(self) -> tuple[dict[str, Colour], dict[str, Colour]]:
        """The light palette's variables and the dark one's."""
        light, dark = _grounds()
        head = _darkened(self.main, self.main.lightness, _carries_words)
        foot = _darkened(self.main, head.lightness - 0.1, _carries_faint_words)
        link = _darkened(
            self.main, max(0.35, min(0.47, self.main.lightness + 0.08)), _stands_out(light, TEXT)
        )
        night = _lightened(self.main.at(0.8, 0.09), 0.8, _stands_out(dark, TEXT))
        accent = _lightened(self.accent, self.accent.lightness, _marks(head, foot, *dark))
        return (
            {
                "merek": head,
                "merek-tua": foot,
                "atas-merek": WHITE,
                "aksen": accent,
                "tautan": link,
                "tautan-lewat": link.at(link.lightness - 0.12),
            },
            {
                "merek": head.at(head.lightness - 0.06),
                "merek-tua": foot.at(foot.lightness - 0.07),
                "tautan": night,
                "tautan-lewat": night.at(min(0.95, night.lightness + 0.07)),
            },
        )

    @property
    def changed(self) -> list[str]:
        """Where a colour is not shown as it was named, and why."""
        light, _ = self.shades
        pairs = (
            ("utama", self.main, light["merek"], "terlalu terang untuk huruf putih"),
            ("aksen", self.accent, light["aksen"], "tidak cukup berbeda dari warna utama atau dari hurufnya"),
        )
        return [
            f"merek: {key}: {named} {why}; dipakai {used}"
            for key, named, used, why in pairs
            if str(named) != str(used)
        ]

    @property
    def styles(self) -> str:
        light, dark = (
            "".join(f"--k-{name}: {shade};\n" for name, shade in part.items()) for part in self.shades
        )
        return (
            "/* The office's colours, as its settings name them. */\n"
            f'[data-md-color-scheme] {{\n{light}}}\n[data-md-color-scheme="slate"] {{\n{dark}}}\n'
        )


def brand_settings(said: object) -> Brand:
    """What stands under `merek`. Raises `BrandError`."""
    if said is None:
        return DEFAULT
    if not isinstance(said, Mapping):
        raise BrandError(f"'{said}' bukan pengaturan; tulis kunci utama dan aksen di bawahnya")
    for key in said:
        if key not in _KEYS:
            raise BrandError(f"kunci '{key}' tidak dikenal; yang ada: {' dan '.join(_KEYS)}")
    return Brand(*(_colour(key, said[key]) if key in said else usual for key, usual in _KEYS.items()))


def _colour(key: str, said: Any) -> Colour:
    if said is None:
        raise BrandError(
            f'{key}: kosong; apit warnanya dengan tanda kutip, sebab # memulai catatan: {key}: "#7a1f1f"'
        )
    colour = Colour.read(said.strip()) if isinstance(said, str) else None
    if colour is None:
        raise BrandError(f"{key}: '{said}' bukan warna; tulis enam angka heksadesimal, misalnya \"#7a1f1f\"")
    return colour


def _named(text: str) -> Colour:
    colour = Colour.read(text)
    assert colour
    return colour


WHITE, INK, _FOOTNOTE = _named("#fff"), _named("#14242b"), _named("#b4cbd3")
"""Words on the brand; words on the accent; the faintest words in the foot."""
_KEYS = {"utama": _named("#1c3f6e"), "aksen": _named("#f6b91a")}
DEFAULT = Brand(*_KEYS.values())


@cache
def _grounds() -> tuple[tuple[Colour, ...], tuple[Colour, ...]]:
    """What links stand on in the light palette, and in the dark one."""
    text = (Path(__file__).parent / "assets/stylesheets/situs/warna.css").read_text("utf-8")
    light, _, dark = text.partition('"slate"')
    return tuple(map(_named, _GROUNDS.findall(light))), tuple(map(_named, _GROUNDS.findall(dark)))


def _carries_words(head: Colour) -> bool:
    over_pattern = contrast(WHITE, WHITE.over(head, _PATTERN))
    return min(over_pattern, contrast(WHITE.over(head, _FAINT), head)) >= TEXT


def _carries_faint_words(foot: Colour) -> bool:
    return contrast(_FOOTNOTE, WHITE.over(foot, _PATTERN)) >= TEXT


def _stands_out(grounds: Iterable[Colour], least: float) -> Callable[[Colour], bool]:
    return lambda colour: all(contrast(colour, ground) >= least for ground in grounds)


def _marks(*grounds: Colour) -> Callable[[Colour], bool]:
    """As a line on these, and under words of ink."""
    stands_out = _stands_out(grounds, SHAPE)
    return lambda colour: stands_out(colour) and contrast(INK, colour) >= TEXT


def _darkened(colour: Colour, lightness: float, suits: Callable[[Colour], bool]) -> Colour:
    return _moved(colour, lightness, -0.005, suits)


def _lightened(colour: Colour, lightness: float, suits: Callable[[Colour], bool]) -> Colour:
    return _moved(colour, lightness, 0.005, suits)


def _moved(colour: Colour, lightness: float, step: float, suits: Callable[[Colour], bool]) -> Colour:
    """The nearest lightness that suits; a colour that suits as it is stays what it is."""
    if lightness == colour.lightness and suits(colour):
        return colour
    while 0 <= lightness <= 1 and not suits(colour.at(lightness)):
        lightness += step
    return colour.at(min(1.0, max(0.0, lightness)))
