"""Which rules run: codes and prefixes, one or many, and what is no code."""

import pytest

import factx
from factx.checks import selected
from factx.errors import UsageError


@pytest.mark.parametrize("given", ["SUM", ["SUM"], ("sum",), " Sum "])
def test_a_prefix_selects_its_family(given: object) -> None:
    codes = [rule.code for rule in selected(given)]  # type: ignore[arg-type]
    assert codes == ["SUM01", "SUM02", "SUM03", "SUM04", "SUM05", "SUM06"]


def test_a_string_is_one_code() -> None:
    document = factx.extract("The board has 12 members: five women and six men.")
    assert [f.rule for f in factx.check([document], select="SUM01").findings] == ["SUM01"]
    assert not factx.check([document], ignore="SUM").findings


@pytest.mark.parametrize("given", ["SUM1", "S,P", ["SUM", "XYZ"]])
def test_what_is_no_code_is_an_error(given: object) -> None:
    with pytest.raises(UsageError):
        selected(given)  # type: ignore[arg-type]
