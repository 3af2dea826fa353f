"""Every row of the tables of intervals, and the laws that hold for all of them."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.intervals import (
    QUALIFIER,
    Hedge,
    Interval,
    Nature,
    Reading,
    Written,
    bounds,
    decide,
    fraction,
    gap,
    hedged,
    loose,
    majority,
    multiple,
    nominal,
    one_in,
    read,
    reduction,
)
from factx.model import Qualifier

CASES = tomllib.loads(Path(__file__).with_name("intervals.toml").read_text("utf-8"))
HUNDRED = Decimal(100)
WHOLE_LINE = Interval(None, None)
# Far below any digit that a table gives, far above the 60 digits of the arithmetic.
FINE = Decimal("1e-18")


def interval(text: str) -> Interval:
    """Parse "[1.45e12, 1.6e12)"."""
    low, high = (Decimal(end) for end in text[1:-1].split(","))
    return Interval(
        low if low.is_finite() else None,
        high if high.is_finite() else None,
        text[0] == "[",
        text[-1] == "]",
    )


def assert_same(got: Interval, want: str) -> None:
    expected = interval(want)
    assert (got.low_closed, got.high_closed) == (expected.low_closed, expected.high_closed)
    for end, wanted in zip(bounds(got), bounds(expected), strict=True):
        assert end == wanted or abs(end - wanted) < FINE, f"{got} is not {want}"


def assert_reads(got: Reading, row: dict[str, Any]) -> None:
    assert_same(got.nominal, row["N"])
    assert_same(got.loose, row.get("L", row["N"]))


def written(row: dict[str, Any], digits: str = "digits") -> Written:
    return Written(
        row.get(digits, row["text"]),
        Decimal(row.get("scale", "1")),
        nature=row.get("nature", "count"),
    )


def table(name: str):
    return pytest.mark.parametrize("row", CASES[name], ids=lambda row: row["text"])


@table("figure")
def test_figure(row):
    assert_reads(read(written(row)), row)


@table("hedge")
def test_hedge(row):
    assert_reads(hedged(written(row), row["hedge"]), row)


@table("multiple")
def test_multiple(row):
    assert_reads(multiple(Decimal(row["k"]), row.get("hedge", "exact")), row)


@table("reduction")
def test_reduction(row):
    assert_reads(reduction(Decimal(row["k"]), row.get("hedge", "exact")), row)


@table("fraction")
def test_fraction(row):
    assert_reads(fraction(*row["of"], row.get("hedge", "exact")), row)


@table("one_in")
def test_one_in(row):
    assert_reads(one_in(Decimal(row["k"]), row.get("hedge", "exact")), row)


def test_majority():
    assert_reads(majority(), {"N": "(0.5, 1]", "L": "[0.49, inf)"})


@table("percent_change")
def test_decide_percent_change(row):
    new, old = (read(Written(digits, Decimal(scale))) for digits, scale in (row["new"], row["old"]))
    stated = read(Written(row["stated"], nature="percent"))
    one = Interval.point(Decimal(1))
    computed_n, computed_l = (
        a.divide(b).subtract(one).scale(HUNDRED) for a, b in zip(new, old, strict=True)
    )
    decision = decide(computed_n, stated.nominal, computed_l, stated.loose)
    assert decision.verdict == row["verdict"]
    assert (decision.gap > 0) == (row["verdict"] == "conflict")


def test_tables_hold_every_hedge():
    assert {row["hedge"] for row in CASES["hedge"]} == set(get_args(Hedge))


def test_every_wording_has_a_qualifier_of_the_contract():
    assert set(QUALIFIER) == {*get_args(Hedge), "range"}
    assert set(QUALIFIER.values()) == set(get_args(Qualifier))


@pytest.mark.parametrize("digits", ["", "1.2.3", "1e5", "nine", "12a", "-", ".", "٣", "NaN"])
def test_what_is_no_numeral_is_refused(digits):
    with pytest.raises(ValueError, match="not a numeral"):
        Written(digits)


@pytest.mark.parametrize("scale", ["0", "-1", "Infinity", "NaN"])
def test_what_is_no_scale_is_refused(scale):
    with pytest.raises(ValueError, match="not a scale"):
        Written("1", Decimal(scale))


@pytest.mark.parametrize("digits", ["12,480", "12 480", "12\u00a0480", "12\u202f480", "12'480"])
def test_separators_do_not_count(digits):
    assert Written(digits).value == Decimal(12480)
    assert Written(digits).figures == 5


@pytest.mark.parametrize("text", ["[2, 1]", "[1, 1)", "(1, 1]", "(1, 1)"])
def test_an_empty_interval_is_refused(text):
    with pytest.raises(ValueError, match="no number"):
        interval(text)


@pytest.mark.parametrize("end", ["NaN", "Infinity"])
def test_an_end_is_a_number_or_none(end):
    with pytest.raises(ValueError, match="finite"):
        Interval(Decimal(end), None)


def test_absurd_numerals_neither_crash_nor_hang():
    for digits in ("9" * 200_000, "1" + "0" * 1_100_000, "0." + "0" * 1_100_000 + "1"):
        for hedge in get_args(Hedge):
            reading = hedged(Written(digits, Decimal(10) ** 12), hedge)
            assert reading.nominal.intersects(reading.loose)


@pytest.mark.parametrize(
    "a, b, shared",
    [
        ("[1, 2]", "[2, 3]", "[2, 2]"),
        ("[1, 2)", "[2, 3]", None),
        ("[1, 2]", "(2, 3]", None),
        ("[1, 5)", "(2, 9]", "(2, 5)"),
        ("(-inf, 2]", "[1, inf)", "[1, 2]"),
        ("(1, 2)", "[1, 2]", "(1, 2)"),
    ],
)
def test_intersect_minds_open_ends(a, b, shared):
    got = interval(a).intersect(interval(b))
    assert got == (None if shared is None else interval(shared))
    assert interval(a).intersects(interval(b)) is (shared is not None)


@pytest.mark.parametrize(
    "text, whole",
    [
        ("[1.2, 3.9]", "[2, 3]"),
        ("(2, 4)", "[3, 3]"),
        ("(2, 3)", None),
        ("[0.1, 0.9]", None),
        ("[-1.5, -0.5]", "[-1, -1]"),
        ("(0.5, inf)", "[1, inf)"),
    ],
)
def test_integers(text, whole):
    assert interval(text).integers() == (None if whole is None else interval(whole))


@pytest.mark.parametrize(
    "a, b, quotient",
    [
        ("[6, 8]", "[2, 4]", "[1.5, 4]"),
        ("[6, 8)", "(2, 4]", "[1.5, 4)"),
        ("[-6, 8]", "[2, 4]", "[-3, 4]"),
        ("[6, 8]", "[-4, -2]", "[-4, -1.5]"),
        ("[1, 2]", "[0, 4]", "[0.25, inf)"),
        ("[1, 2]", "[4, inf)", "(0, 0.5]"),
        ("[0, 2]", "[0, 4]", "[0, inf)"),
        ("[1, inf)", "[1, inf)", "(0, inf)"),
        ("[1, 2]", "[-1, 1]", "(-inf, inf)"),
        ("[1, 2]", "[0, 0]", "(-inf, inf)"),
    ],
)
def test_divide(a, b, quotient):
    assert interval(a).divide(interval(b)) == interval(quotient)


@pytest.mark.parametrize(
    "a, b, value, expected",
    [
        ("[1, 2]", "[2, 3]", None, "0"),
        ("[1, 2]", "[3, 5]", None, "0.25"),
        ("[1, 2]", "[3, 5]", "5", "0.2"),
        ("[7, 8]", "[3, 5]", "-4", "0.5"),
        ("[1, 2]", "[4, inf)", None, "0.5"),
        ("[1, 2]", "(-inf, 0]", None, "Infinity"),
        ("[1, 2)", "[2, 3]", None, "0"),
    ],
)
def test_gap(a, b, value, expected):
    y = None if value is None else Decimal(value)
    assert gap(interval(a), interval(b), y) == Decimal(expected)


# --- laws -----------------------------------------------------------------------------------------


def law(*strategies):
    """Test with drawn examples and without a clock: a busy machine is no failure."""
    return lambda test: settings(deadline=None)(given(*strategies)(test))


numbers = st.decimals(
    min_value=-(10**9), max_value=10**9, places=3, allow_nan=False, allow_infinity=False
)
naturals = st.integers(0, 10**12).map(str)
numerals = st.one_of(
    naturals,
    st.tuples(naturals, st.integers(0, 9)).map(lambda pair: pair[0] + "0" * pair[1]),
    st.tuples(naturals, st.integers(0, 999)).map(lambda pair: f"{pair[0]}.{pair[1]}"),
).flatmap(lambda digits: st.sampled_from([digits, "-" + digits]))
scales = st.sampled_from([Decimal(text) for text in ("0.01", "1", "12", "1000", "1e6", "1e12")])
figures = st.builds(Written, numerals, scales, nature=st.sampled_from(get_args(Nature)))
hedges = st.sampled_from(get_args(Hedge))


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    closed = (True, True) if low == high else (draw(st.booleans()), draw(st.booleans()))
    unbounded = draw(st.sampled_from(["", "", "", "low", "high"]))
    return Interval(
        None if unbounded == "low" else low, None if unbounded == "high" else high, *closed
    )


@st.composite
def inside(draw):
    """Draw an interval and a number in it."""
    whole = draw(intervals())
    points = [end for end in (whole.low, whole.high) if end is not None]
    if len(points) == 2:
        points.append(sum(points) / 2)
    points += [points[0] + step for step in (-1000, -1, 1, 1000)]
    return whole, draw(
        st.sampled_from([point for point in points if whole.contains(point)] or [None])
    )


@law(figures)
def test_nominal_and_loose_nest(figure):
    assert nominal(figure).contains(figure.value)
    assert loose(figure).covers(nominal(figure))


@law(figures, hedges)
def test_a_hedge_keeps_the_value_and_nests(figure, hedge):
    reading = hedged(figure, hedge)
    assert reading.nominal.contains(figure.value)
    assert reading.loose.covers(reading.nominal)


@law(figures)
def test_about_never_says_more_than_the_bare_figure(figure):
    hedge, bare = hedged(figure, "about"), read(figure)
    assert hedge.nominal.covers(bare.nominal)
    assert hedge.loose.covers(bare.loose)


@law(st.integers(1, 10**6), st.integers(1, 40), scales)
def test_more_decimals_are_never_wider(number, places, scale):
    coarse, fine = (
        Written(f"{number}.{'0' * count}", scale, nature="measure")
        for count in (places, places + 1)
    )
    assert coarse.value == fine.value
    for of in (nominal, loose):
        assert of(coarse).covers(of(fine))
        assert of(coarse) != of(fine)


@law(st.integers(1, 999), scales.filter(lambda scale: scale != 1))
def test_a_written_zero_decimal_is_precision(number, scale):
    assert nominal(Written(str(number), scale)) != nominal(Written(f"{number}.0", scale))


@law(st.decimals(min_value=1, max_value=10**4, places=2), hedges)
def test_ratio_words_nest(times, hedge):
    share = int(times) + 1
    for reading in (
        multiple(times, hedge),
        reduction(times, hedge),
        one_in(times, hedge),
        fraction(1, share, hedge),
        fraction(share - 1, share, hedge),
        fraction(share + 1, share, hedge),
    ):
        assert reading.loose.covers(reading.nominal)
    assert multiple(times, hedge).nominal.contains(times)


@law(inside(), inside())
def test_arithmetic_contains_the_image_of_every_point(first, second):
    (a, x), (b, y) = first, second
    if x is None or y is None:
        return
    assert a.add(b).contains(x + y)
    assert a.subtract(b).contains(x - y)
    assert a.multiply(b).contains(x * y)
    assert a.negate().contains(-x)
    assert a.scale(y).contains(x * y)
    if y:
        # A third has no last digit: only fractions tell on which side of it the end was rounded.
        quotient, exact = a.divide(b), Fraction(x) / Fraction(y)
        assert quotient.low is None or Fraction(quotient.low) <= exact
        assert quotient.high is None or exact <= Fraction(quotient.high)


@law(intervals(), intervals(), intervals())
def test_wider_operands_give_wider_results(a, b, c):
    wide = a.hull(c)
    for operation in (Interval.add, Interval.subtract, Interval.multiply, Interval.divide):
        assert operation(wide, b).covers(operation(a, b))
        # Zero alone as a divisor gives up on the quotient, a wider divisor need not.
        if operation is not Interval.divide or bounds(a) != (0, 0):
            assert operation(b, wide).covers(operation(b, a))


@law(intervals(), intervals())
def test_sharing_is_symmetric(a, b):
    shared = a.intersect(b)
    assert shared == b.intersect(a)
    assert a.intersects(b) is b.intersects(a) is (shared is not None)
    assert a.hull(b) == b.hull(a)
    assert a.hull(b).covers(a)
    assert a.hull(b).covers(b)
    if shared is not None:
        assert a.covers(shared)
        assert b.covers(shared)


@law(intervals(), st.integers(-(10**9), 10**9))
def test_integers_are_the_whole_numbers_inside(a, number):
    whole = a.integers()
    assert a.contains(Decimal(number)) is (whole is not None and whole.contains(Decimal(number)))
    if whole is not None:
        assert a.covers(whole)


@law(intervals(), intervals(), intervals(), intervals(), numbers)
def test_decide_and_gap_agree(a, b, c, d, y):
    verdict, distance = decide(a, b, a.hull(c), b.hull(d), y)
    assert (verdict == "consistent") is a.intersects(b)
    assert (verdict == "conflict") is not a.hull(c).intersects(b.hull(d)) or verdict == "consistent"
    assert distance >= 0
    assert verdict == "conflict" or distance == 0


def test_nothing_follows_from_the_whole_line():
    for operation in (Interval.add, Interval.subtract, Interval.multiply, Interval.divide):
        assert operation(WHOLE_LINE, Interval(Decimal(1), Decimal(2))) == WHOLE_LINE
