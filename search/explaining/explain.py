from collections.abc import Iterator
from dataclasses import replace

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from core.frontend.formats import number, percent, short_date
from core.text.document_number import find_number
from search.bestbets.queries import bets_for
from search.documents import DOCUMENT_TYPES
from search.explaining.score import Part, Score
from search.index import engine
from search.marks import Marks, load_usually_marked, marks_typed
from search.queries import find
from search.request import SearchRequest
from search.vocabulary.wording import wording_of
from tenants.registry.folding import folded_words
from tenants.registry.models import Entry

# Deeper places say nothing to an editor.
_COUNTED_PLACES = 100


def explain(request: SearchRequest, entry: Entry) -> list[str]:
    """Return why the question finds the entry where it does, at most eight Vietnamese sentences.

    entry: live, its unit loaded. Costs three requests to Elasticsearch, or the queries of the search without it.
    """
    return [*_asked(request), *_matched(request, entry), *_ranked(request, entry), *_suggested(request)]


def _asked(request: SearchRequest) -> Iterator[str]:
    if key := find_number(request.text):
        yield _("Câu hỏi được hiểu là số văn bản %(number)s.") % {"number": key}
        return
    wording = wording_of(request)
    marks = marks_typed(wording.judged, usually_marked=load_usually_marked())
    yield {
        Marks.NONE: _("Câu hỏi gõ không dấu nên chữ có dấu và không dấu tính như nhau."),
        Marks.SOME: _("Câu hỏi chỉ có dấu ở một vài chữ; chữ có dấu khớp đúng được cộng điểm."),
        Marks.ALL: _("Câu hỏi gõ đủ dấu nên chữ khớp đúng dấu được xếp trước."),
    }[marks]
    if len(wording.spellings) > 1:
        spellings = "; ".join(f"“{spelling.text}”" for spelling in wording.spellings)
        yield _("Nhờ từ đồng nghĩa, câu hỏi được tìm theo các cách viết: %(spellings)s.") % {"spellings": spellings}


def _matched(request: SearchRequest, entry: Entry) -> Iterator[str]:
    stored = entry.document
    title = set(folded_words(entry.title))
    rest = set(folded_words(f"{stored['keywords']}\n{stored['body']}"))
    words = list(dict.fromkeys(folded_words(request.text)))
    if not words:
        return
    values = {
        "title": _listed(word for word in words if word in title),
        "body": _listed(word for word in words if word in rest),
        "missing": _listed(word for word in words if word not in title | rest),
    }
    yield _("Từ có trong tiêu đề: %(title)s. Trong nội dung: %(body)s. Không có: %(missing)s.") % values


def _listed(words: Iterator[str]) -> str:
    return ", ".join(words) or _("không từ nào")


def _ranked(request: SearchRequest, entry: Entry) -> Iterator[str]:
    found, is_degraded = find(replace(request, page=1, size=_COUNTED_PLACES))
    place = found.entries.index(entry.pk) + 1 if entry.pk in found.entries else None
    story = entry.original_id or entry.pk
    if place:
        values = {"place": place, "total": number(found.total)}
        yield _("Trang này đứng thứ %(place)d trong %(total)s kết quả.") % values
    elif story in found.stories:
        yield _("Kết quả hiện một bản khác của cùng bài này nên trang này không đứng riêng.")
    else:
        yield _("Trang này không có trong %(count)d kết quả đầu.") % {"count": _COUNTED_PLACES}
    score = None if is_degraded else _score(request, entry)
    if is_degraded:
        yield _(
            "Elasticsearch không trả lời nên PostgreSQL xếp hạng: đủ từ trước, rồi theo số lần gặp từ; không có điểm."
        )
    elif score is None:
        yield _("Trang này không có đủ từ của câu hỏi.")
    else:
        yield _of_score(score)
    yield from _of_age(entry, request, score)


def _score(request: SearchRequest, entry: Entry) -> Score | None:
    try:
        return engine.explain(request, entry)
    except engine.EngineAwayError:
        return None


def _of_score(score: Score) -> str:
    names = {
        Part.NUMBER: _("số, ký hiệu"),
        Part.WORDS: _("từng từ"),
        Part.PAIRS: _("hai từ liền nhau"),
        Part.TITLE: _("đủ từ trong tiêu đề"),
        Part.MARKS: _("đúng dấu"),
    }
    parts = ", ".join(f"{names[part]} {_short(score.parts[part])}" for part in names if score.parts.get(part))
    return _("Điểm %(total)s, gồm: %(parts)s.") % {"total": _short(score.total), "parts": parts or "0"}


def _of_age(entry: Entry, request: SearchRequest, score: Score | None) -> Iterator[str]:
    until = parse_date(entry.document.get("expiry_date") or "")
    if until and until <= request.today:
        yield _(
            "Văn bản đã hết hiệu lực từ %(day)s nên đứng sau văn bản còn hiệu lực, trừ khi người đọc gõ đúng số."
        ) % {"day": short_date(until)}
    elif DOCUMENT_TYPES[entry.object_type].is_news and score:
        day = short_date(timezone.localdate(entry.published_at))
        values = {"day": day, "share": percent(100 * score.factor)}
        yield _("Tin càng mới càng được ưu tiên: bài ngày %(day)s giữ %(share)s số điểm.") % values


def _suggested(request: SearchRequest) -> Iterator[str]:
    if bets := bets_for(request):
        titles = "; ".join(f"“{bet.title}”" for bet in bets)
        yield _("Sở đề xuất lên đầu cho câu hỏi này: %(titles)s.") % {"titles": titles}


def _short(value: float) -> str:
    return number(round(value, 1))
