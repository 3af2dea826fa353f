"""Bytes to text: byte order mark, UTF-8, then a detector; whatever is not text is refused.

Nothing is cleaned: line ends, no-break spaces and control characters stay, so that an offset counts
code points of the file as an editor shows it. Only a byte order mark is not part of the text.
"""

from __future__ import annotations

import codecs
import json
import re

from factx.errors import ReadError
from factx.model import Source

# Longest first: a UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"RIFF", "audio, video or an image"),
    (b"OggS", "audio or video"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_MARKUP = re.compile(rb"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
# What Windows-1252 bytes stand for in English prose: typographic marks, currency and degree signs,
# and the accented letters of names. Others (ÿ, þ, ¬, ¤ …) speak for another encoding or for noise.
_WESTERN = frozenset(
    "‘’‚“”„–—…•€£¥©®™°§«»½¼¾¹²³±·×†‡‰µ¡¿´\u00a0\u00adºª"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŠŽŒßàáâãäåæçèéêëìíîïñòóôõöøùúûüšžœ"
)
_ACCENTED_RUN = re.compile(r"[À-ÖØ-öø-ž]{3}")
# An accented letter with no plain one beside it, or a currency sign where a name's letter was.
_ALONE = re.compile(
    r"(?<![A-Za-zÀ-ž])[À-ÖØ-öø-ž]+(?![A-Za-zÀ-ž])|[£€¥][A-Za-zÀ-ž]{2}|[A-Za-zÀ-ž][£€¥][A-Za-zÀ-ž]"
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 1 << 16
# Where English is read that is not Windows-1252: Central Europe, Turkey, the Baltic, old Macs.
_OTHERS = ["cp1250", "cp1254", "cp1257", "iso8859_2", "mac_roman"]


def decode(path: str, data: bytes) -> str:
    """Return the text that ``data`` stands for, or raise ``ReadError`` naming ``path``."""
    text = _marked(path, data)
    if text is None:
        _refuse_binary(path, data)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            text = _legacy(path, data, error)
    if not text or text.isspace():
        raise ReadError(path, "empty: there is no text in it")
    return text


def refuse_data(source: Source) -> None:
    """Raise ``ReadError`` for JSON and JSONL, which would be read as prose of the oddest kind."""
    text = source.text.strip("\ufeff \t\r\n")
    if text[:1] not in ("{", "["):
        return
    lines = [text, text.split("\n", 1)[0]] if text[0] == "{" else [text]
    for line in lines if text[-1] in "}]" else ():
        try:
            json.loads(line)
        except (ValueError, RecursionError):
            continue
        reason = "JSON, not an article; factx check takes it if factx extract wrote it"
        raise ReadError(source.path, reason)


def _marked(path: str, data: bytes) -> str | None:
    for mark, encoding, name in _MARKS:
        if not data.startswith(mark):
            continue
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError as error:
            reason = f"invalid {name} at byte {len(mark) + error.start}"
            raise ReadError(path, f"{reason}, though it has that byte order mark") from None
        if "\0" in text:
            raise ReadError(path, "binary data (NUL characters), not text")
        return text
    return None


def _refuse_binary(path: str, data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(path, f"{what}, not text")
    if _MARKUP.match(data):
        raise ReadError(path, "HTML, not plain text or markdown: save the article's text first")
    if b"\0" in data:
        raise ReadError(path, "binary data (NUL bytes), not text")
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls * 10 > len(sample):
        raise ReadError(path, "binary data (control characters), not text")


def _legacy(path: str, data: bytes, error: UnicodeDecodeError) -> str:
    """Decode a file that is not UTF-8 if another encoding makes English of it.

    A file with good multi-byte sequences beside the bad one is damaged UTF-8; reading it by another
    table would turn every quote into three letters, so it is refused.
    """
    refusal = ReadError(path, f"invalid UTF-8 at byte {error.start}, and no other encoding fits")
    if _has_multibyte(data):
        raise refusal from None
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = None
    if western is not None and _reads_as_english(western):
        return western
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    for guess in from_bytes(sample, cp_isolation=_OTHERS, enable_fallback=False):
        try:
            text = data.decode(guess.encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_english(text):
            return text
    raise refusal from None


def _has_multibyte(data: bytes) -> bool:
    for match in _HIGH_RUN.finditer(data):
        try:
            match.group().decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _reads_as_english(text: str) -> bool:
    """Tell whether what is not ASCII is punctuation of print or letters within names."""
    high = {character for character in set(text) if character > "\x7f"}
    latin = {character for character in high if "\u0100" <= character <= "\u017e"}
    if high - latin - _WESTERN or _ACCENTED_RUN.search(text):
        return False
    return not _ALONE.search(text)
