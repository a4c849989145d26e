"""What the analyzers make of Vietnamese, asked of a real node."""

import unicodedata

import pytest
from elasticsearch import Elasticsearch

from core.text.letters import TONES, VOWELS, letter
from search.client import index_name
from search.index.analysis import compose_rules, tone_rules
from search.index.mapping import index_body

pytestmark = pytest.mark.elasticsearch
LETTERS = [letter(vowel, tone) for vowel in VOWELS + VOWELS.upper() for tone in TONES]


@pytest.fixture
def tokens(node: Elasticsearch, index_prefix: str):
    """Return a function: analyzer, text → tokens."""
    index, body = index_name(1), index_body()
    node.indices.create(index=index, settings=body["settings"], mappings=body["mappings"])

    def analyze(analyzer: str, text: str) -> list[str]:
        answer = node.indices.analyze(index=index, analyzer=analyzer, text=text)
        return [token["token"] for token in answer["tokens"]]

    return analyze


def test_rules_are_as_many_as_the_alphabet_asks_for():
    assert len(set(compose_rules())) == 252
    assert len(set(tone_rules())) == 60 + 4


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC"])
def test_folding_leaves_no_mark_on_any_letter(tokens, form):
    text = unicodedata.normalize(form, " ".join(LETTERS))
    assert tokens("vi_fold", text) == [unicodedata.normalize("NFD", vowel)[0].lower() for vowel in LETTERS]


def test_folding_reaches_crossed_d_in_every_disguise(tokens):
    assert tokens("vi_fold", "Đường đi Ðông ＧＤĐＴ") == ["duong", "di", "dong", "gddt"]


def test_exact_field_reads_decomposed_and_half_composed_text_as_composed(tokens):
    composed = tokens("vi_exact", " ".join(LETTERS))
    half = [unicodedata.normalize("NFC", vowel) + tone for vowel in VOWELS + VOWELS.upper() for tone in TONES]
    assert tokens("vi_exact", unicodedata.normalize("NFD", " ".join(LETTERS))) == composed
    assert tokens("vi_exact", " ".join(half)) == composed


def test_exact_field_puts_the_tone_in_one_place(tokens):
    assert tokens("vi_exact", "hoà khoẻ Thuỷ HOÀ") == tokens("vi_exact", "hòa khỏe Thủy HÒA")
    assert tokens("vi_exact", "quý Quỳ") == ["quý", "quỳ"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sở GD&ĐT", ["so", "gddt"]),
        ("A & B", ["a", "b"]),
        ("TP.Đông Hà", ["tp", "dong", "ha"]),
        ("năm học 2026–2027", ["nam", "hoc", "2026", "2027"]),
        ("1.284 học sinh", ["1.284", "hoc", "sinh"]),
    ],
)
def test_words_are_cut_where_readers_cut_them(tokens, text, words):
    assert tokens("vi_fold", text) == words


def test_pairs_are_neighbors_only(tokens):
    assert tokens("vi_fold2", "Tuyển sinh lớp 10") == ["tuyen sinh", "sinh lop", "lop 10"]


@pytest.mark.parametrize(
    "written",
    ["1682/QĐ-SGDĐT", "1682/qđ-sgdđt", "1682 / QĐ - SGDĐT", "1682/QĐ–SGDĐT", "1682/QĐ-SGD&ĐT", "1682/QD-SGDDT",
     unicodedata.normalize("NFD", "1682/QĐ-SGDĐT")],
)  # fmt: skip
def test_spellings_of_a_number_are_one_token(tokens, written):
    assert tokens("num", written) == ["1682/qd-sgddt"]


def test_every_beginning_of_a_long_number_is_a_token(tokens):
    number = "53/2012/tt-bgddt"
    assert set(tokens("num_prefix", "53/2012/TT-BGDĐT")) == {number[:end] for end in range(2, len(number) + 1)}
