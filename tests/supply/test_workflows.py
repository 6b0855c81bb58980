"""The workflows of this repository and of the starter catalogue: actions that cannot be swapped, rights no wider than needed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import run

STARTER = run.ROOT / "plugins/sop_catalogue/starter/katalog/titik-github"
FILES = sorted(
    file for place in (run.ROOT / ".github", STARTER) for file in (place / "workflows").glob("*.yml")
)
WRITES = {"deploy": {"pages", "id-token"}, "terbitkan": {"pages", "id-token"}}
"""The jobs that may change anything, and what."""
MINUTES = {"nightly": 180}
"""Of the jobs that may take longer than half an hour."""


def _read(file: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return found


def _steps(file: Path) -> list[dict[str, Any]]:
    return [step for job in _read(file)["jobs"].values() for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert len(FILES) == 3


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_actions_are_pinned_by_commit_with_their_version_in_words(file: Path) -> None:
    lines = [line.strip() for line in file.read_text("utf-8").splitlines() if re.search(r"\buses:", line)]
    assert lines
    for line in lines:
        assert re.fullmatch(r"-? ?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*", line), line


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_rights_are_the_least(file: Path) -> None:
    workflow = _read(file)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow[True]  # `on`, as YAML 1.1 reads it
    for name, job in workflow["jobs"].items():
        rights = {right for right, level in job.get("permissions", {}).items() if level != "read"}
        assert rights == WRITES.get(name, set()), name
        assert job["timeout-minutes"] <= MINUTES.get(name, 30)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_text_of_a_stranger_gets_into_a_script_and_no_token_stays(file: Path) -> None:
    for step in _steps(file):
        assert "${{" not in step.get("run", "")
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_packages_and_actions_are_watched() -> None:
    watched = _read(run.ROOT / ".github/dependabot.yml")["updates"]
    assert {one["package-ecosystem"] for one in watched} == {"pip", "npm", "github-actions"}
    assert {one["directory"] for one in watched} == {"/"}
