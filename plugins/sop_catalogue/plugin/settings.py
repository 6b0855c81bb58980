"""What may stand under the plugin in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.config_options import Choice, Dir, Type

from ..options import CACHE_DIR, SOP_DEFS
from ..paper.settings import PaperSettings, SettingError, paper_settings


class PaperOption(BaseConfigOption[PaperSettings | None]):
    """The settings under `cetak`; `false` leaves print pages out."""

    def run_validation(self, value: object) -> PaperSettings | None:
        try:
            return paper_settings(value)
        except SettingError as error:
            raise ValidationError(str(error)) from None


class SopConfig(Config):
    """Options in mkdocs.yml."""

    sop_defs = Dir(exists=True, default=SOP_DEFS)
    """Folder of the definitions."""
    cache_dir = Type(str, default=CACHE_DIR)
    """Folder for drawings and parsed definitions, relative to mkdocs.yml; safe to delete."""
    cetak = PaperOption()
    """How the print pages are laid out; see `PaperSettings` for the keys."""
    search = Choice(("catalogue", "material"), default="catalogue")
    """Whose index and worker stand behind the search box: the catalogue's, or Material's own."""
