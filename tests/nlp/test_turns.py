"""Who says what in a printed conversation, on one of our own, and whose its figures are."""

import pytest

import factx
from factx import nlp
from factx.model import Source
from factx.nlp import bundled
from factx.nlp.tokenizer import blank
from factx.nlp.turns import turn_at, turns
from factx.read import segment

TALK = """Pilot looks back

{0}How many boats came? Did 40 of them come?

{1}About 30 boats came.

In the hall stood 12 chairs.

{0}Was it dark?

{1}The captain said nine lamps burned.

{0}And then?

{2}We left with 7 boxes.

The town has 5 inns.
"""
FORMS = [
    ("((WN)) ", "((Zoe Kain)) ", "((ZK)) "),
    ("((WN)): ", "((Zoe Kain)): ", "((Zoe Kain)): "),
    ("Wikinews: ", "Zoe Kain: ", "ZK: "),
]


def read(text: str) -> nlp.Tokens:
    (article,) = segment(Source("-", text))
    pipeline = blank()
    pipeline.add_pipe("sentencizer")
    return nlp.read(article, pipeline)


@pytest.mark.parametrize("labels", FORMS)
def test_each_paragraph_has_its_speaker(labels):
    tokens = read(TALK.format(*labels))
    found = turns(tokens)
    said = {}
    for number in ("40", "30", "12", "nine", "7", "5"):
        turn = turn_at(found, tokens.lower.index(number))
        said[number] = turn and (tokens.span(*turn.label).text, turn.asks)
    reporter = ("WN" if "WN" in labels[0] else "Wikinews", True)
    guest = ("Zoe Kain", False)
    assert said == {"40": reporter, "30": guest, "12": guest, "nine": guest, "7": guest, "5": None}


@pytest.mark.parametrize(
    "text",
    [
        TALK.format("", "", ""),
        TALK.format("Image: ", "Image: ", "Image: ").replace("?", "."),
        TALK.format("((WN)) ", "((WN)) ", "((WN)) "),
        "((((((\n\n))\n\n((\n\n((a\n\n:\n\nA:",
    ],
)
def test_other_texts_have_no_turns(text):
    assert turns(read(text)) == []


@pytest.mark.skipif(not bundled.available(), reason="the package holds no weights")
def test_answers_are_told_by_who_gives_them():
    document = factx.extract(TALK.format(*FORMS[0]))
    texts = {mention.id: mention.text for mention in document.mentions}
    told = {texts[each.mention]: each.source and each.source.name for each in document.claims}
    assert told["30"] == told["12"] == told["7"] == "Zoe Kain"
    assert told["40"] is None
    assert told["5"] is None
