"""Who is named in public, as an office may set it."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.privacy.settings import Privacy, PrivacyError, privacy_settings


def test_each_is_shown_until_somebody_hides_it() -> None:
    assert privacy_settings(None) == privacy_settings({"penyunting": "tampil"}) == Privacy()
    assert privacy_settings({"penyunting": "sembunyi"}) == Privacy(penyunting=False)


@pytest.mark.parametrize(
    "said",
    ["sembunyi", ["penyunting"], {"penyuntingg": "sembunyi"}, {"penyunting": False}, {"penyunting": []}],
)
def test_what_would_hide_nothing_is_refused(said: object) -> None:
    with pytest.raises(PrivacyError, match="tulis"):
        privacy_settings(said)
