"""Bytes in: either the text, true to the byte, or one reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.errors import ReadError
from factx.read.plain import decode

QUOTED = "“Łódź” sells 1 million zł – 3% more – and £2m of cafés’ crème. "
MEMO = "The café’s owner said “we sold £2m of crème brûlée – 3% more than last year”. "
NAMES = "The mayors of Łódź and Šiauliai signed a pact on Monday, the ministry said. "


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        (QUOTED.encode(), QUOTED),
        (b"\xef\xbb\xbfmarked", "marked"),
        (b"\xff\xfe" + QUOTED.encode("utf-16-le"), QUOTED),
        (b"\xfe\xff" + QUOTED.encode("utf-16-be"), QUOTED),
        (b"\xff\xfe\0\0" + QUOTED.encode("utf-32-le"), QUOTED),
        (b"\0\0\xfe\xff" + QUOTED.encode("utf-32-be"), QUOTED),
        (MEMO.encode("cp1252"), MEMO),
        (b"a\r\nb\rc\n\xc2\xa0\x07\x1b[0m", "a\r\nb\rc\n\u00a0\x07\x1b[0m"),
        (b"late \xef\xbb\xbf mark", "late \ufeff mark"),
        ((MEMO * 20).encode("mac_roman"), MEMO * 20),
        ((NAMES * 20).encode("cp1250"), NAMES * 20),
    ],
)
def test_text(data, text):
    assert decode("a.txt", data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04rest", "a ZIP archive or an office document"),
        (b"\x1f\x8b\x08", "gzip-compressed data"),
        (b"\x7fELF\x02", "a program"),
        (b"text with \0 inside", "NUL bytes"),
        (bytes(range(1, 32)) * 20, "control characters"),
        (b"\n<!DOCTYPE html><p>Sales rose 4%", "HTML"),
        (b"<html lang=en><p>Sales rose 4%", "HTML"),
        (b"Sales rose \xff\xfe\xfa 4%", "invalid UTF-8 at byte 11"),
        ("“Sales” rose".encode() + b" \xe2\x80 4%", "invalid UTF-8 at byte"),
        (b"\xc3\x28\xa0\xa1 \xfe\xfe\xff", "invalid UTF-8 at byte 0"),
        (b"\xff\xfea", "invalid UTF-16 at byte 2"),
        (b"\xff\xfe\0\0\0\xd8\0\0", "invalid UTF-32 at byte 4"),
        (b"\xff\xfea\0\0\0", "NUL characters"),
        (b"Sales rose by 4% \xff in May, the ministry said on Monday. " * 9, "no other encoding"),
        ("Продажи выросли на четыре процента за год".encode("koi8-r"), "no other encoding fits"),
    ],
)
def test_refused(data, reason):
    with pytest.raises(ReadError) as caught:
        decode("folder/a.txt", data)
    message = str(caught.value)
    assert reason in message
    assert message.startswith("folder/a.txt: ")
    assert "\n" not in message


@given(st.text(min_size=1).filter(lambda text: "\0" not in text and not text.isspace()))
def test_any_encoding_of_any_text_comes_back(text):
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")):
        assert decode("a", mark + text.encode(encoding)) == text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_reason(data):
    try:
        text = decode("a", data)
    except ReadError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
    else:
        text.encode("utf-8")
        assert text.strip()
