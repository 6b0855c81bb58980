"""What may stand under the plugin in mkdocs.yml."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.config_options import Choice, Dir, Optional, Type

from ..catalogue.policy.levels import Rules, RulesError, rules_setting
from ..catalogue.privacy.settings import Privacy, PrivacyError, privacy_settings
from ..options import CACHE_DIR, SOP_DEFS
from ..pages.office import OfficeError, contacts_of, report_of
from ..paper.settings import PaperSettings, SettingError, paper_settings
from ..store.source_day import SourceDayError, source_day
from ..theme.brand import Brand, BrandError, brand_settings


class PaperOption(BaseConfigOption[PaperSettings | None]):
    """The settings under `cetak`; `false` leaves print pages out."""

    def run_validation(self, value: object) -> PaperSettings | None:
        try:
            return paper_settings(value)
        except SettingError as error:
            raise ValidationError(str(error)) from None


class BrandOption(BaseConfigOption[Brand]):
    """The colours under `merek`."""

    def run_validation(self, value: object) -> Brand:
        try:
            return brand_settings(value)
        except BrandError as error:
            raise ValidationError(str(error)) from None


class PrivacyOption(BaseConfigOption[Privacy]):
    """What is named in public, under `privasi`."""

    def run_validation(self, value: object) -> Privacy:
        try:
            return privacy_settings(value)
        except PrivacyError as error:
            raise ValidationError(str(error)) from None


class RulesOption(BaseConfigOption[Rules]):
    """How much findings weigh, under `aturan`."""

    def run_validation(self, value: object) -> Rules:
        try:
            return rules_setting(value)
        except RulesError as error:
            raise ValidationError(str(error)) from None


class DayOption(BaseConfigOption[date | None]):
    """The day that `hari_ini` names, else the one that packagers set."""

    def run_validation(self, value: object) -> date | None:
        try:
            return source_day(value, os.environ)
        except SourceDayError as error:
            raise ValidationError(str(error)) from None


class WorkOption(BaseConfigOption[int | None]):
    """How many processes build; None for as many as the machine has room for."""

    def run_validation(self, value: object) -> int | None:
        if value in (None, "otomatis"):
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 64:
            return value
        raise ValidationError(
            f"tulis 'otomatis' atau banyaknya proses, misalnya 1 atau 2; tertulis {value!r}"
        )


class OfficeOption(BaseConfigOption[object]):
    """What the foot of every page says of the office; kept as it was written."""

    def __init__(self, check: Callable[[object], object]) -> None:
        super().__init__()
        self.check = check

    def run_validation(self, value: object) -> object:
        try:
            self.check(value)
        except OfficeError as error:
            raise ValidationError(str(error)) from None
        return value


class SopConfig(Config):
    """Options in mkdocs.yml."""

    sop_defs = Dir(exists=True, default=SOP_DEFS)
    """Folder of the definitions."""
    cache_dir = Type(str, default=CACHE_DIR)
    """Folder for drawings and parsed definitions, relative to mkdocs.yml; safe to delete."""
    cetak = PaperOption()
    """How the print pages are laid out; see `PaperSettings` for the keys."""
    merek = BrandOption()
    """The office's colours; see `Brand`."""
    kerja = WorkOption()
    """How many processes make pages and sheets; what they make is the same."""
    kontak = OfficeOption(contacts_of)
    """How to reach the office, at the foot of every page: a text, or several."""
    laporkan = OfficeOption(report_of)
    """Where readers report what is wrong: a mail address or one of the web."""
    privasi = PrivacyOption()
    """Who and what is named in public; see `Privacy` for the keys."""
    aturan = RulesOption()
    """How much each finding weighs; places may say otherwise."""
    hari_ini = DayOption()
    """Which day it is, for findings that hang on it."""
    lisensi_data = Optional(Type(str))
    """What may be done with the open data, as `catalogue.json` says it."""
    search = Choice(("catalogue", "material"), default="catalogue")
    """Whose index and worker stand behind the search box: the catalogue's, or Material's own."""
