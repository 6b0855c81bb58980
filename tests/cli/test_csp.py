"""`sop csp`: only what a browser runs of a page's own text is allowed, by its hash."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from .conftest import Sop

PAGE = """\
<!doctype html>
<script src="a.js"></script>
<script>first()</script>
<script type=MODULE>
second("</b> &amp;")
</script>
<script type="application/json">{"data": 1}</script>
<p title="<script>quoted()</script>">&lt;script>escaped()&lt;/script></p>
<!-- <script>commented()</script> -->
"""


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_only_scripts_that_run_are_allowed(sop: Sop, tmp_path: Path) -> None:
    (tmp_path / "situs/dalam").mkdir(parents=True)
    (tmp_path / "situs/index.html").write_bytes(PAGE.encode())
    (tmp_path / "situs/dalam/index.html").write_bytes(PAGE.replace("\n", "\r\n").encode())
    done = sop("csp", "situs", cwd=tmp_path)
    rules = dict(rule.split(" ", 1) for rule in done.out.strip().split("; "))
    scripts = {hashed("first()"), hashed('\nsecond("</b> &amp;")\n')}
    assert set(rules["script-src"].split()) == {"'self'"} | scripts
    assert rules["default-src"] == "'self'"
    assert done.out == sop("csp", "situs", cwd=tmp_path).out


def test_without_a_site_it_says_so(sop: Sop, tmp_path: Path) -> None:
    done = sop("csp", "situs", cwd=tmp_path)
    assert done.code == 2
    assert "mkdocs build" in done.err
