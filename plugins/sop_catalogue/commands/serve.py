"""`sop serve`: the site while it is written, whole or one part of it, in a browser."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..definition.fields import slug
from ..definition.findings import did_you_mean
from ..options import PART
from ..refused import RefusedError
from .definitions import add_root, find_root
from .outcome import OK, USAGE
from .parser import Commands
from .paths import real, shown
from .site import FILES, site_of

HOST, PORT = "127.0.0.1", 8000
_NEXT = 20
"""So many ports are tried where nobody has asked for one."""


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "serve",
        help="tampilkan katalog di peramban selagi ditulis",
        description="Tampilkan katalog di peramban; setiap kali sebuah berkas disimpan, halamannya diperbarui sendiri.\n"
        "Dengan BAGIAN, hanya pemda atau unit itu yang dibangun: lebih cepat di katalog yang besar. Rujukan ke\n"
        "SOP di luarnya tetap sah, tetapi tidak tertaut.",
    )
    parser.add_argument(
        "part", nargs="?", metavar="BAGIAN", help="pemda, atau pemda/unit; tanpa ini: semuanya"
    )
    parser.add_argument("--port", type=int, metavar="NOMOR", help=f"nomor port; tanpa ini: {PORT}, atau berikutnya yang bebas")  # fmt: skip
    parser.add_argument("--tanpa-peramban", action="store_true", help="jangan buka peramban")
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    root = find_root(args.root)
    site = site_of(root)
    if not site.file:
        raise RefusedError(
            f"tidak ada {FILES[0]} untuk {shown(root)}; pindah ke folder katalog yang memilikinya, "
            "atau buat katalog baru dengan 'sop init'"
        )
    part = _part(args.part, root) if args.part else ""
    address = f"{HOST}:{_port(args.port)}"
    where = f"bagian {part} dari katalog" if part else "katalog"
    print(
        f"Menyiapkan {where}; buka http://{address}/ bila tidak terbuka sendiri. Berhenti: Ctrl+C", flush=True
    )
    command = [
        sys.executable,
        "-m",
        site.file.stem,
        "serve",
        "--config-file",
        str(site.file),
        "--dev-addr",
        address,
    ]
    if not args.tanpa_peramban:
        command.append("--open")
    try:
        with _told_as_by_keyboard():
            done = subprocess.run(command, env={**os.environ, PART: part}, check=False)
    except KeyboardInterrupt:
        return OK
    return USAGE if done.returncode else OK


@contextmanager
def _told_as_by_keyboard() -> Iterator[None]:
    """Whoever ends this process by a signal ends what it has started, too."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _part(wanted: str, root: Path) -> str:
    """As addresses say it; given so, or as the folder's path."""
    folders = [path for path in (*root.glob("*"), *root.glob("*/*")) if path.is_dir()]
    known = {path.relative_to(root).as_posix(): path for path in sorted(folders) if path.name[0] not in "._"}
    name = wanted.replace("\\", "/").strip("/")
    place = real(Path(wanted))
    if name not in known and place != root and place.is_relative_to(root):
        name = place.relative_to(root).as_posix()
    if name not in known:
        remedy = did_you_mean(name, known) or "belum ada satu pun"
        raise RefusedError(f"tidak ada pemda atau unit '{wanted}'; {remedy}")
    return "/".join(map(slug, name.split("/")))


def _port(wanted: int | None) -> int:
    for port in range(PORT, PORT + _NEXT) if wanted is None else (wanted,):
        if _free(port):
            return port
    said = (
        f"port {wanted} tidak dapat dipakai"
        if wanted is not None
        else f"port {PORT} dan berikutnya sedang dipakai"
    )
    raise RefusedError(f"{said}; sebutkan yang lain dengan --port, misalnya --port 8123")


def _free(port: int) -> bool:
    with socket.socket() as trial:
        if os.name != "nt":  # there it would take a port that somebody listens on
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True
