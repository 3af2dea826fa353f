"""Every field of a claim against tables of our own sentences, and what holds for any text."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factx import claims, mentions, nlp
from factx.claims import period, source
from factx.model import Article, Block, Claim, Mention, Source
from factx.nlp import bundled
from factx.nlp.tokenizer import blank

TABLES = sorted(Path(__file__).parent.glob("*.toml"))
FIELDS = (
    "measure",
    "relation",
    "period",
    "place",
    "source",
    "via",
    "baseline",
    "converts",
    "modality",
)

parsed = pytest.mark.skipif(not bundled.available(), reason="the package holds no weights")


@cache
def plain() -> Language:
    """Return a pipeline that knows sentences and nothing else."""
    pipeline = blank()
    pipeline.add_pipe("sentencizer")
    return pipeline


def build(text: str, pipeline: Language) -> tuple[list[Claim], dict[str, Mention]]:
    """Return what the sentences of a paragraph state themselves, and its mentions by id."""
    article = Article(Source("-", text), 0, len(text), (Block("paragraph", 0, len(text)),))
    tokens = nlp.read(article, pipeline)
    found = mentions.find(tokens)
    every = (*found.quantities, *found.dates, *found.people)
    return claims.stated(tokens, found)[1], {mention.id: mention for mention in every}


def cases(*, only_plain: bool) -> Iterator[Any]:
    for table in TABLES:
        for case in tomllib.loads(table.read_text("utf-8"))["case"]:
            if case.get("plain") or not only_plain:
                yield pytest.param(case, id=f"{table.stem}: {case['text']}")


def told(claim: Claim, by_id: dict[str, Mention], all_claims: dict[str, Claim]) -> dict[str, str]:
    """Return what a claim says, in the words of the text; "" where it says nothing."""
    baseline = claim.baseline
    compared = baseline and (baseline.quantity or baseline.period)
    converted = all_claims[claim.converts].mention if claim.converts else None
    return {
        "measure": claim.measure.text if claim.measure else "",
        "relation": claim.relation,
        "period": by_id[claim.period.id].text if claim.period else "",
        "place": claim.place.text if claim.place else "",
        "source": claim.source.name if claim.source else "",
        "via": (claim.source.via or "") if claim.source else "",
        "baseline": by_id[compared].text if compared else "",
        "converts": by_id[converted].text if converted else "",
        "modality": claim.modality,
    }


def check(case: dict[str, Any], pipeline: Language) -> None:
    made, by_id = build(case["text"], pipeline)
    by_claim = {claim.id: claim for claim in made}
    said = {by_id[claim.mention].text: told(claim, by_id, by_claim) for claim in made}
    wanted = {field: case[field] for field in FIELDS if field in case}
    got = {
        field: {figure: said.get(figure, {}).get(field) for figure in wants}
        for field, wants in wanted.items()
    }
    assert got == wanted, case.get("why", "")


@parsed
@pytest.mark.parametrize("case", list(cases(only_plain=False)))
def test_with_a_parse(case: dict[str, Any]) -> None:
    check(case, nlp.load())


@pytest.mark.parametrize("case", list(cases(only_plain=True)))
def test_without_a_parse(case: dict[str, Any]) -> None:
    check(case, plain())


def test_a_wrong_table_fails() -> None:
    with pytest.raises(AssertionError):
        check({"text": "The firm opened 30 shops.", "relation": {"30": "share"}}, plain())


@parsed
@pytest.mark.parametrize(
    "text",
    [
        "She scored in the 26 minute.",
        "They saw it on the “60 Minutes” program.",
        "He did it several years ago.",
    ],
)
def test_what_is_no_length_makes_no_claim(text: str) -> None:
    assert build(text, nlp.load())[0] == []


def test_furniture_asserts_nothing() -> None:
    text = "The firm opened 30 shops."
    article = Article(Source("-", text), 0, len(text), (Block("furniture", 0, len(text)),))
    tokens = nlp.read(article, plain())
    assert claims.build(tokens, mentions.find(tokens)) == []


def test_head_and_modifiers_are_lemmas() -> None:
    made, _ = build("The lab found 4,300 contaminated wells.", plain())
    assert made[0].measure is not None
    assert (made[0].measure.head, made[0].measure.modifiers) == ("well", ("contaminated",))


@parsed
@pytest.mark.parametrize(
    ("text", "action", "lemma", "subject"),
    [
        ("Police said 71 people were arrested.", "arrested", "arrest", ""),
        ("About 500 ballots were not yet returned.", "not yet returned", "not return", ""),
        ("Some 12 people who were killed lived nearby.", "killed", "kill", ""),
        ("The Green Party won 30 seats.", "won", "win", "Green Party"),
        ("Acme has 900 doctors.", "", "", "Acme"),
        ("Exports rose 4%.", "", "", ""),
        ("Some 900 people are now in need of aid.", "in need", "need", ""),
        ("About 60% of tenants want the rent capped.", "want the rent capped", "cap", ""),
        ("A third of the nurses are men.", "men", "man", ""),
        ("Two robbers took three people hostage.", "", "", ""),
        ("First reports showed 25 people and one dog dead.", "dead", "dead", ""),
        ("The blast left a boy and two police officers wounded.", "wounded", "wounded", ""),
        ("The two guests are a former chief of police and her aide.", "", "", ""),
        ("They hired Berg after the worst season in 20 years.", "", "", ""),
        ("Police said 40 houses collapsed.", "collapsed", "collapse", ""),
        ("The five-member panel says it will meet.", "", "", ""),
        ("Some 40 shops are in Oslo.", "", "", ""),
    ],
)
def test_what_happened_and_who_did_it(text: str, action: str, lemma: str, subject: str) -> None:
    (claim, *_), _ = build(text, nlp.load())
    done = claim.action
    assert (done.text if done else "") == action
    assert (done.lemma if done else "") == lemma
    assert (claim.subject.text if claim.subject else "") == subject


WORDS = st.sampled_from(
    [
        "The", "ministry", "said", "that", "exports", "fell", "rose", "by", "to", "from", "12%", "$3 million",
        "(€2 million)", "30", "up to", "two months", "in", "Norway", "2019", ",", ".", "“", "”", "according to",
        "compared to", "a year earlier", "while", "of", "the", "cases", "double", "including", "aged", "per", "which",
        "Anna Berg", "he", "was", "and", ";", "\n\n", "a third", "more than", "increase", "it", "-", "(", ")", "’s",
    ]
)  # fmt: skip


def hold(text: str, pipeline: Language) -> None:
    """Check what must be true of the claims of any text."""
    made, by_id = build(text, pipeline)
    ids = {claim.id for claim in made}
    assert len(ids) == len(made)
    starts = [by_id[claim.mention].start for claim in made]
    assert starts == sorted(starts)
    for claim in made:
        said = [claim.source and claim.source.cue, claim.action, claim.subject]
        spans = [claim.sentence, claim.measure, claim.place, *said]
        for span in spans:
            assert span is None or text[span.start : span.end] == span.text
        assert claim.sentence.start <= by_id[claim.mention].start < claim.sentence.end
        if claim.measure is not None:
            assert claim.measure.text
            assert claim.measure.head
            assert claim.measure.text == claim.measure.text.strip()
        assert claim.period is None or claim.period.id in by_id
        assert claim.converts is None or claim.converts in ids - {claim.id}
        if claim.baseline is not None:
            assert claim.baseline.quantity is None or claim.baseline.quantity in by_id
            assert claim.baseline.period is None or claim.baseline.period in by_id
            assert claim.baseline.claim is None or claim.baseline.claim in ids - {claim.id}
            assert claim.baseline.quantity or claim.baseline.period
        assert claim.source is None or claim.source.name


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_words_hold_without_a_parse(text: str) -> None:
    hold(text, plain())


@parsed
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_words_hold_with_a_parse(text: str) -> None:
    hold(text, nlp.load())


@parsed
@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1842, twice",
        "They sold twice as",
        "There were 666 and",
        ", 9 since are not.",
        "She will be 70 or",
        'The mayor told "Anna Berg",',
    ],
)
def test_texts_that_break_off_hold(text: str) -> None:
    hold(text, nlp.load())


@given(st.text(max_size=80))
def test_any_text_holds(text: str) -> None:
    hold(text, plain())


@pytest.mark.parametrize("unit", ["two days before ", "30 in March, he said, and "])
def test_work_grows_with_a_page_without_sentences(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[str] = Counter()

    def counted(module: ModuleType, name: str) -> None:
        function = getattr(module, name)

        def count(*args: Any) -> Any:
            calls[name] += 1
            return function(*args)

        monkeypatch.setattr(module, name, count)

    counted(source, "speeches")
    counted(period, "elsewhere")
    words = len(unit.split())
    for times in (100, 400):
        calls.clear()
        made, _ = build(unit * times, plain())
        assert calls["speeches"] <= 2 + times * words / 30, "once a stretch, not once a claim"
        assert calls["elsewhere"] <= 20 * len(made), "the dates around a figure, not all"


def test_a_page_without_sentences_ends_soon() -> None:
    hold("30 of the cases, " * 1000, plain())


@parsed
@pytest.mark.parametrize(
    "text",
    [
        "All residents over the age of 18 must vote.",
        "Girls under the age of 5 years slept.",
        "People aged 65 years and over voted early.",
        "Travel was banned for those under 19.",
    ],
)
def test_an_age_that_bounds_a_group_asserts_nothing(text: str) -> None:
    assert build(text, nlp.load())[0] == []


@parsed
@pytest.mark.parametrize(
    "text", ["It was sold 7 or 8 years ago.", "In your last three months, your income fell."]
)
def test_a_time_ago_and_a_recent_period_are_no_lengths(text: str) -> None:
    assert build(text, nlp.load())[0] == []


MONTHS = ("January", "February", "March", "April")
LISTS = {
    "percentages by dates": "Rents rose "
    + ", ".join(f"{i % 90 + 1}% in {MONTHS[i % 4]} {1900 + i % 120}" for i in range(560)),
    "hanging hyphens": "a " + "6- or " * 600 + "7-cent rise.",
}


@parsed
@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_an_item_does_not_ask_all_items_before_it(text: str) -> None:
    made, _ = build(text, nlp.load())
    assert len(made) > 500
