"""Whatever two colours an office names, both palettes can be read, and a colour that can be shown is shown as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.theme.brand import DEFAULT, Brand, BrandError, brand_settings
from sop_catalogue.theme.bundles import packaged
from sop_catalogue.theme.colours import Colour, contrast

PARTS = st.floats(0, 1)
COLOURS = st.builds(Colour, PARTS, PARTS, PARTS)
GROUND = re.compile(r"--k-(latar|kertas|lunak|simbol|netral-latar|formulir-kepala|sorot): (#\w+);")


def colour(text: str) -> Colour:
    found = Colour.read(text)
    assert found
    return found


def shown(shade: Colour) -> Colour:
    """As a stylesheet says it, rounded."""
    return colour(str(shade))


@given(COLOURS, COLOURS)
def test_both_palettes_pass_aa(main: Colour, accent: Colour) -> None:
    light, dark = Brand(main, accent).shades
    white, ink = colour("#ffffff"), colour("#14242b")
    warna = packaged("assets/stylesheets/situs/warna.css").partition('"slate"')
    for palette, css in ((light, warna[0]), ({**light, **dark}, warna[2])):
        for name, shade in palette.items():
            palette[name] = shown(shade)
        grounds = [colour(text) for _, text in GROUND.findall(css)]
        assert len(grounds) == 7
        for link in (palette["tautan"], palette["tautan-lewat"]):
            assert min(contrast(link, ground) for ground in grounds) >= 4.5
        for head in (palette["merek"], palette["merek-tua"]):
            assert contrast(white, white.over(head, 0.13)) >= 4.5
            assert contrast(palette["aksen"], head) >= 3
        assert contrast(white.over(palette["merek"], 0.77), palette["merek"]) >= 4.5
        assert contrast(colour("#b4cbd3"), white.over(palette["merek-tua"], 0.13)) >= 4.5
        assert contrast(ink, palette["aksen"]) >= 4.5
    assert (
        min(contrast(light["aksen"], ground) for ground in grounds) >= 3
    )  # the focus ring of the dark palette


@pytest.mark.parametrize("main", ["#7a1f1f", "#0b4a5c", "#1c3f6e", "#14532d", "#4a1d6b"])
def test_a_dark_colour_stays_what_it_is(main: str) -> None:
    brand = brand_settings({"utama": main})
    assert str(brand.shades[0]["merek"]) == main
    assert brand.changed == []


def test_known_contrasts() -> None:
    assert contrast(colour("#000"), colour("#fff")) == pytest.approx(21)
    assert contrast(colour("#777777"), colour("#ffffff")) == pytest.approx(4.478, abs=0.001)


@given(COLOURS)
def test_a_colour_at_its_own_lightness_is_itself(one: Colour) -> None:
    same = one.at(one.lightness)
    assert contrast(one, same) == pytest.approx(1, abs=0.01)


def test_without_settings_the_colours_are_the_theme_s() -> None:
    assert brand_settings(None) == brand_settings({}) == DEFAULT
    with pytest.raises(BrandError, match="bukan warna"):
        brand_settings({"aksen": "url(x)"})
