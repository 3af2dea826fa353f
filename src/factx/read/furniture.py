"""What belongs to the page and not to the prose: tickers, pager lines, captions, buttons."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from factx.packaged import alternatives
from factx.read.words import affixes, words

Sort = Literal["ticker", "pager", "noise", "caption", "rule", "table"]
Listed = Literal["links", "citations"]

_LONGEST = 300
_BULLETS = "•◦▪‣·♦*-–—>| \t\u00a0"
_NUMBER = r"[-+−]?[$€£¥₽₸₹]?\d[\d,]*(?:\.\d+)?(?!\d)"
_CHANGE = r"[(]?[-+−±▲▼△▽↑↓]?\s?\d[\d,]*(?:\.\d+)?\s?%[)]?"
# A pair of codes with a rate, or a short name with a figure and a change in percent.
_RATE = re.compile(
    rf"[A-Z]{{3}}\s?/\s?[A-Z]{{3}}\s*[=:]?\s*{_NUMBER}(?:\s*{_CHANGE})?(?=\s|$|[|;•])"
)
_QUOTE = re.compile(
    rf"\b[A-Z][\w&.]{{0,20}}(?:\s(?:[A-Z&][\w&.]{{0,20}}|\d+)){{0,3}}\s*[=:]?\s*{_NUMBER}(?:\s[A-Z]{{3}})?\s*{_CHANGE}(?=\s|$|[|;•])"
)
# What a share gained or lost, alone below its code: "+11.20 (1.45%)".
_MOVE = re.compile(rf"[-+−±▲▼△▽↑↓]\s?{_NUMBER}\s*\(\s?{_CHANGE}\s?\)")
_HANDLE = re.compile(r"@\w{2,30}")
_AGENCY_PHOTO = re.compile(r"(?:\S{1,20} ){0,3}Photos?\s?/\s?[^.!?:/]{2,60}")
_RULE = re.compile(r"(?:[-*_=~#—–•·]\s?){3,}")
_BREADCRUMB = re.compile(r"[^>»›|/.!?]{2,30}(?:\s[>»›|/]\s[^>»›|/.!?]{2,60}){2,}")
_RANGE = re.compile(r"\b(\d{1,6})\s*(?:-|–|—|to)\s*(\d{1,6})\b")
_NAVIGATION = re.compile(r"[«»‹›<>←→…|\[\]().,\s]+")
_ADDRESS = re.compile(
    r"(?:(?:url|link|source|original|permalink)\s*:\s*)?(?:https?://|www\.)\S+", re.IGNORECASE
)
_IMAGE = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|<!--.*-->|(?:File|Image):[^\s:][^.]*\.(?:jpe?g|png|gif|svg|webp)",
    re.IGNORECASE,
)

_PAGE_LINES = (_ADDRESS, _IMAGE, _BREADCRUMB, _HANDLE, _AGENCY_PHOTO)


def sort(line: str) -> Sort | None:
    """Say what kind of furniture a trimmed line is, or None for text."""
    if line.startswith("|") and line.endswith("|") and line.count("|") > 2:
        return "table" if any(map(str.isalnum, line)) else "rule"
    if len(line) > _LONGEST:
        return None
    if _RULE.fullmatch(line):
        return "rule"
    if tickers(line):
        return "ticker"
    if _is_pager(line):
        return "pager"
    if _is_noise(line):
        return "noise"
    if _is_caption(line):
        return "caption"
    return None


def tickers(line: str) -> list[tuple[int, int]]:
    """Return the stretch of each rate in a line of nothing but rates."""
    if _MOVE.fullmatch(line):
        return [(0, len(line))]
    for sign, pattern in (("/", _RATE), ("%", _QUOTE)):
        if sign not in line:
            continue
        spans = [match.span() for match in pattern.finditer(line)]
        if spans and not _outside(line, spans).strip(_BULLETS + ",;"):
            return spans
    return []


def _outside(line: str, spans: list[tuple[int, int]]) -> str:
    left = 0
    rest = []
    for start, end in spans:
        rest.append(line[left:start])
        left = end
    return "".join([*rest, line[left:]])


def results_shown(line: str) -> int | None:
    """Return how many results a pager line says the page lists, if it says so."""
    match = _RANGE.search(line)
    if match is None:
        return None
    count = int(match[2]) - int(match[1]) + 1
    return count if count > 0 else None


@cache
def _pagers() -> tuple[re.Pattern[str], ...]:
    shown = rf"(?:(?:{alternatives(words('pager', 'shown'))})\s+)"
    of = r"(?:\s*(?:of|out\s+of|from|/)\s*(?:about\s+)?[\d,.]+)"
    return (
        re.compile(rf"{shown}{{0,3}}\d+\s*(?:-|–|—|to)\s*\d+{of}(?:\s+\w+)?[.:]?", re.IGNORECASE),
        re.compile(rf"{shown}{{1,3}}\d+\s*(?:-|–|—|to)\s*\d+{of}?[.:]?", re.IGNORECASE),
        re.compile(r"pages?\s+\d+(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE),
    )


def _is_pager(line: str) -> bool:
    if len(line) > 80:
        return False
    if any(pattern.fullmatch(line) for pattern in _pagers()):
        return True
    parts = [part for part in _NAVIGATION.split(line.lower()) if part]
    named = [part for part in parts if part in words("pager", "words")]
    numbers = [part for part in parts if part.isdigit()]
    if len(named) + len(numbers) < len(parts):
        return False
    return (len(named) >= 1 and len(parts) >= 2) or len(numbers) >= 3


def _is_noise(line: str) -> bool:
    low = line.lower().strip(_BULLETS + "«»‹›→←[]")
    if low in words("noise", "lines") or listed_below(line) is not None:
        return True
    if len(line) > 160:
        return False
    if low.rstrip(".").endswith(affixes("noise", "credits")):
        return True
    if low.startswith(affixes("noise", "openings")):
        return True
    if len(line) <= 80 and low.endswith(affixes("noise", "closings")) and low[:1].isdigit():
        return True
    return any(pattern.fullmatch(line) for pattern in _PAGE_LINES)


def listed_below(line: str) -> Listed | None:
    """Say what a line heads: links to other pages ("Related topics") or citations ("Sources")."""
    low = line.lower().strip(_BULLETS + ":")
    if low in words("noise", "citations"):
        return "citations"
    return "links" if low in words("noise", "lists") else None


@cache
def _credit() -> re.Pattern[str]:
    labels = alternatives(words("caption", "labels"))
    openings = alternatives(words("caption", "credits"))
    return re.compile(
        rf"(?:^|(?<=[\s.(\[!?\"”']))(?:(?:{labels})\s*:\s*[^:]{{2,80}}"
        rf"|(?<=[(\[])(?:{openings})\s[^()\[\]]{{2,80}}[)\]]\.?)$",
        re.IGNORECASE,
    )


@cache
def _glued_credit() -> re.Pattern[str]:
    """Match a credit that a page has glued to its caption: "The new bridgeImage: Jo Doe"."""
    labels = alternatives(label.capitalize() for label in words("caption", "labels"))
    return re.compile(rf"(?<=[a-z\d])(?:{labels})\s?:\s[^:]{{2,80}}$")


def caption(line: str) -> int:
    """Return how much of a caption stands before the photographer's name."""
    match = _credit().search(line) or _glued_credit().search(line)
    return len(line[: match.start() if match else len(line)].rstrip(" \t\u00a0([|–—-"))


def _is_caption(line: str) -> bool:
    low = line.lower()
    if low.startswith(affixes("caption", "openings")):
        return len(line) <= 200
    if low.rstrip(".)]").endswith(affixes("caption", "closings")):
        return True
    if ":" in line and _glued_credit().search(line):
        return True
    return (":" in line or line.endswith((")", "]", "."))) and _credit().search(line) is not None
