"""What each section the law requires starts with, where somebody has to enter it by hand.

Drafts for comment are left out: there is nothing to enter before the unit has a draft.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sites.admissions.models import AdmissionPage
from sites.disclosures.models import DisclosuresPage, DisclosureYearPage, PeriodPlan, PeriodPlansPage
from sites.models import LegalDocumentPage, RegisterPage, SectionPage
from sites.models.section import SectionKey
from sites.procedures.models import ProcedurePage, ProceduresPage
from sites.questions.models import QuestionPage, QuestionsPage
from sites.schedule.models import SchedulePage, ScheduleWeek


@dataclass(frozen=True, slots=True)
class FirstThing:
    """text: what to do, once the unit has a page of `section`. things: done when there is one of these."""

    name: str
    section: QuerySet[Any]
    things: QuerySet[Any]
    text: str
    button: str
    address: Callable[[int], str]


def first_things() -> tuple[FirstThing, ...]:
    """Return what "Bắt đầu" asks for, in the order in which units are asked for it. No query."""
    return (
        FirstThing(
            "document",
            RegisterPage.objects.live(),
            LegalDocumentPage.objects.live(),
            _("Đăng văn bản đầu tiên."),
            _("Thêm văn bản"),
            lambda section_pk: _add("cms_sites", "legaldocumentpage", section_pk),
        ),
        FirstThing(
            "disclosure",
            DisclosuresPage.objects.live(),
            DisclosureYearPage.objects.live(),
            _("Công khai năm học đầu tiên (Thông tư 09/2024/TT-BGDĐT)."),
            _("Mở mục Công khai"),
            lambda _section_pk: reverse("school_years"),
        ),
        FirstThing(
            "plan",
            PeriodPlansPage.objects.live(),
            PeriodPlan.objects.all(),
            _("Đăng thực đơn hoặc kế hoạch của tuần này."),
            _("Thêm thực đơn, kế hoạch"),
            lambda _section_pk: reverse("period_plans:add"),
        ),
        FirstThing(
            "admission",
            SectionPage.objects.live().filter(key=SectionKey.ADMISSIONS),
            AdmissionPage.objects.live(),
            _("Đăng thông báo tuyển sinh đầu tiên."),
            _("Thêm thông báo"),
            lambda section_pk: _add("cms_admissions", "admissionpage", section_pk),
        ),
        FirstThing(
            "procedure",
            ProceduresPage.objects.live(),
            ProcedurePage.objects.live(),
            _("Đăng thủ tục hành chính đầu tiên."),
            _("Thêm thủ tục"),
            lambda section_pk: _add("cms_procedures", "procedurepage", section_pk),
        ),
        FirstThing(
            "schedule",
            SchedulePage.objects.live(),
            ScheduleWeek.objects.filter(live=True),
            _("Đăng lịch công tác tuần đầu tiên."),
            _("Mở Lịch công tác"),
            lambda _section_pk: reverse("schedule_weeks:list"),
        ),
        FirstThing(
            "question",
            QuestionsPage.objects.live(),
            QuestionPage.objects.live(),
            _("Đăng một câu hỏi thường gặp kèm câu trả lời."),
            _("Thêm câu hỏi"),
            lambda section_pk: _add("cms_questions", "questionpage", section_pk),
        ),
    )


def _add(app_label: str, model_name: str, section_pk: int) -> str:
    return reverse("wagtailadmin_pages:add", args=[app_label, model_name, section_pk])
