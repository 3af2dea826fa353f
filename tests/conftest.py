"""What every test may use: a document that fills every field, and the command line in process."""

import datetime as dt
import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings

from factx.model import (
    Action,
    Attribution,
    Baseline,
    Claim,
    Date,
    DatePart,
    Document,
    Measure,
    Member,
    Official,
    OfficialMention,
    Period,
    Place,
    Quantity,
    Span,
    Tie,
)

settings.register_profile("factx", deadline=None, derandomize=True)
settings.load_profile("factx")

# Typer draws help for a terminal when it runs in some CI systems.
os.environ["_TYPER_FORCE_DISABLE_TERMINAL"] = "1"
os.environ["TERMINAL_WIDTH"] = "80"

TEXT = """Ports “busier than ever”
Rotterdam handled about 2,900,000,001 tonnes [of freight]
in the first half of 2025, up 0.10% on the year before, Mayor Anna de Vries said.
A new quay will cost at least €1.5 billion (some $1.6 billion) and take two years.
The port’s rowers beat Antwerp’s 3-1.
"""
SENTENCES = (
    TEXT[TEXT.index("Rotterdam handled") : TEXT.index("\nA new")],
    TEXT[TEXT.index("A new") : TEXT.index("\nThe port’s")],
    TEXT[TEXT.index("The port’s rowers") : -1],
)


class Grounded:
    """Finds phrases in a text, so that a hand-made document has true offsets."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, phrase: str) -> tuple[str, int, int]:
        start = self.text.index(phrase)
        return phrase, start, start + len(phrase)

    def span(self, phrase: str) -> Span:
        return Span(*self.at(phrase))


@pytest.fixture(scope="session")
def document() -> Document:
    """Return a document of ``TEXT`` in which every field has a value somewhere."""
    text = Grounded(TEXT)
    freight, cost, game = (text.span(sentence) for sentence in SENTENCES)
    mayor = Attribution("Anna de Vries", "o1", text.span("said"), via="the port’s paper")
    rotterdam = Place(*text.at("Rotterdam"), explicit=False)
    half = (dt.date(2025, 1, 1), dt.date(2025, 6, 30))
    return Document(
        id="0123456789abcdef",
        source="ports.txt",
        title=text.span("Ports “busier than ever”"),
        date=dt.date(2025, 7, 14),
        date_source="dateline",
        start=0,
        end=len(TEXT),
        mentions=(
            Quantity(
                "q1", *text.at("2,900,000,001 tonnes"), "measure",
                Decimal("2.900000001E+9"), Decimal("2.61E9"), Decimal("3.19E9"),
                "t", text.span("tonnes [of freight]"), "approx", "up",
            ),
            Date(
                "d1", *text.at("the first half of 2025"), "DATE", "2025-01/2025-06", "APPROX", *half,
                (DatePart(*text.at("2025"), "DATE", "2025-H1", *half),),
            ),
            Quantity(
                "q2", *text.at("0.10%"), "percent",
                Decimal("0.10"), Decimal("0.095"), Decimal("0.105"), "percent", None, "exact", "up",
            ),
            Date(
                "d2", *text.at("the year before"), "DATE", "2024", None,
                dt.date(2024, 1, 1), dt.date(2024, 12, 31),
            ),
            OfficialMention("p1", *text.at("Anna de Vries"), "o1"),
            Quantity(
                "q3", *text.at("€1.5 billion"), "money",
                Decimal("1.5E+9"), Decimal("1.5E+9"), Decimal("Infinity"), "EUR", None, "at_least",
            ),
            Quantity(
                "q4", *text.at("$1.6 billion"), "money",
                Decimal(1600000000), Decimal("1.44E9"), Decimal("1.76E9"), "USD", None, "approx",
            ),
            Date("d3", *text.at("two years"), "DURATION", "P2Y"),
            Quantity(
                "q5", *text.at("3-1"), "count", Decimal(3), Decimal(3), Decimal(3), None,
                against=Decimal(1),
            ),
        ),
        officials=(
            Official(
                "o1", "Anna de Vries", "Mayor", "City of Rotterdam", "Rotterdam", "acting",
                "official", ("p1",), ("Ana de Vries",),
            ),
        ),
        claims=(
            Claim(
                "c1", "q1", Measure(*text.at("tonnes [of freight]"), "tonne", ("freight",)), "level",
                Period("d1", explicit=True), Place(*text.at("Rotterdam"), explicit=True), None, None,
                mayor, "actual", freight,
            ),
            Claim(
                "c2", "q2", None, "change", Period("d1", explicit=False), rotterdam,
                Baseline("q1", "d2", "c1"), None, mayor, "actual", freight,
            ),
            Claim(
                "c3", "q3", Measure(*text.at("A new quay"), "quay", ("new",)), "limit", None, rotterdam,
                None, None, None, "plan", cost,
                Action(*text.at("cost"), "cost"), text.span("quay"),
            ),
            Claim("c4", "q4", None, "level", None, None, None, "c3", None, "plan", cost),
            Claim("c5", "d3", None, "level", None, None, None, None, None, "plan", cost),
            Claim(
                "c6", "q5", Measure(*text.at("rowers beat Antwerp’s"), "beat", ("rower",)), "level",
                None, None, None, None, None, "actual", game,
            ),
        ),
        ties=(
            Tie(
                "change", (Member("q1", "new"), Member("q2", "amount")), text.span("up"), "up",
                "slight", closed=True, items=(text.span("quay"),),
            ),
        ),
    )  # fmt: skip


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Return a stream that says it is a terminal of 120 columns with colours."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")
    return Terminal()


@dataclass(frozen=True)
class Run:
    """What one call of the command line left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def factx(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Run]:
    """Return a function that runs the command line in this process."""
    from factx.cli import main

    def run(*arguments: object, stdin: bytes | None = None) -> Run:
        stream = io.TextIOWrapper(io.BytesIO(stdin or b""))
        monkeypatch.setattr(stream, "isatty", lambda: stdin is None, raising=False)
        monkeypatch.setattr(sys, "stdin", stream)
        monkeypatch.setattr(sys, "argv", ["factx", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capfdbinary.readouterr()
        return Run(int(stop.value.code or 0), out.decode(), err.decode())

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with ten small articles."""
    for number in range(10):
        text = f"Harvest report {number}\n\nFarmers sold {number + 2} tonnes for ${number + 3} million.\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    return tmp_path
