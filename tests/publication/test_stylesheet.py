"""The theme's sheet is cut down to what pages use, and nothing that they use is cut."""

import pytest

from portal.publication.assets.stylesheet import purge

NAMES = frozenset({"p", "a", ".lead", ".md-typeset", "#top", "[dir=ltr]"})


@pytest.mark.parametrize(
    "kept",
    [
        "p{color:red}",
        ".md-typeset .lead{color:red}",
        "#top{color:red}",
        "a:hover{color:red}",
        "a:not(.never){color:red}",
        "p:is(.never,.lead){color:red}",
        "[dir=ltr] p{color:red}",
        "p::before{content:\"{};\"}",
        "*{color:red}",
        "@media print{p{color:red}}",
        "p{--used:url(\"data:a;b,{c}\");color:var(--used)}",
    ],
)
def test_what_can_match_is_kept_to_the_letter(kept: str) -> None:
    assert purge(kept, NAMES) == kept


@pytest.mark.parametrize(
    ("sheet", "rest"),
    [
        (".never{color:red}", ""),
        ("p,.never,a{color:red}", "p,a{color:red}"),
        ("[dir=rtl] p{color:red}", ""),
        ("h1{color:red}p{color:red}", "p{color:red}"),
        ("#never p{color:red}", ""),
        ("@media print{.never{color:red}}", ""),
        ("p{--unused:url(\"data:a;b,{c}\");color:red}", "p{color:red}"),
        (":root{--a:var(--b);--b:1}", ""),
        ("@keyframes never{to{color:red}}", ""),
    ],
)
def test_what_cannot_match_is_cut(sheet: str, rest: str) -> None:
    assert purge(sheet, NAMES) == rest


def test_a_property_that_the_sheet_beside_uses_is_kept() -> None:
    assert purge(":root{--a:1;--b:2}", NAMES, "p{width:var(--a)}") == ":root{--a:1}"
