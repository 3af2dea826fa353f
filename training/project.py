"""Carry gold trees over from treebank words to factx's own tokens.

The pipeline is trained on the very tokens that it meets in use, so ``2.9bn`` of a treebank becomes
``2.9`` and ``bn`` with the tree that ``2.9 billion`` has, and ``COVID - 19`` becomes one token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conllu import Sentence, Word
from spacy.language import Language
from spacy.tokens import Doc

_NUMBER = re.compile(r"[\d½¼¾][\d.,/½¼¾]*$")
_SCALES = frozenset(
    [
        "bn",
        "mn",
        "tn",
        "trn",
        "mln",
        "bln",
        "m",
        "M",
        "k",
        "K",
        "B",
        "bil",
        "mil",
        "million",
        "billion",
        "trillion",
        "thousand",
    ]
)
_SIGNS = frozenset(["$", "€", "£", "¥", "US$", "A$", "C$", "HK$", "NZ$"])


@dataclass(slots=True)
class _Node:
    """The annotation of one factx token; ``head`` is an index in the Doc."""

    tag: str
    pos: str
    morph: str
    lemma: str
    dep: str
    head: int


def join(group: Sequence[Sentence], gaps: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Lay sentences out as running text; ``gaps[i]`` stands before sentence ``i``."""
    text = ""
    spans = []
    for sentence, gap in zip(group, gaps, strict=True):
        text = text.rstrip(" ") + gap
        for word in sentence.words:
            spans.append((len(text), len(text) + len(word.form)))
            text += word.form + " " * word.space
    return text.rstrip(" "), spans


def tree(nlp: Language, group: Sequence[Sentence], gaps: Sequence[str]) -> Doc | None:
    """Return the gold Doc of some sentences on the tokens of ``nlp``.

    None where words and tokens cross so that no tree is left (a handful of e-mail addresses).
    """
    text, spans = join(group, gaps)
    words: list[Word] = []
    heads: list[int] = []
    for sentence in group:
        heads += [len(words) + word.head for word in sentence.words]
        words += sentence.words
    doc = nlp.make_doc(text)
    owners = _overlaps(doc, spans)
    # where each treebank word went: the token that heads its pieces
    place = [-1] * len(words)
    for token, own in enumerate(owners):
        for word in own:
            if place[word] < 0 or not _leads(doc, owners, place[word], word):
                place[word] = token
    nodes = [
        _node(doc, token, own, owners, words, heads, place) for token, own in enumerate(owners)
    ]
    return None if _cyclic(nodes) else _build(nlp, doc, nodes)


def _cyclic(nodes: list[_Node]) -> bool:
    done = [False] * len(nodes)
    for start in range(len(nodes)):
        path = []
        index = start
        while not done[index] and nodes[index].head != index:
            done[index] = True
            path.append(index)
            index = nodes[index].head
            if index in path:
                return True
        done[index] = True
    return False


def _overlaps(doc: Doc, spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return, for each token, the treebank words that share characters with it."""
    owners: list[list[int]] = []
    low = 0
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        while low < len(spans) and spans[low][1] <= start:
            low += 1
        own = []
        index = low
        while index < len(spans) and spans[index][0] < end:
            own.append(index)
            index += 1
        owners.append([] if token.is_space else own)
    return owners


def _leads(doc: Doc, owners: list[list[int]], token: int, word: int) -> bool:
    """Tell whether ``token`` stays the head of ``word``'s pieces though later pieces follow it."""
    if doc[token].text in _SIGNS and token + 1 < len(doc) and doc[token + 1].text[0].isdigit():
        return True
    rest = [i for i in range(token + 1, len(doc)) if i < token + 8 and word in owners[i]]
    return not any(any(c.isalnum() for c in doc[i].text) for i in rest)


def _node(  # noqa: PLR0917  the whole state of one projection
    doc: Doc,
    token: int,
    own: list[int],
    owners: list[list[int]],
    words: list[Word],
    heads: list[int],
    place: list[int],
) -> _Node:
    text = doc[token].text
    if not own:  # white space hangs on the token before it
        return _Node("_SP", "SPACE", "", text, "dep", max(0, token - 1))
    inside = set(own)
    top = next((word for word in own if heads[word] not in inside or heads[word] == word), own[0])
    word = words[top]
    if place[top] != token:
        return _piece(text, doc[place[top]].text, place[top])
    while place[heads[top]] == token and heads[top] != top:
        top = heads[top]  # treebank words that cross a token's border share its head
    head = place[heads[top]]
    lemma = word.lemma if len(own) == 1 else text
    tag, pos, morph = word.xpos, word.upos, word.feats
    pieces = sum(top in other for other in owners[max(0, token - 6) : token + 1])
    if pieces > 1:
        lemma = text
        if tag == "CD" and text not in _SCALES and not _NUMBER.match(text):
            tag, pos, morph = "NN", "NOUN", "Number=Sing"
    return _Node(tag, pos, morph, lemma, word.dep, head)


def _piece(text: str, head: str, place: int) -> _Node:
    """Annotate a piece of a treebank word that does not head it."""
    if _NUMBER.match(text):
        dep = "compound" if head in _SCALES else "nummod"
        return _Node("CD", "NUM", "NumForm=Digit|NumType=Card", text, dep, place)
    if not any(c.isalnum() for c in text):
        return _Node("HYPH" if text in "-/" else "SYM", "PUNCT", "", text, "punct", place)
    return _Node("NN", "NOUN", "Number=Sing", text, "compound", place)


def _build(nlp: Language, doc: Doc, nodes: list[_Node]) -> Doc:
    # white space at the front of a text has nothing before it: it hangs on the word after it
    for index, node in enumerate(nodes):
        if node.pos == "SPACE" and node.head == index and index + 1 < len(nodes):
            node.head = index + 1
    return Doc(
        nlp.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[node.tag for node in nodes],
        pos=[node.pos for node in nodes],
        morphs=[node.morph for node in nodes],
        lemmas=[node.lemma for node in nodes],
        heads=[node.head for node in nodes],
        deps=[node.dep for node in nodes],
    )
