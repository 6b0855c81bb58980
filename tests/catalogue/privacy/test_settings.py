"""Who is named in public, as an office may set it."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.privacy.settings import SHOWN, Hiding, Privacy, PrivacyError, privacy_settings

NIPS, BOTH = Hiding(nips=True), Hiding(names=True, nips=True)


@pytest.mark.parametrize(
    ("said", "privacy"),
    [
        (None, Privacy()),
        ({"penyunting": "tampil", "nama": "tampil"}, Privacy()),
        ({"penyunting": "sembunyi"}, Privacy(editors=False)),
        ({"nip": "sembunyi"}, Privacy(NIPS, NIPS)),
        ({"nip": "sembunyi", "cetak": {"nip": "tampil"}}, Privacy(NIPS, SHOWN)),
        ({"nip": "sembunyi", "cetak": {"nama": "sembunyi"}}, Privacy(NIPS, BOTH)),
        ({"nama": "sembunyi", "nip": "sembunyi", "cetak": None}, Privacy(BOTH, BOTH)),
    ],
)
def test_each_is_shown_until_somebody_hides_it(said: object, privacy: Privacy) -> None:
    assert privacy_settings(said) == privacy


@pytest.mark.parametrize(
    "said",
    [
        "sembunyi",
        ["penyunting"],
        {"penyuntingg": "sembunyi"},
        {"penyunting": False},
        {"penyunting": []},
        {"nip": None},
        {"cetak": "sembunyi"},
        {"cetak": {"penyunting": "sembunyi"}},
    ],
)
def test_what_would_hide_nothing_is_refused(said: object) -> None:
    with pytest.raises(PrivacyError, match="tulis"):
        privacy_settings(said)
