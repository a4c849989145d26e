"""Is this a Vietnamese syllable? The spelling rules, used to tell Vietnamese from mojibake and from other languages."""

import re
from unicodedata import normalize

from core.text.fold import fold
from core.text.letters import ACUTE, DOT, TONES

_ONSETS = "ngh ng nh gh gi kh ch ph qu th tr b c d đ g h k l m n p r s t v x"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu uôc uôi uôm uôn uông
uôt ư ưa ưc ưi ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych yn ynh yt yêm yên yêng yêt yêu
"""
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(_RHYMES.split())})")
_BARE_SYLLABLE = re.compile(fold(_SYLLABLE.pattern))
_TONE = re.compile("[" + "".join(TONES) + "]")
_STOPPED = re.compile("(?:[cpt]|ch)$")


def is_syllable(word: str) -> bool:
    """Return whether `word` (NFC, any case) could be spelled in Vietnamese: onset, rhyme and tone fit together.

    Borrowed spellings (Krông, Pleiku) are not syllables here; judge shares of a text, not single words.
    """
    decomposed = normalize("NFD", word.lower())
    tones = _TONE.findall(decomposed)
    base = normalize("NFC", _TONE.sub("", decomposed))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(base):
        return False
    return not _STOPPED.search(base) or tones in ([ACUTE], [DOT])


def is_bare_syllable(word: str) -> bool:
    """Return whether `word` (folded) is what a syllable looks like when it is typed without marks: tu, hoc, duong."""
    return _BARE_SYLLABLE.fullmatch(word) is not None
