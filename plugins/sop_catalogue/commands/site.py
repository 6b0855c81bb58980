"""What a site says of itself in its mkdocs.yml; each setting is looked at, and found fault with, where it is needed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from ..catalogue.opendata.past import Publication
from ..catalogue.policy.levels import RulesError, rules_setting
from ..catalogue.policy.policy import Policy
from ..catalogue.privacy.settings import Privacy, PrivacyError, privacy_settings
from ..options import CACHE_DIR, PLUGIN, SOP_DEFS
from ..pages.office import Office, OfficeError, office
from ..paper.settings import PaperSettings, SettingError, paper_settings
from ..refused import RefusedError
from ..store.source_day import SourceDayError, source_day
from ..store.version import installed_version
from ..theme.brand import Brand, BrandError, brand_settings
from .paths import real, shown
from .settings_file import read_settings

FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
NAME = "Katalog SOP"
"""Of a site that has none."""


@dataclass(frozen=True, slots=True)
class Site:
    file: Path | None = None
    """Its settings; without a file, all are the defaults."""
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """What paths in the settings are relative to, whatever file they were inherited from."""
        return self.file.parent if self.file else Path()

    @property
    def definitions(self) -> Path:
        return Path(
            os.path.realpath(self.folder / self._text("sop_defs", self._option("sop_defs"), SOP_DEFS))
        )

    @property
    def cache(self) -> Path | None:
        """Where its builds keep what they have made."""
        if not self.file:
            return None
        return self.folder / self._text("cache_dir", self._option("cache_dir"), CACHE_DIR)

    @property
    def paper(self) -> PaperSettings | None:
        """None for a site without print pages."""
        try:
            return paper_settings(self._option("cetak"))
        except SettingError as error:
            raise self._fault("cetak", str(error)) from None

    @property
    def brand(self) -> Brand:
        try:
            return brand_settings(self._option("merek"))
        except BrandError as error:
            raise self._fault("merek", str(error)) from None

    @property
    def office(self) -> Office:
        """Who is named at the foot of its pages."""
        try:
            return office(self._option("kontak"), self._option("laporkan"))
        except OfficeError as error:
            raise self._fault("kontak, laporkan", str(error)) from None

    @property
    def privacy(self) -> Privacy:
        """Who and what is named in it."""
        try:
            return privacy_settings(self._option("privasi"))
        except PrivacyError as error:
            raise self._fault("privasi", str(error)) from None

    @property
    def policy(self) -> Policy:
        """How its definitions are judged."""
        try:
            rules = rules_setting(self._option("aturan"))
        except RulesError as error:
            raise self._fault("aturan", str(error)) from None
        try:
            return Policy(rules, source_day(self._option("hari_ini"), os.environ))
        except SourceDayError as error:
            raise self._fault("hari_ini", str(error)) from None

    @property
    def publication(self) -> Publication:
        """What its open data say of it."""
        licence = self._text("lisensi_data", self._option("lisensi_data"), "")
        return Publication(self.name, self.url, licence, installed_version())

    @property
    def url(self) -> str:
        """Where it is published, with a slash at its end; empty when that is not known."""
        said = self._text("site_url", self.settings.get("site_url"), "")
        try:
            parts = urlsplit(said)
        except ValueError:
            parts = urlsplit("")
        if said and not (parts.scheme and parts.netloc):
            raise self._fault("site_url", f"'{said}' bukan alamat; tulis misalnya https://sop.contoh.go.id/")
        if not said or parts.path.endswith("/"):
            return said
        return urlunsplit(parts._replace(path=f"{parts.path}/"))

    @property
    def directory_urls(self) -> bool:
        said = self.settings.get("use_directory_urls")
        if said is not None and not isinstance(said, bool):
            raise self._fault("use_directory_urls", f"'{said}' bukan pilihan; tulis true atau false")
        return said is not False

    @property
    def name(self) -> str:
        return self._text("site_name", self.settings.get("site_name"), NAME)

    @property
    def description(self) -> str:
        return self._text("site_description", self.settings.get("site_description"), "")

    @property
    def docs(self) -> Path:
        return self.folder / self._text("docs_dir", self.settings.get("docs_dir"), "docs")

    @property
    def custom_theme(self) -> Path | None:
        """Folder whose files take the place of the theme's."""
        said = self.theme("custom_dir")
        if said and not (self.folder / said).is_dir():
            raise self._fault("theme: custom_dir", f"folder '{said}' tidak ada; betulkan namanya")
        return self.folder / said if said else None

    def theme(self, key: str) -> str:
        """A text among the theme's own settings; empty where there is none."""
        theme = self.settings.get("theme")
        said = theme.get(key) if isinstance(theme, Mapping) else None
        return self._text(f"theme: {key}", said, "")

    def _option(self, key: str) -> Any:
        options = _plugins(self.settings).get(PLUGIN)
        if options is not None and not isinstance(options, Mapping):
            raise self._fault(PLUGIN, f"'{options}' bukan pengaturan; tulis kunci dan nilainya di bawahnya")
        return options.get(key) if options else None

    def _text(self, key: str, said: Any, default: str) -> str:
        if said is None:
            return default
        if not isinstance(said, str):
            raise self._fault(key, f"'{said}' bukan teks; apit dengan tanda kutip, atau hapus barisnya")
        return said

    def _fault(self, key: str, said: str) -> RefusedError:
        return RefusedError(f"{shown(self.file) if self.file else FILES[0]}: {key}: {said}")


def site_in(folder: Path) -> Site | None:
    """The site whose settings are in this very folder, if its plugins are ours. Raises `RefusedError`."""
    for file in (folder / name for name in FILES):
        if os.path.isfile(file):  # noqa: PTH113 - no complaint of a folder that must not be looked into
            site = Site(file, read_settings(file))
            if PLUGIN in _plugins(site.settings):
                return site
    return None


def site_of(root: Path) -> Site:
    """The site made of these definitions: the nearest one above them, or else above where the user is.

    What cannot be read may be the one, so it is no way out; but of what lies elsewhere nothing need be known.
    """
    above, here = (root, *root.parents), real(Path())
    faults = []
    for folder in (*above, here, *here.parents):
        try:
            if (site := site_in(folder)) and site.definitions == root:
                return site
        except RefusedError as fault:
            if folder in above:
                faults.append(fault)
    if faults:
        raise faults[0]
    return Site()


def _plugins(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Their options by name; they are a list of names and of one-key mappings, or one mapping."""
    said = settings.get("plugins")
    items = said if isinstance(said, list) else [said]
    pairs = [pair for item in items for pair in (item.items() if isinstance(item, dict) else [(item, None)])]
    # From the last to the first: of a plugin that is there twice, the first stands.
    return {str(name).removeprefix("/"): options for name, options in reversed(pairs)}
