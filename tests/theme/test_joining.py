"""Several sources as one: what they mean stays what it was."""

from __future__ import annotations

import pytest

from sop_catalogue.theme.joining import joined_scripts, joined_styles


def styles(place: str, **sources: str) -> str:
    return joined_styles([f"a/b/{name}.css" for name in sources], place, lambda path: sources[path[4:-4]])


def scripts(**sources: str) -> str:
    return joined_scripts("x/situs.js", lambda path: sources[path[2:-3].replace("/", "_")])


def test_styles_follow_one_another_without_comments() -> None:
    assert styles("a/b/c.css", satu="/* x */ b { color: red; }", dua="i :is(u) { top: 0 }") == (
        "b{color:red}i :is(u){top:0}"
    )


@pytest.mark.parametrize(
    ("place", "written", "moved"),
    [
        ("a/c.css", "url(../x.woff2)", "url(x.woff2)"),
        ("a/c.css", 'url("../../f/x.woff2")', 'url("../f/x.woff2")'),
        ("c/d/e.css", "url('x.svg#a')", "url('../../a/b/x.svg#a')"),
        ("a/c.css", "url(#a)", "url(#a)"),
        ("a/c.css", "url(/x.svg)", "url(/x.svg)"),
        ("a/c.css", "url(https://x.invalid/y)", "url(https://x.invalid/y)"),
        ("a/c.css", """url("data:image/svg+xml,%3Cpath d='M0 0'/%3E")""", """url("data:image/svg+xml,%3Cpath d='M0 0'/%3E")"""),
    ],
)  # fmt: skip
def test_an_address_in_a_style_leads_where_it_led(place: str, written: str, moved: str) -> None:
    assert styles(place, satu=f"b {{ background: {written} }}") == f"b{{background:{moved}}}"


def test_a_module_comes_after_those_it_imports_once_and_in_a_scope_of_its_own() -> None:
    found = scripts(
        situs='import { dua } from "./tabel/dua.js";\nimport { satu } from "./satu.js";\nconst x = 1;\nsatu(dua, x);\n',
        satu="const x = 2;\nexport function satu(a, b) {}\n",
        tabel_dua='import {\n  satu,\n} from "../satu.js";\nexport const dua = satu;\n',
    )
    assert found == (
        '(()=>{"use strict";const $0=(()=>{const x=2;function satu(a,b){}\nreturn{satu};})();'
        "const $1=(()=>{const{satu}=$0;const dua=satu;return{dua};})();"
        "const $2=(()=>{const{dua}=$1;const{satu}=$0;const x=1;satu(dua,x);return{};})();})();"
    )


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ({"situs": 'import { b } from "./satu.js";\n', "satu": "export const a = 1;\n"}, "imports b"),
        ({"situs": 'import { a } from "./situs.js";\n'}, "imports itself"),
        ({"situs": 'import * as a from "./satu.js";\n'}, "not understood: import"),
        ({"situs": "export default 1;\n"}, "not understood: export"),
        ({"situs": "export const { a } = b;\n"}, "not understood: export"),
    ],
)
def test_what_it_does_not_understand_it_refuses(sources: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        scripts(**sources)
