"""What may be entered as a synonym: each refusal is one sentence for the person who types."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from core.text.syllable import is_bare_syllable
from search.vocabulary.models import Spelling, Strength
from tenants.registry.folding import folded_words

MOST_SHORT, MOST_LONG, LONGEST = 4, 3, 120
# The room "Khảo thí và Kiểm định chất lượng giáo dục" has nine words, and few things have more.
MOST_WORDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A synonym as a person typed it: texts clean and not empty, in the order of preference."""

    strength: Strength
    short: tuple[str, ...]
    long: tuple[str, ...]
    is_active: bool = True
    note: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The forms that will be recognized where readers type them."""
        return self.short + self.long if self.strength is Strength.STRONG else self.short


class SynonymError(Exception):
    """Refusal of a synonym; the message is Vietnamese, fit to show beside the field."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def check(content: Content, *, but: int | None = None) -> None:
    """Raise SynonymError for the first thing wrong. but: key of the synonym that is being changed. One query."""
    for problem in _problems(content, but):
        raise problem


def _problems(content: Content, but: int | None) -> Iterator[SynonymError]:
    yield from _too_few_or_many(content)
    for field, forms in (("short", content.short), ("long", content.long)):
        for form in forms:
            yield from (SynonymError(field, sentence) for sentence in _wrong_form(form))
    yield from _common(content)
    yield from _alike(content)
    yield from _taken(content, but)


def _too_few_or_many(content: Content) -> Iterator[SynonymError]:
    if content.strength is Strength.STRONG and len(content.keys) < 2:
        yield SynonymError("long", _("Nhóm hai chiều cần ít nhất hai cách viết. Hãy ghi thêm một chữ nữa."))
    if content.strength is Strength.WEAK and not content.short:
        yield SynonymError("short", _("Nhóm một chiều cần ít nhất một chữ viết tắt để người đọc gõ."))
    if content.strength is Strength.WEAK and not content.long:
        yield SynonymError("long", _("Nhóm một chiều cần ít nhất một chữ đầy đủ để tìm thêm."))
    if len(content.short) > MOST_SHORT:
        sentence = _("Một nhóm có tối đa %(most)d chữ viết tắt. Hãy bỏ bớt chữ ít gặp.")
        yield SynonymError("short", sentence % {"most": MOST_SHORT})
    if len(content.long) > MOST_LONG:
        sentence = _("Một nhóm có tối đa %(most)d chữ đầy đủ. Hãy bỏ bớt chữ ít gặp.")
        yield SynonymError("long", sentence % {"most": MOST_LONG})


def _wrong_form(form: str) -> Iterator[str]:
    words = folded_words(form)
    letters = sum(letter.isalpha() for word in words for letter in word)
    if letters < 2:
        yield _("“%(form)s” có chưa đến hai chữ cái nên không thể là một cách viết.") % {"form": form}
    if len(words) > MOST_WORDS or len(form) > LONGEST:
        yield _("“%(form)s” dài quá %(most)d tiếng. Hãy ghi tên ngắn hơn.") % {"form": form[:60], "most": MOST_WORDS}


def _common(content: Content) -> Iterator[SynonymError]:
    """A key of one word that readers type as an ordinary syllable.

    How often a form is published says nothing: THPT and GDĐT are in most posts. But whoever types "từ" without marks
    types TƯ, too, and would be answered with everything about "trung ương".
    """
    for key in content.keys:
        words = folded_words(key)
        if len(words) == 1 and is_bare_syllable(words[0]):
            sentence = _(
                "“%(form)s” đọc như một tiếng thường gặp, nên nhiều câu hỏi sẽ bị hiểu nhầm. Hãy ghi cách viết khác."
            )
            yield SynonymError(_field_of(content, key), sentence % {"form": key})


def _alike(content: Content) -> Iterator[SynonymError]:
    """Two forms that search cannot tell apart; a form within another one, which it finds without any synonym."""
    forms = [*content.short, *content.long]
    for place, form in enumerate(forms):
        for other in forms[place + 1 :]:
            one, two = f" {' '.join(folded_words(form))} ", f" {' '.join(folded_words(other))} "
            names = {"form": form, "other": other} if len(one) <= len(two) else {"form": other, "other": form}
            if one == two:
                sentence = _("Với tìm kiếm, “%(form)s” và “%(other)s” là một. Hãy bỏ một chữ.")
                yield SynonymError(_field_of(content, other), sentence % names)
            elif one in two or two in one:
                sentence = _("Ai tìm “%(form)s” đã thấy cả “%(other)s”, vì chữ ngắn nằm trong chữ dài. Hãy bỏ một chữ.")
                yield SynonymError(_field_of(content, other), sentence % names)


def _taken(content: Content, but: int | None) -> Iterator[SynonymError]:
    keys = {" ".join(folded_words(key)): key for key in content.keys}
    recognized = Q(is_short=True) | Q(synonym__strength=Strength.STRONG)
    others = Spelling.objects.filter(recognized, folded__in=keys).exclude(synonym=but).select_related("synonym")
    for other in others.prefetch_related("synonym__spellings"):
        sentence = _("“%(form)s” đã có trong nhóm “%(group)s”. Hãy sửa nhóm ấy, hoặc xóa ở đó trước.")
        key = keys[other.folded]
        yield SynonymError(_field_of(content, key), sentence % {"form": key, "group": str(other.synonym)})


def _field_of(content: Content, form: str) -> str:
    return "short" if form in content.short else "long"
