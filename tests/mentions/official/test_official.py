"""Persons, offices and later mentions, by the table beside this file."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factx import packaged
from factx.mentions.official import find
from factx.model import Article, Block, BlockKind, Official, OfficialMention, Source
from factx.nlp import read, tokenizer

TABLE = tomllib.loads(Path(__file__).with_name("official.toml").read_text(encoding="utf-8"))
DESCRIBED = [case for part in ("before", "of", "after") for case in TABLE[part]]

# Where a sentence may stand: its reading must not depend on it.
CARRIERS = ("{}", "It rained all day. {}", "“{}”", "{} It rained all day.")


@cache
def rules() -> Language:
    """Return a pipeline without a model: the table is about the rules alone."""
    nlp = tokenizer.blank()
    nlp.add_pipe("sentencizer")
    return nlp


def people(
    text: str, kind: BlockKind = "paragraph"
) -> tuple[list[OfficialMention], list[Official]]:
    source = Source("-", text)
    article = Article(source, 0, len(text), (Block(kind, 0, len(text)),))
    mentions, officials = find(read(article, rules()))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
    return mentions, officials


def described(official: Official) -> str:
    role = "o" if official.role == "official" else "x"
    fields = (official.title, official.organization, official.place, official.status)
    return " | ".join([f"{role} {official.name}", *(field or "" for field in fields)]).rstrip(" |")


@pytest.mark.parametrize(("text", "expect"), DESCRIBED)
def test_a_person_is_described(text: str, expect: str) -> None:
    for carrier in CARRIERS:
        _, officials = people(carrier.format(text))
        wanted = [" | ".join(x.strip() for x in who.split("|")) for who in expect.split(";")]
        assert [described(official) for official in officials] == wanted, carrier


@pytest.mark.parametrize(("text", "expect"), TABLE["names"])
def test_a_name_is_taken_whole(text: str, expect: str) -> None:
    for carrier in CARRIERS:
        mentions, _ = people(carrier.format(text))
        assert "; ".join(mention.text for mention in mentions) == expect, carrier


def linked(text: str) -> Iterator[str]:
    mentions, officials = people(text)
    words = {mention.id: mention.text for mention in mentions}
    for official in officials:
        yield "; ".join(words[key] for key in official.mentions)


@pytest.mark.parametrize(("text", "expect"), TABLE["links"])
def test_later_mentions_link(text: str, expect: str) -> None:
    assert " | ".join(linked(text)) == expect


@pytest.mark.parametrize("text", TABLE["nothing"])
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    for carrier in CARRIERS:
        mentions, _ = people(carrier.format(text))
        assert [mention.text for mention in mentions] == [], carrier


def test_the_table_is_large_enough() -> None:
    assert sum(map(len, TABLE.values())) >= 250


@pytest.mark.parametrize(
    ("package", "name"),
    [("nlp", "titles"), ("mentions.official", "word"), ("mentions.official", "grammar")],
)
def test_no_list_holds_a_word_twice(package: str, name: str) -> None:
    tables = [packaged.table(f"factx.{package}", name)]
    for table in tables:
        tables.extend(part for part in table.values() if isinstance(part, dict))
        for key, words in table.items():
            if isinstance(words, list):
                assert len(words) == len(set(words)), key


def test_a_misspelt_later_mention_is_a_variant() -> None:
    _, officials = people("The mayor, Dias Tolebaev, spoke. Telobaev said it was late.")
    assert [official.variants for official in officials] == [("Telobaev",)]


def test_furniture_names_nobody() -> None:
    assert people("President Carl Dunmore spoke.", "furniture") == ([], [])


def test_ids_follow_the_text() -> None:
    mentions, officials = people("Mayor Ann Frey met Judge Tom Polk. Frey left, then Polk left.")
    assert [mention.id for mention in mentions] == ["o1", "o2", "o3", "o4"]
    assert [mention.official for mention in mentions] == ["p1", "p2", "p1", "p2"]
    assert [official.mentions for official in officials] == [("o1", "o3"), ("o2", "o4")]


WORDS = st.sampled_from(
    ["President", "Ann", "Frey", "of", "the", ",", "Minister", "-", "'s", "(", ")", '"', "Lt.", ".",
     "Health", "and", "said", "Kim", "Jong-un", "de", "al-", "O'", "mayor", "\n", "France", "U.S.",
     "D-Calif.", "é", "\u200b", "🙂", "ex-", "who", "is", "former", "42"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40), st.booleans())
def test_any_order_of_words_is_read(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words) or "-"
    mentions, officials = people(text)
    starts = [mention.start for mention in mentions]
    assert starts == sorted(set(starts))
    keys = [key for official in officials for key in official.mentions]
    assert sorted(keys) == sorted(mention.id for mention in mentions)
    assert people(text) == (mentions, officials)


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_read(text: str) -> None:
    people(text)
