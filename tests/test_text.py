"""Lines and columns as an editor counts them, and snippets that point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.text import Lines


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
    ("text", "start", "end", "shown"),
    [
        ("rose 4% in May\nfell", 5, 7, "rose 4% in May\n     ^^"),
        ("up\nrose 4%\r\nfell", 8, 10, "rose 4%\n     ^^"),
        ("rose 4%\nin May", 5, 14, "rose 4%\n     ^^"),
        ("rose", 4, 4, "rose\n    ^"),
        ("\trose", 1, 5, " rose\n ^^^^"),
        ("価格 4%", 3, 5, "価格 4%\n     ^^"),
        ("e\u0301t 4%", 4, 6, "e\u0301t 4%\n   ^^"),
        ("\x1b[2J 4%", 5, 7, "\ufffd[2J 4%\n     ^^"),
        (
            "a" * 50 + "4%" + "b" * 50,
            50,
            52,
            "…" + "a" * 9 + "4%" + "b" * 9 + "…\n" + " " * 10 + "^^",
        ),
        ("4%" + "b" * 50, 0, 2, "4%" + "b" * 18 + "…\n^^"),
    ],
)
def test_snippet(text, start, end, shown):
    assert Lines(text).snippet(start, end, width=22) == shown


@given(st.text(alphabet="a\r\n\t界\u0301"), st.integers(0, 30), st.integers(0, 30))
def test_any_position_leads_back(text, first, second):
    lines = Lines(text)
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    line, column = lines.position(start)
    before = text[:start]
    assert line == before.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1 or (
        before.endswith("\r") and text[start : start + 1] == "\n"
    )
    assert column >= 1
    shown = lines.snippet(start, end)
    assert shown.count("\n") == 1
    assert "^" in shown
