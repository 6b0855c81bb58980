"""The past of a folder as this machine's git tells it: in one pass over its history, not one for each file."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from .git_log import AS_READ, ONE_COMMIT, commit, commits_by_file, read_log
from .past import Commit, Past

SHALLOW = (
    "Riwayat git tidak ditampilkan, karena salinan ini tidak memuat seluruhnya (shallow). Di alur kerja, tulis "
    "'fetch-depth: 0' pada langkah checkout; di komputer sendiri jalankan 'git fetch --unshallow'."
)
_LONGEST = 120
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # known to Windows alone
_ELSEWHERE = {
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_EXTERNAL_DIFF",
}  # fmt: skip
"""What a hook of another repository leaves in the environment."""
_ALIKE = (
    "log.showSignature=false", "log.showRoot=true", "log.follow=false", "log.mailmap=true", "mailmap.file=", "mailmap.blob=",
    "diff.renameLimit=1000", "diff.ignoreSubmodules=all", "core.fsmonitor=false", "core.commitGraph=true",
)  # fmt: skip
"""Settings of the machine that would change what is told, or run a program."""
_LOG = (
    "log", "--no-color", "--no-decorate", "--no-ext-diff", "--no-textconv", "--no-notes", "--no-relative",
    "--encoding=UTF-8", *AS_READ, f"--format={ONE_COMMIT}",
)  # fmt: skip


class GitPast:
    """Asks git for everything the first time, and again only where something was committed since."""

    def __init__(self, folder: Path, tell: Callable[[str], None], *, names: bool = True) -> None:
        """`tell` hears, once, why there is none where one could be had; without `names` nobody is named."""
        self._folder, self._tell, self._names = folder, tell, names
        self._state: list[str] | None = None
        self._past = Past()

    def __call__(self) -> Past:
        state = _state(self._folder)
        if state != self._state:
            self._state, self._past = state, self._read(state) if state else Past()
        return self._past

    def _read(self, state: list[str]) -> Past:
        shallow, id_, tree, *prefix = state
        try:
            moment = (
                run_git(self._folder, "log", "-1", "--format=%cI", id_).decode("ascii", "replace").strip()
            )
            if shallow == "true":
                self._tell(SHALLOW)
                return Past(commit(id_, moment, "", ""))
            log = read_log(run_git(self._folder, *_LOG, id_, "--", "."))
            listed = run_git(self._folder, "ls-tree", "-rz", "--name-only", "--full-tree", tree)
        except (OSError, ValueError, subprocess.SubprocessError):
            return Past()
        above = prefix[0] if prefix else ""
        files = [above + file for file in listed.decode("utf-8", "replace").split("\0") if file]
        found = commits_by_file(log, files).items()
        commits = {file.removeprefix(above): self._told(of_it) for file, of_it in found}
        return Past(commit(id_, moment, "", ""), commits)

    def _told(self, commits: Iterable[Commit]) -> tuple[Commit, ...]:
        return tuple(one if self._names else replace(one, author="") for one in commits)


def _state(folder: Path) -> list[str] | None:
    """Whether not all of the history is here, the last commit, what it holds of the folder, and where that lies in it.

    None where there is no git, no repository, or nothing of the folder in it.
    """
    try:
        said = run_git(folder, "rev-parse", "--is-shallow-repository", "HEAD", "HEAD:./", "--show-prefix")
        return said.decode("utf-8").splitlines()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def run_git(folder: Path, *words: str) -> bytes:
    """What it says. Raises `OSError` where there is none, and `SubprocessError` where it refuses."""
    program = shutil.which("git")
    if not program:
        raise FileNotFoundError("git")
    settings = [word for setting in _ALIKE for word in ("-c", setting)]
    environment = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    # No network, whatever is missing here; no question that nobody would answer.
    environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    return subprocess.run(
        [program, "--no-pager", "--no-replace-objects", *settings, "-C", str(folder), *words],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=_LONGEST,
        env=environment,
        creationflags=_NO_WINDOW,
    ).stdout
