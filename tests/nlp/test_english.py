"""The packaged weights: whole, small, no pickles, the labels that the README lists."""

import hashlib
import re
import zipfile
from importlib import resources
from io import BytesIO

import numpy as np
import pytest

from factx.errors import ModelError
from factx.nlp import bundled, embed, load

FOLDER = resources.files("factx.nlp.english")
SUMS = dict(
    reversed(line.split()) for line in FOLDER.joinpath("SHA256SUMS").read_text().splitlines()
)


@pytest.mark.parametrize("name", sorted(SUMS))
def test_checksum(name):
    assert hashlib.sha256(FOLDER.joinpath(name).read_bytes()).hexdigest() == SUMS[name]


def test_size():
    assert sum(len(FOLDER.joinpath(name).read_bytes()) for name in SUMS) <= 15_000_000


@pytest.mark.parametrize("name", ["weights.npz", "clusters.npz", "vectors.npz"])
def test_arrays_are_plain_numbers(name):
    data = FOLDER.joinpath(name).read_bytes()
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        for key in arrays:
            assert arrays[key].dtype.kind in "fiu", key
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_components_and_labels():
    nlp = load()
    assert nlp.pipe_names == [
        "tok2vec",
        "tagger",
        "morphologizer",
        "parser",
        "lemmatizer",
        "ner",
    ]
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([A-Za-z:]+)`", readme))
    assert set(nlp.pipe_labels["ner"]) <= listed
    subtypes = {label for label in nlp.pipe_labels["parser"] if ":" in label and "||" not in label}
    assert subtypes <= listed


def test_lemmas_of_measures():
    doc = load()("The companies bought ships, loans grew and fewer people were injured.")
    lemmas = {token.text: token.lemma_ for token in doc}
    assert {k: lemmas[k] for k in ("companies", "bought", "ships", "loans", "grew")} == {
        "companies": "company",
        "bought": "buy",
        "ships": "ship",
        "loans": "loan",
        "grew": "grow",
    }


def test_clusters_are_sorted_and_joined_by_kind():
    keys, values = embed.clusters()
    assert (keys[:-1] < keys[1:]).all()
    assert len(keys) == len(values)
    nlp = load()
    tons, miles, who = embed.inputs(embed.attributes(nlp.make_doc("tons miles Who"), []))[:, 0]
    assert tons == miles
    assert tons not in {0, who}


def test_a_word_in_capitals_has_the_cluster_of_the_small_one():
    nlp = load()
    small, capital = embed.inputs(embed.attributes(nlp.make_doc("kilometers KILOMETERS"), []))[:, 0]
    assert small == capital


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pipeline.json", b"{"),
        ("pipeline.json", b'{"format": 0}'),
        (
            "pipeline.json",
            b'{"format": %d, "components": [{"name": "ner"}]}' % bundled.FORMAT,
        ),
        ("weights.npz", b"no archive"),
        ("weights.npz", None),
    ],
)
def test_a_damaged_folder_is_one_sentence(tmp_path, monkeypatch, name, data):
    for file in SUMS:
        (tmp_path / file).write_bytes(FOLDER.joinpath(file).read_bytes())
    (tmp_path / name).unlink()
    if data is not None:
        (tmp_path / name).write_bytes(data)
    monkeypatch.setattr(bundled, "_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match="reinstall factx"):
        bundled.pipeline()
