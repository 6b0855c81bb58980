"""Door 2: the console command `sop`. Parses, dispatches, and turns every ending into an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from .commands.outcome import USAGE
from .commands.parser import Parser
from .refused import RefusedError
from .store.os_faults import told
from .store.version import installed_version

INTERRUPTED = 130
COMMANDS = {
    "check": "check",
    "new": "new",
    "revisi": "revisi.command",
    "serve": "serve",
    "impor": "impor.command",
    "init": "init",
    "beda": "beda.command",
    "ubah": "ubah.command",
    "pindah": "pindah.command",
    "chart": "chart",
    "pdf": "pdf",
    "export": "export",
    "csp": "csp",
    "schema": "schema",
}
"""In the order of the help; each with its module, which is read only where it is needed."""


def main(argv: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows pipe may not speak UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:] if argv is None else argv
    parser = _parser(words)
    args = parser.parse_args(words)
    if not args.command:
        parser.print_help(sys.stderr)
        return USAGE
    try:
        code = int(args.run(args))
        sys.stdout.flush()
    except RefusedError as refusal:
        return _refuse(args.command, str(refusal))
    except BrokenPipeError:  # `sop check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return USAGE
    except OSError as error:
        return _refuse(args.command, told(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _parser(words: Sequence[str]) -> Parser:
    """Knows the command that `words` begin with; where they begin with none, all."""
    parser = Parser(prog="sop", description="Perkakas Katalog SOP.")
    parser.add_argument(
        "--version",
        action="version",
        version=f"sop {installed_version() or '(tidak terpasang)'}",
        help="tampilkan versi",
    )
    commands = parser.add_subparsers(
        title="perintah", metavar="PERINTAH", dest="command", parser_class=Parser
    )
    for name in words[:1] if words and words[0] in COMMANDS else COMMANDS:
        import_module(f"{__package__}.commands.{COMMANDS[name]}").add(commands)
    return parser


def _refuse(command: str, reason: str) -> int:
    print(f"sop {command}: {reason}", file=sys.stderr)
    return USAGE


if __name__ == "__main__":
    sys.exit(main())
