"""What git tells of a folder: through renames and merges, once for all files, and nothing where there is nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.store import git
from sop_catalogue.store.git import SHALLOW, GitPast
from sop_catalogue.store.git_log import commit, commits_by_file, read_log
from sop_catalogue.store.past import Past

HOSTILE = 'Budi "&\u202e'


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`a.yml` is renamed on one branch while the other changes it; both changes meet in a merge."""
    root = tmp_path_factory.mktemp("git")
    at = iter(range(1, 100))

    def run(*words: str, author: str = "Siti", cwd: Path = root) -> None:
        day = f"2026-03-{next(at):02}T23:30:00+0700"
        who = {"GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "a@b"}  # fmt: skip
        when = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "PATH": "/usr/bin:/bin"}
        subprocess.run(["git", *words], cwd=cwd, env=who | when | quiet, check=True, capture_output=True)

    def write(**files: str) -> None:
        for name, text in files.items():
            (root / "sop_defs/u").mkdir(parents=True, exist_ok=True)
            (root / f"sop_defs/u/{name}.yml").write_text(text, "utf-8")
        run("add", ".")

    lines = [f"baris {i}\n" for i in range(20)]
    run("init", "-b", "main")
    write(a="".join(lines), gone="x", again="dulu")
    run("commit", "-m", "Tulis\nbaris kedua\n\nisi")
    run("checkout", "-b", "cabang")
    run("mv", "sop_defs/u/a.yml", "sop_defs/u/b.yml")
    run("commit", "-m", "Pindah")
    run("checkout", "main")
    write(a="".join([*lines[:-1], "baris baru\n"]))
    run("rm", "sop_defs/u/gone.yml", "sop_defs/u/again.yml")
    run("commit", "-m", "<script>alert(1)</script>\u202e sebelum digabung", author=HOSTILE)
    run("merge", "cabang", "-m", "Gabung")
    write(again="kini, yang sama sekali lain")
    run("commit", "-m", "Tulis lagi")
    (root / "luar.txt").write_text("tidak disebut", "utf-8")
    run("add", ".")
    run("commit", "-m", "Di luar folder")
    write(gone="belum dicatat")
    run("reset")
    return root


def told(past: Past, file: str) -> list[tuple[str, str]]:
    return [(one.author, one.subject) for one in past.commits.get(file, ())]


def test_a_file_keeps_its_commits_through_renames_and_merges(repository: Path) -> None:
    past = GitPast(repository / "sop_defs", pytest.fail)()
    assert sorted(told(past, "u/b.yml")[:1]) == [("Siti", "Gabung")]
    assert sorted(told(past, "u/b.yml")[1:]) == [
        ('Budi "&', "<script>alert(1)</script> sebelum digabung"),
        ("Siti", "Pindah"),
        ("Siti", "Tulis baris kedua"),
    ]
    assert past.commits["u/b.yml"][-1].moment == "2026-03-03T23:30:00+07:00"
    assert told(past, "u/again.yml") == [("Siti", "Tulis lagi")]
    assert past.commits.keys() == {"u/b.yml", "u/again.yml"}
    assert past.head and past.head.day == "2026-03-15"


def test_it_is_asked_again_only_after_a_commit(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    run = git.run_git

    def counted(folder: Path, *words: str) -> bytes:
        asked.append(words[0])
        return run(folder, *words)

    monkeypatch.setattr(git, "run_git", counted)
    ask = GitPast(repository / "sop_defs", pytest.fail)
    assert ask() is ask()
    assert asked == ["rev-parse", "log", "log", "ls-tree", "rev-parse"]


def test_names_can_be_left_out(repository: Path) -> None:
    past = GitPast(repository / "sop_defs", pytest.fail, names=False)()
    assert {one.author for commits in past.commits.values() for one in commits} == {""}


def test_a_hook_of_another_repository_does_not_mislead(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert GitPast(repository / "sop_defs", pytest.fail)().commits


def test_there_is_none_without_git_or_outside_of_it(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert GitPast(tmp_path, pytest.fail)() == Past()
    untracked = repository / "lain"
    untracked.mkdir(exist_ok=True)
    assert GitPast(untracked, pytest.fail)() == Past()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert GitPast(repository / "sop_defs", pytest.fail)() == Past()


def test_a_shallow_copy_says_so_once(repository: Path, tmp_path: Path) -> None:
    copy = tmp_path / "dangkal"
    subprocess.run(
        ["git", "clone", "--depth", "1", repository.as_uri(), str(copy)], check=True, capture_output=True
    )
    said: list[str] = []
    ask = GitPast(copy / "sop_defs", said.append)
    for _ in range(2):
        past = ask()
        assert past.head and not past.commits
    assert said == [SHALLOW]


FIELD = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=12)
PATH = FIELD.filter(bool)
TOUCHED = st.one_of(
    st.tuples(st.sampled_from("AMDT"), PATH),
    st.tuples(st.sampled_from(["R100", "R051"]), PATH, PATH),
    st.tuples(st.sampled_from(["MM", "RM", "AM"]), PATH, PATH, PATH),
)
COMMIT = st.tuples(
    st.text("0123456789abcdef", min_size=40, max_size=40), FIELD, FIELD, st.lists(TOUCHED, max_size=4)
)


@given(st.lists(COMMIT, max_size=4))
def test_nothing_that_a_field_or_a_file_is_called_is_taken_for_something_else(
    commits: list[tuple[str, str, str, list[tuple[str, ...]]]],
) -> None:
    """A name may look like the sign before a commit, or like a status, and hold any line end."""
    written = ""
    for id_, author, subject, touched in commits:
        written += "\0".join(["", ">", id_, "", "2026-03-01T00:00:00+07:00", author, subject, "", ""])
        written += "\n" + "".join(
            f"\0{part}" if i else part for item in touched for i, part in enumerate((*item, ""))
        )
    found = read_log(written.encode())
    assert [(one.commit.id, len(one.touched)) for one in found] == [(c[0], len(c[3])) for c in commits]
    for one, (_, _, _, touched) in zip(found, commits, strict=True):
        assert [(item.status, item.path) for item in one.touched] == [
            (words[0].rstrip("0123456789"), words[-1]) for words in touched
        ]
        assert not {"\n", "\u202e", "\x1b"} & {*one.commit.author, *one.commit.subject}


def test_what_is_no_log_is_refused() -> None:
    for data in (b"fatal: x", b"\0>\0a\0b", b"\0>\0a\0\0x\0y\0z\0\0R100\0alone"):
        with pytest.raises(ValueError, match=r"fatal|cut off"):
            read_log(data)


def test_a_moment_that_makes_no_sense_is_left_out() -> None:
    assert commit("a", "99999-01-01T00:00:00+9900", "", "").day == ""


def test_one_file_of_two_names_in_two_branches_is_one() -> None:
    log = read_log(
        b"\0>\0c\0a b\0\0\0gabung\0\0\0RR\0u\0v\0w"
        b"\0\0>\0a\0r\0\0\0kiri\0\0\nM\0u\0\0>\0b\0r\0\0\0kanan\0\0\nR090\0u\0v\0\0>\0r\0\0\0\0akar\0\0\nA\0u\0"
    )
    assert [one.subject for one in commits_by_file(log, ["w"])["w"]] == ["gabung", "kiri", "kanan", "akar"]
