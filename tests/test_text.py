"""Lines and columns as an editor counts them, and text made fit for a terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.text import Lines, cells, shown


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("ab", 2, (1, 3)),
        ("ab", 99, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb\n\nc", 2, (2, 1)),
        ("a\rb\n\nc", 5, (4, 1)),
        ("a\u2028b\x0cc\x85d", 6, (1, 7)),
        ("💶é\nx", 3, (2, 1)),
    ],
)
def test_position(text, offset, position):
    assert Lines(text).position(offset) == position


@pytest.mark.parametrize(
    ("text", "expected", "width"),
    [
        ("\trose 4%", " rose 4%", 8),
        ("価格 4%", "価格 4%", 7),
        ("e\u0301t", "e\u0301t", 2),
        ("\x1b[2J 4%", "\ufffd[2J 4%", 7),
        ("a\u200eb", "ab", 2),
    ],
)
def test_what_is_shown_stays_in_its_cells(text, expected, width):
    assert shown(text) == expected
    assert cells(shown(text)) == width


@given(st.text(alphabet="a\r\n\t界\u0301"), st.integers(0, 30))
def test_any_position_leads_back(text, offset):
    offset = min(offset, len(text))
    line, column = Lines(text).position(offset)
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    assert len(Lines(text)) == len(starts)
    assert starts[line - 1] + column - 1 == offset
    assert line == len(starts) or offset < starts[line]
