"""Findings for people: where, what, the sentence with its figures underlined, the arithmetic.

Colours and folded lines are for a terminal only; the caller says whether there is one and how wide.
Elsewhere a message is one line, for other programs to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TextIO

from factx.checks import Result
from factx.model import Finding, Operand
from factx.text import Lines, cells, shown

_BEFORE, _AFTER = 60, 40  # how much of the text is shown around the figures
_WIDTH, _NARROWEST = 88, 30
_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "holds": "32", "untestable": "2"}
_PLAIN = "dates, parts and names"
Texts = Callable[[str], str | None]


def write(
    result: Result,
    texts: Texts,
    stream: TextIO,
    *,
    consistent: bool,
    colour: bool,
    width: int | None = None,
    articles: int = 1,
) -> None:
    """Write every finding, on request the rest, and a last line that says what was looked at.

    ``texts`` gives the text of a source by its path, None where it cannot be had; the place is then
    an offset and nothing is quoted. ``width`` is the terminal's, None where there is none.
    """
    pages = _Pages(texts)
    width = width and max(width, _NARROWEST)
    told: set[str] = set()
    for finding, label in _entries(result, consistent=consistent):
        stream.writelines(line + "\n" for line in _entry(finding, label, pages, colour, width))
        if label == finding.severity and finding.rule not in told:
            stream.write(f"  = factx explain {finding.rule}\n")
            told.add(finding.rule)
        stream.write("\n")
    stream.writelines(line + "\n" for line in _fold(summary(result, articles), "  ", width))


def _entries(result: Result, *, consistent: bool) -> Iterator[tuple[Finding, str]]:
    """Yield findings, what holds and what cannot be tested with their labels, file by file."""
    entries = [(found, str(found.severity)) for found in result.findings]
    if consistent:
        entries += [(found, "holds") for found in result.consistent]
        entries += [(found, "untestable") for found in result.untestable]
    files: dict[str, list[tuple[Finding, str]]] = {source: [] for source in result.sources}
    for finding, label in entries:
        files.setdefault(finding.spans[0].source, []).append((finding, label))
    return (entry for group in files.values() for entry in group)


def summary(result: Result, articles: int = 1) -> str:
    """Say how much was looked at, so that silence can be told from blindness.

    Days that exist and parts within their whole are counted apart: they are no sums that are right.
    """
    found = [f.severity for f in result.findings]
    held = len(result.consistent) - result.evident
    parts = [f"{held:,} {'holds' if held == 1 else 'hold'}"]
    parts += [
        f"{count:,} info" if severity == "info" else _many(count, severity)
        for severity in ("error", "warning", "info")
        if (count := found.count(severity))
    ]
    relations = _many(held + len(found), "relation")
    quantities = _many(result.quantities, "quantity", "quantities")
    besides = "; {} in order besides".format(_many(result.evident, "date, part or name", _PLAIN))
    tail = besides if result.evident else ""
    among = f" in {articles:,} articles" if articles != 1 else ""
    return f"checked {relations} over {quantities}{among}: {', '.join(parts)}{tail}"


def _many(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


class _Pages:
    """The texts of the sources, with their lines counted once."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._known: dict[str, tuple[str, Lines] | None] = {}

    def page(self, spans: Sequence[Operand]) -> tuple[str, Lines] | None:
        """Return the text the spans point into; None if they do not: the file has changed."""
        path = spans[0].source
        if path not in self._known:
            text = self._texts(path)
            self._known[path] = None if text is None else (text, Lines(text))
        page = self._known[path]
        if page and all(page[0][span.start : span.end] == span.text for span in spans):
            return page
        return None


def _entry(
    finding: Finding, label: str, pages: _Pages, colour: bool, width: int | None
) -> Iterator[str]:
    def paint(text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if colour else text

    style = _STYLES[label]
    by_source: dict[str, list[Operand]] = {}
    for span in finding.spans:
        by_source.setdefault(span.source, []).append(span)
    places = {path: pages.page(spans) for path, spans in by_source.items()}
    first = finding.spans[0]
    page = places[first.source]
    at = (
        "{}:{}".format(*page[1].position(min(s.start for s in by_source[first.source])))
        if page
        else f"{first.start}"
    )
    where, verdict = shown(f"{first.source}:{at}"), f"{label} {finding.rule}"
    opening, *more = _fold(f"{where}: {verdict} {shown(finding.message)}", "    ", width)
    if opening.startswith(f"{where}: {verdict}"):
        rest = opening.removeprefix(f"{where}: {verdict}")
        opening = f"{paint(where, '1')}: {paint(verdict, style)}{rest}"
    yield from (opening, *more)
    for path, spans in by_source.items():
        if (found := places[path]) is None:
            yield from (f"  | {shown(span.text)} ({span.role})" for span in spans)
            continue
        if len(by_source) > 1:
            place = "{}:{}".format(*found[1].position(spans[0].start))
            yield f"  --> {shown(f'{path}:{place}')}"
        for line, marks in quote(found[0], spans, (width or _WIDTH) - 4):
            yield f"  | {line}"
            if marks:
                yield f"  | {paint(marks, style)}"
    if finding.arithmetic:
        yield from _fold(f"  = {finding.arithmetic}", "    ", width)
    if finding.fix:
        yield from _fold(f"  = one change would settle it: {shown(finding.fix)}", "    ", width)


def _fold(line: str, indent: str, width: int | None) -> list[str]:
    """Break a line at spaces where the terminal ends; paths and figures stay whole."""
    if width is None:
        return [line]
    return wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [line]


def quote(text: str, spans: Sequence[Operand], width: int) -> Iterator[tuple[str, str]]:
    """Yield the text around the spans in lines, each with the marks under its figures.

    Spans far apart are quoted apart. Lines without a figure between two that have one are left out.
    """
    marked = {index for span in spans for index in range(span.start, span.end)}
    for start, end in _windows(text, spans):
        for left, right in _wrapped(text, start, end, width):
            if marked.isdisjoint(range(left, right)):
                continue
            marks = "".join(
                ("^" if index in marked else " ") * cells(shown(text[index]))
                for index in range(left, right)
            )
            yield shown(text[left:right]), marks.rstrip()


def _windows(text: str, spans: Iterable[Operand]) -> list[tuple[int, int]]:
    """Return stretches of whole words around the spans, within a line, overlapping ones joined."""
    windows: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: span.start):
        start, end = _edge(text, span.start, -1, _BEFORE), _edge(text, span.end, 1, _AFTER)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((start, end))
    return windows


def _edge(text: str, at: int, step: int, most: int) -> int:
    """Walk from ``at`` to the end of its paragraph, or to a space about ``most`` characters away."""
    walked = 0
    while 0 <= (index := at - 1 if step < 0 else at) < len(text) and walked < most * 2:
        blank = text[index] in "\r\n"
        if (blank and walked and text[index + step : index + step + 1] in ("", "\r", "\n")) or (
            walked >= most and text[index].isspace()
        ):
            break
        at += step
        walked += 1
    return at


def _wrapped(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch into lines of whole words."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        stop = min(end, start + width)
        if stop < end:
            space = max(text.rfind(" ", start, stop), text.rfind("\n", start, stop))
            stop = space if space > start else stop
        if stop > start:
            yield start, stop
        start = max(stop, start + 1)
