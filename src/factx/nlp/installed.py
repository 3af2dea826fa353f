"""A spaCy pipeline of the user's own, by the name of its package or the path of its folder."""

from __future__ import annotations

from spacy.language import Language

from factx.errors import ModelError

# The labels that the rules read; a pipeline that never says one of them would make factx blind.
_RELATIONS = frozenset({"nsubj", "obj", "obl", "nmod", "nummod", "compound", "appos", "conj"})
_NAMES = frozenset({"PERSON", "ORG", "GPE"})


def pipeline(name: str) -> Language:
    """Load the pipeline ``name``, taught factx's tokens."""
    import spacy

    from factx.nlp import bundled, embed, tokenizer  # noqa: F401  embed registers its layer

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(f"{name}: not a spaCy pipeline that can be loaded ({reason})") from error
    _require(name, nlp, "parser", _RELATIONS, "Universal Dependencies relations")
    _require(name, nlp, "ner", _NAMES, "entity labels")
    tokenizer.teach(nlp)
    bundled.quicken(nlp)
    return nlp


def _require(name: str, nlp: Language, component: str, labels: frozenset[str], what: str) -> None:
    if component not in nlp.pipe_names:
        raise ModelError(f"{name}: the pipeline has no {component}, which factx needs")
    missing = labels - set(nlp.pipe_labels.get(component, ()))
    if missing:
        listed = ", ".join(sorted(missing))
        raise ModelError(f"{name}: its {component} lacks the {what} {listed}")
