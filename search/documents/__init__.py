"""What each kind of published thing says to search: one builder a kind, registered in one line below.

A builder is a function from a specific page to a SearchDocument; it reads the page, and of others only what repeats or
replaces it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.documents.admission import build_admission
from search.documents.article import build_article, build_republished
from search.documents.consultation import build_consultation
from search.documents.disclosure import build_disclosure, build_period_plans
from search.documents.legal_document import build_legal_document
from search.documents.library import build_album, build_links, build_resource
from search.documents.people import build_people
from search.documents.poll import build_poll
from search.documents.procedure import build_procedure
from search.documents.question import build_question
from search.documents.schedule import build_schedule
from search.documents.standard_page import build_standard_page
from tenants.registry.document import SearchDocument


@dataclass(frozen=True, slots=True)
class DocumentType:
    """label: what the results call it. is_news: the newer the better, when words fit equally well.

    is_dated: its day says something to readers; a page that stays has none.
    """

    label: str | Promise
    build: Callable[[Any], SearchDocument]
    is_news: bool = False
    is_dated: bool = True


# By the page model's `registry_type`.
DOCUMENT_TYPES: dict[str, DocumentType] = {
    "article": DocumentType(_("Tin bài"), build_article, is_news=True),
    "republished": DocumentType(_("Thông tin từ cơ sở"), build_republished, is_news=True),
    "admission": DocumentType(_("Thi và Tuyển sinh"), build_admission),
    "legal_document": DocumentType(_("Văn bản"), build_legal_document),
    "consultation": DocumentType(_("Góp ý dự thảo"), build_consultation),
    "poll": DocumentType(_("Ý kiến, thăm dò"), build_poll),
    "question": DocumentType(_("Hỏi – Đáp"), build_question),
    "procedure": DocumentType(_("Thủ tục hành chính"), build_procedure, is_dated=False),
    "schedule": DocumentType(_("Lịch công tác"), build_schedule, is_dated=False),
    "disclosure": DocumentType(_("Công khai"), build_disclosure),
    "period_plans": DocumentType(_("Thực đơn, kế hoạch"), build_period_plans, is_dated=False),
    "resource": DocumentType(_("Tài nguyên"), build_resource),
    "album": DocumentType(_("Ảnh, video"), build_album),
    "links": DocumentType(_("Hệ thống, dịch vụ"), build_links, is_dated=False),
    "standard_page": DocumentType(_("Trang giới thiệu"), build_standard_page, is_dated=False),
    "people": DocumentType(_("Con người và tổ chức"), build_people, is_dated=False),
    "contact": DocumentType(_("Liên hệ"), build_standard_page, is_dated=False),
}


def build_document(page: Any) -> SearchDocument:
    """Return the search document of a specific page. Raise KeyError for a type without a builder."""
    return DOCUMENT_TYPES[page.registry_type].build(page)
