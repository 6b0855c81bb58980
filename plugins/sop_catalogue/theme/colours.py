"""Colours as numbers: lighter and darker with the hue kept (OKLCH), laid over each other, and how far two can be told apart."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Colour:
    red: float
    green: float
    blue: float
    """As on a screen, from 0 to 1."""

    @classmethod
    def read(cls, text: str) -> Colour | None:
        """Of `#7a1f1f` or `#a11`."""
        if not _HEX.fullmatch(text):
            return None
        digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
        return cls(*(int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)))

    def __str__(self) -> str:
        return "#" + "".join(f"{round(part * 255):02x}" for part in (self.red, self.green, self.blue))

    @property
    def luminance(self) -> float:
        """As WCAG weighs it."""
        red, green, blue = map(_linear, (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def lightness(self) -> float:
        return self._lch[0]

    def over(self, ground: Colour, share: float) -> Colour:
        """Laid over another colour, so much of it covering."""
        parts = zip((self.red, self.green, self.blue), (ground.red, ground.green, ground.blue), strict=True)
        return Colour(*(own * share + below * (1 - share) for own, below in parts))

    def at(self, lightness: float, most_chroma: float = 1.0) -> Colour:
        """The same hue as light as that, and as colourful as a screen can show it; what is darker is less colourful."""
        own, chroma, hue = self._lch
        chroma = min(chroma * min(1.0, lightness / own) if own else 0.0, most_chroma)
        for step in range(101):
            parts = _screen(lightness, chroma * (1 - step / 100), hue)
            if all(-0.0005 <= part <= 1.0005 for part in parts):
                break
        return Colour(*(min(1.0, max(0.0, part)) for part in parts))

    @property
    def _lch(self) -> tuple[float, float, float]:
        red, green, blue = map(_linear, (self.red, self.green, self.blue))
        long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
        lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
        return lightness, math.hypot(a, b), math.atan2(b, a)


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21."""
    dark, light = sorted((one.luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)


def _screen(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _curved(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _curved(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _curved(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _curved(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
