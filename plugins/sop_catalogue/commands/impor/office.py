"""LibreOffice, where it is on the machine, makes of a document one of another kind: without macros, network, or its owner's settings."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from ...intake.primitives import UnreadableError

LONGEST, LARGEST, MOST_MEMORY = 60.0, 80_000_000, 2_000_000_000
"""Seconds of one conversion, bytes of what comes of it, and the memory it may take where that can be limited."""

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
    on_path = shutil.which("soffice.com" if sys.platform == "win32" else "soffice") or shutil.which(
        "libreoffice"
    )
    if on_path:
        return on_path
    root = Path(Path.home().anchor)
    usual = chain.from_iterable(root.glob(pattern) for pattern in _USUAL.get(sys.platform, _USUAL_ELSEWHERE))
    return next((str(path) for path in usual), None)


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
    """To its end, or to the end of its time: then with all that it started."""
    quiet = subprocess.DEVNULL
    environment = {**os.environ, "SAL_USE_VCLPLUGIN": "svp"} if sys.platform == "linux" else None
    try:
        process = subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet, env=environment, start_new_session=True)  # fmt: skip
    except OSError as error:
        raise UnreadableError(f"LibreOffice tidak dapat dijalankan ({error.strerror})") from error
    try:
        _limit_memory(process.pid)
        process.wait(longest)
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            f"LibreOffice belum selesai membukanya setelah {longest:.0f} detik; simpan dokumennya sebagai PDF"
        ) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Also what outlived it: on Unix all of them are one group."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
            )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _limit_memory(pid: int) -> None:
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(pid, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


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
