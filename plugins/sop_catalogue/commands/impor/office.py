"""LibreOffice, where it is on the machine, makes of a document one of another kind: without macros, network, or its owner's settings."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from ...intake.primitives import UnreadableError
from .beside import found, run

LONGEST, LARGEST = 60.0, 80_000_000
"""Seconds of one conversion, and bytes of what comes of it."""

MISSING = "LibreOffice tidak ditemukan; pasang, atau simpan dokumennya sebagai PDF"

_USUAL = {
    "win32": ("Program Files*/LibreOffice*/program/soffice.com",),
    "darwin": ("Applications/LibreOffice*.app/Contents/MacOS/soffice",),
}
_USUAL_ELSEWHERE = (
    "opt/libreoffice*/program/soffice",
    "usr/lib*/libreoffice/program/soffice",
    "snap/bin/libreoffice",
)

_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "DisableActiveContent": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    # All that asks for something on a network asks a proxy that is not there.
    "Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
        "ooInetNoProxy": "",
    },
}  # fmt: skip


def soffice() -> str | None:
    """Where LibreOffice is."""
    own = "soffice.com" if sys.platform == "win32" else "soffice"
    return found((own, "libreoffice"), _USUAL.get(sys.platform, _USUAL_ELSEWHERE))


def converted(file: Path, ending: str, longest: float = LONGEST) -> bytes:
    """The file as another kind ("pdf", "xlsx"). `UnreadableError` says why there is none."""
    program = soffice()
    if program is None:
        raise UnreadableError(MISSING)
    with TemporaryDirectory(prefix="sop-impor-", ignore_cleanup_errors=True) as folder:
        return _converted(program, file, ending, longest, Path(folder))


def _converted(program: str, file: Path, ending: str, longest: float, folder: Path) -> bytes:
    """The document goes under a name of ours: its own may begin with a dash, or end in a space."""
    source = folder / f"dokumen{file.suffix.lower()}"
    shutil.copyfile(file, source)
    profile, out = folder / "profil", folder / "hasil"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), "utf-8")
    options = ("--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}")
    _run([program, *options, "--convert-to", ending, "--outdir", str(out), str(source)], longest)
    made = out / f"dokumen.{ending}"
    if not made.is_file():
        raise UnreadableError("LibreOffice tidak dapat membukanya; barangkali rusak atau terkunci kata sandi")
    if made.stat().st_size > LARGEST:
        raise UnreadableError(f"lebih besar dari {LARGEST // 1_000_000} MB setelah diubah LibreOffice")
    return made.read_bytes()


def _run(words: list[str], longest: float) -> None:
    try:
        run(words, longest, environment={"SAL_USE_VCLPLUGIN": "svp"} if sys.platform == "linux" else None)
    except TimeoutError:  # is an OSError, too
        raise UnreadableError(
            f"LibreOffice belum selesai membukanya setelah {longest:.0f} detik; simpan dokumennya sebagai PDF"
        ) from None
    except OSError as error:
        raise UnreadableError(f"LibreOffice tidak dapat dijalankan ({error.strerror})") from error


def _settings() -> str:
    items = (
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{"".join(items)}</oor:items>'
    )
