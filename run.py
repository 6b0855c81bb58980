"""Every command of this repository on a machine that has only Python and git.

    python run.py serve     the catalogue on http://127.0.0.1:8000/, rebuilt at every save
    python run.py test      lint, types, strict build, all tests, on all cores
    python run.py check     faults of the definitions (`sop check`)
    python run.py build     the site, strict, into `site/`
    python run.py nightly   every hostile text in every field, 12,000 broken files, 2,500 charts,
                            every page in every browser, width and palette: an hour and more
    python run.py bench     build times (see tests/bench)
    python run.py house     the picture of the house in CONTRIBUTING.md anew, after a change of its rooms
    python run.py pictures  the guide's pictures anew, after a change of what they show
    python run.py lock      the exact packages anew, after a change of pyproject.toml; `--upgrade` takes the newest

What stands after the command is passed on. The first run makes `.venv` and installs the package into it; inside
an activated virtual environment, that one is used. Packages come in the versions and with the hashes of `requirements/`;
with KATALOG_TANPA_KUNCI=1 in any version that pyproject.toml allows, for a system that the lock does not fit.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
LOCKS: dict[str, tuple[str, ...]] = {
    "site": (),
    "test": ("--extra=test", "--constraint=requirements/site.txt"),
}
"""Files in `requirements/`, with what makes them; both give a package in the same version."""
PARALLEL = ("--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder")
"""Each file of tests on one core, in the order of tests/conftest.py; more than four times two browsers fill a laptop."""
UNLOCKED = "KATALOG_TANPA_KUNCI"
# Notices of Material and ProperDocs about MkDocs' future: nothing that a user of this catalogue can act on.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

# An older Python reads down to here, so everything above is plain enough for it.
if sys.version_info < OLDEST:
    sys.exit(
        "Perlu Python %d.%d atau lebih baru; yang ini %s (%s).\nAmbil di https://www.python.org/downloads/"  # noqa: UP031
        % (*OLDEST, sys.version.split()[0], sys.executable)
    )


class Failure(Exception):
    """Ends the run; the text says what to do."""


def main(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    action = COMMANDS.get(command)
    if not action:
        print((__doc__ or "").strip())
        return 0 if command in ("help", "-h", "--help") else 2
    os.chdir(ROOT)
    try:
        return action(rest)
    except Failure as failure:
        print(f"\nrun.py: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def serve(rest: list[str]) -> int:
    python = environment()
    say("membangun; alamatnya muncul di baris 'Serving on …', dan Ctrl+C menghentikan")
    return call(python, "-m", "mkdocs", "serve", *rest)


def build(rest: list[str]) -> int:
    done = strict_build(environment(), *rest)
    print(done.text, end="", flush=True)
    return done.code


def check(rest: list[str]) -> int:
    return call(environment(), "-m", "sop_catalogue.cli", "check", *rest)


def bench(rest: list[str]) -> int:
    return call(environment("test"), "-m", "tests.bench", *rest)


def house(rest: list[str]) -> int:
    return call(environment("test"), "-m", "tests.house", *rest)


def pictures(rest: list[str]) -> int:
    return call(environment("test"), "-m", "tests.pictures", *rest)


def lock(rest: list[str]) -> int:
    """For all systems and Pythons in one, with what builds this package, for that runs here too; then their licences."""
    import tomllib  # not known to the Pythons that are only told to make way

    python = environment("test")
    builders = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    for name, options in LOCKS.items():
        command = [python, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-annotate",
                   "--python-version", ".".join(map(str, OLDEST)), "--custom-compile-command", "python run.py lock",
                   *options, *rest, "--output-file", f"requirements/{name}.txt", "pyproject.toml", "-"]  # fmt: skip
        if subprocess.run(
            command, env=settings(), input="\n".join([*builders, "editables"]), text=True
        ).returncode:
            raise Failure("daftar paket tidak dapat disusun; pesan uv ada di atas")
    return call(environment("test"), "-m", "tests.supply.licences")


def nightly(rest: list[str]) -> int:
    """What takes too long for every change."""
    return call(environment("test"), "-m", "pytest", *PARALLEL, "--nightly", *rest)


def test(rest: list[str]) -> int:
    """All that CI asks; pytest comes last, so that its closing line is the last word."""
    python = environment("test")
    say("gaya, tipe, paket, bangun ketat, peramban, dan uji yang terbaca, bersamaan")
    # The longest first.
    together({
        "tipe (mypy)": lambda: told([python, "-m", "mypy"]),
        "bangun ketat (mkdocs build --strict)": lambda: trial_build(python),
        "peramban (Chromium, Firefox)": lambda: browsers(python),
        "gaya dan tipe skrip (biome, tsc)": lambda: scripts(python),
        "uji terbaca (pytest --collect-only)": lambda: collected(python),
        "paket (requirements/)": lambda: told([python, "-m", "tests.supply.lock"]),
        "gaya (ruff check)": lambda: told([python, "-m", "ruff", "check", "."]),
        "gaya (ruff format)": lambda: told([python, "-m", "ruff", "format", "--check", "."]),
    })  # fmt: skip
    say("uji (pytest)")
    return call(python, "-m", "pytest", *PARALLEL, *rest)


@dataclass(frozen=True)
class Told:
    """What came of a command, and what it said."""

    code: int
    text: str


def together(steps: dict[str, Callable[[], Told]]) -> None:
    """Each with what it said, once it is done, so that no two talk at once; all that fail are named."""
    failed = []
    pool = ThreadPoolExecutor(os.cpu_count())
    running = {pool.submit(step): name for name, step in steps.items()}
    try:
        for step in as_completed(running):
            done = step.result()
            say(running[step])
            print(done.text, end="", flush=True)
            if done.code:
                failed.append(running[step])
    finally:
        pool.shutdown(cancel_futures=True)
    if failed:
        raise Failure(f"gagal pada langkah: {', '.join(failed)}")


def browsers(python: str) -> Told:
    """One after the other: both may ask apt-get for what is missing."""
    return in_turn(*([python, "-m", f"tests.browser.driving.{name}"] for name in ("chromium", "firefox")))


def scripts(python: str) -> Told:
    """One after the other: the first brings the tools of both."""
    return in_turn(*([python, "-m", "tests.theme.tools", *words] for words in (("biome", "check"), ("tsc",))))


def collected(python: str) -> Told:
    """The tests are read and compiled once, while mypy keeps one core; each process that runs them would do so again."""
    done = told([python, "-m", "pytest", "--collect-only", "-qq"])
    return Told(done.code, done.text if done.code else "")


def in_turn(*commands: list[str]) -> Told:
    done = [told(command) for command in commands]
    return Told(max(one.code for one in done), "".join(one.text for one in done))


def trial_build(python: str) -> Told:
    with tempfile.TemporaryDirectory() as folder:
        return strict_build(python, "--site-dir", folder)


def strict_build(python: str, *options: str) -> Told:
    """A build that says anything beside its two lines of progress has failed."""
    done = told([python, "-m", "mkdocs", "build", "--strict", *options])
    noise = [line for line in done.text.splitlines() if line.strip() and not line.startswith("INFO ")]
    return Told(done.code or bool(noise), done.text)


def told(command: list[str]) -> Told:
    done = subprocess.run(command, env=settings(), text=True, encoding="utf-8", errors="replace",
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
    return Told(done.returncode, done.stdout)


def environment(*extras: str) -> str:
    """The Python of a virtual environment that holds this package with `extras`."""
    inside = sys.prefix != sys.base_prefix
    home = Path(sys.prefix) if inside else ROOT / ".venv"
    python = (
        Path(sys.executable) if inside else home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    )
    if not inside and not works(python):
        make_environment(home)
    stamp = home / "katalog-sop.json"
    have = read(stamp)
    wanted = sorted({*extras, *have.get("extras", [])})
    state = {
        "checkout": str(ROOT),
        "needs": needs(),
        "extras": wanted,
    }
    if state != have:
        install(str(python), wanted)
        stamp.write_text(json.dumps(state), "utf-8")
    return str(python)


def make_environment(home: Path) -> None:
    if not (find_spec("venv") and find_spec("ensurepip")):
        raise Failure(
            "Python ini tidak membawa modul venv. Pasang dahulu:\n"
            "  Debian/Ubuntu: sudo apt-get install python3-venv\n  lainnya: Python dari https://www.python.org/downloads/"
        )
    say(f"membuat lingkungan Python di {home}")
    if call(sys.executable, "-m", "venv", "--clear", str(home)):
        raise Failure(f"lingkungan Python tidak dapat dibuat di {home}; pesannya ada di atas")


def needs() -> str:
    """Changes whenever other packages are wanted."""
    files = [ROOT / "pyproject.toml", *sorted((ROOT / "requirements").glob("*.txt"))]
    told = hashlib.sha256(os.environ.get(UNLOCKED, "").encode())
    for file in files:
        told.update(file.read_bytes())
    return told.hexdigest()


def install(python: str, extras: list[str]) -> None:
    say("memasang paket yang diperlukan (sekali saja)")
    if call(python, "-m", "pip", "--version", quiet=True):
        call(python, "-m", "ensurepip", quiet=True)
    if any(
        call(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *step)
        for step in install_steps(extras)
    ):
        raise Failure(
            "paket tidak dapat dipasang; pesan pip ada di atas.\n"
            "Periksa sambungan internet. Di balik proxy: atur HTTPS_PROXY; dengan cermin PyPI: atur PIP_INDEX_URL.\n"
            f"Bila versi yang terkunci tidak ada untuk sistem ini: atur {UNLOCKED}=1."
        )


def install_steps(extras: list[str]) -> list[list[str]]:
    """What pip is told: nothing comes in whose hash is not known, what builds this package included."""
    if os.environ.get(UNLOCKED):
        return [["--editable", f".[{','.join(extras)}]" if extras else "."]]
    lock_file = "requirements/test.txt" if extras else "requirements/site.txt"
    return [
        ["--require-hashes", "--requirement", lock_file],
        ["--no-deps", "--no-build-isolation", "--editable", "."],
    ]


def works(python: Path) -> bool:
    """False where it is missing, or its base Python has gone."""
    return python.exists() and not call(str(python), "-c", "", quiet=True)


def call(*command: str, quiet: bool = False) -> int:
    sink = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, env=settings(), stdout=sink, stderr=sink).returncode


def settings() -> dict[str, str]:
    # The tests start a hundred builds, each of which would compile our modules anew.
    return {**os.environ, **QUIET, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}


def read(stamp: Path) -> dict[str, Any]:
    try:
        found = json.loads(stamp.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def say(text: str) -> None:
    print(f"── {text}", flush=True)


COMMANDS = {
    "serve": serve,
    "test": test,
    "check": check,
    "build": build,
    "nightly": nightly,
    "bench": bench,
    "house": house,
    "pictures": pictures,
    "lock": lock,
}

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a Windows console may not speak UTF-8
    sys.exit(main(sys.argv[1:]))
