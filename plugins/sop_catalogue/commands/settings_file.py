"""A site's settings file as MkDocs reads it: with what it inherits, and with the variables of the environment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, ClassVar

import yaml

from ..definition.reading.yaml_faults import explain_yaml
from ..refused import RefusedError
from ..store.os_faults import reason
from .paths import shown

_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What PyYAML lets through of a value that is not what its tag says, such as the 31st of February."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A value only a plugin, a theme or Python itself can make, such as `!!python/name:…`."""

    tag: str

    def __str__(self) -> str:
        return self.tag.replace("tag:yaml.org,2002:", "!!")


def read_settings(file: Path) -> dict[str, Any]:
    """What the file and those it inherits from say together. No plugin or theme need be installed.

    Raises `RefusedError`.
    """
    from mkdocs.exceptions import ConfigurationError  # only where there is a file for it to read
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    class Reader(_Reader):
        chain: ClassVar[list[Path]] = []

    try:
        with file.open("rb") as opened:
            return yaml_load(opened, get_yaml_loader(Reader))
    except OSError as error:
        place = shown(Path(error.filename or file))
        raise RefusedError(f"{place}: tidak dapat dibaca ({reason(error)}); periksa berkas itu") from None
    except ConfigurationError as error:
        raise RefusedError(_explained(Reader.chain[-1], error.__context__)) from None
    except _UNREADABLE as error:
        place = shown(Reader.chain[-1])
        raise RefusedError(
            f"{place}: ada isian yang tidak dapat dibaca ({error}); betulkan isian itu"
        ) from None


class _Reader(yaml.SafeLoader):
    """Reads one file of a chain, and refuses what MkDocs would stumble over."""

    chain: ClassVar[list[Path]]
    """The files so far, from the site's own upwards."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.file = Path(stream.name)
        again = any(file.samefile(self.file) for file in self.chain)
        self.chain.append(self.file)
        if again:
            way = " → ".join(map(shown, self.chain))
            raise RefusedError(f"INHERIT berputar: {way}; hapus INHERIT di salah satu berkas itu")
        super().__init__(stream)

    def get_single_data(self) -> Any:
        found = super().get_single_data()
        if found is None or (isinstance(found, dict) and "INHERIT" not in found):
            return found
        place = shown(self.file)
        if not isinstance(found, dict):
            raise RefusedError(f"{place}: isinya bukan pengaturan; tulis baris-baris 'kunci: nilai'")
        parent = found["INHERIT"]
        if not isinstance(parent, str):
            remedy = "tulis nama berkas induknya; bila ditulis dengan !ENV, isi dulu variabelnya"
            raise RefusedError(f"{place}: INHERIT: '{parent}' bukan nama berkas; {remedy}")
        if not (self.file.parent / parent).exists():
            raise RefusedError(f"{place}: INHERIT: berkas induk '{parent}' tidak ada; betulkan namanya")
        return found


_Reader.add_multi_constructor("", lambda _loader, tag, _node: Foreign(tag))


def _explained(file: Path, error: BaseException | None) -> str:
    assert isinstance(error, yaml.YAMLError)
    complaint = explain_yaml(error, file.read_bytes().decode("utf-8-sig", "replace"))
    return f"{shown(file)}:{complaint.place[0]}: {complaint.fault.message}; {complaint.fault.remedy}"
