"""Something of everything that an address can name, in each unit: what its people may use, if they may at all."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import Group
from django.db.models import Q
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, PageViewRestriction, Site, Task, Workflow

from core.accounts.models import User
from core.identity.models import Identity
from core.tasks.models import Attempt
from search.bestbets.actions.keep_bet import keep_bet
from search.bestbets.models import BestBet
from search.vocabulary.models import Synonym
from sites.consultations.actions.receive import receive_comment
from sites.consultations.models import ConsultationPage, ConsultationsPage
from sites.disclosures.models import PeriodPlan, PlanKind
from sites.exchange.send_article import send_article
from sites.legal.importing.report import Report as DocumentReport
from sites.library.models import AlbumPage
from sites.lookup.actions.check_list import check_list
from sites.lookup.actions.put_in_place import put_in_place
from sites.lookup.loading.read import Asked
from sites.lookup.models import Exam
from sites.models import DocumentImport, HomePage, SectionPage
from sites.ownership.models import SectionOwner
from sites.people.models import Official, OrganizationPart
from sites.polls.actions.answer import answer_poll
from sites.polls.models import PollPage, PollsPage
from sites.schedule.models import ScheduleWeek
from tenants.exchange.models import Notice, Submission
from tenants.exchange.states import NewsClass
from tenants.memberships.tasks import mail_reset
from tenants.registry.models import Entry
from tenants.units.context import current_unit
from tenants.units.importing.report import Report
from tenants.units.models import ImportRun, Role, Unit
from tests.core.media.conftest import make_document, make_image
from tests.factories.pages import make_article
from tests.sites.questions.conftest import ask

# What the API calls the things of which the units here have none.
OTHER_TYPES = ("document", "procedure", "admission", "question", "disclosure", "album", "resource", "list")


@dataclass(frozen=True)
class Things:
    """What the places of addresses stand for, by name, or by `area.name` where the first part of an address decides."""

    values: dict[str, Any]

    def value(self, area: str, place: str) -> Any:
        return self.values.get(f"{area}.{place}") or self.values[place]


def things_of_unit(writer: User) -> Things:
    """Make and collect the things of the active unit."""
    page, document, image = make_article(), make_document(), make_image()
    section, other_section = page.get_parent(), SectionPage.objects.exclude(pk=page.get_parent().pk).first()
    submitted = make_article("Bài chờ duyệt", live=False)
    workflow_state = Workflow.objects.get().start(submitted, writer)
    private = make_article("Bài riêng")
    restriction = PageViewRestriction.objects.create(page=private, restriction_type="password", password="mat ma")
    week = ScheduleWeek.objects.create(monday=date(2026, 11, 23))
    week.save_revision(user=writer).publish()
    exam = make_exam(writer)
    session = EditingSession.objects.create(
        user=writer, content_type=page.content_type, object_id=page.pk, last_seen_at=timezone.now()
    )
    values = {
        "page_id": page.pk,
        "page_to_move_id": page.pk,
        "parent_page_id": section.pk,
        "page_pk": section.pk,
        "destination_id": other_section.pk,
        "pages.pk": page.pk,
        "object_id": page.pk,
        "revision_id": page.latest_revision_id,
        "submitted_id": submitted.pk,
        "workflow_state_id": workflow_state.pk,
        "task_state_id": workflow_state.current_task_state_id,
        "task_id": Task.objects.get().pk,
        "workflows.pk": Workflow.objects.get().pk,
        "workflow_pk": Workflow.objects.get().pk,
        "page_view_restriction_id": restriction.pk,
        "restriction_id": restriction.pk,  # of collections: there is none
        "session_id": session.pk,
        "image_id": image.pk,
        "images.pk": image.pk,
        "image_path": image.file.name.partition("/")[2],
        "document_id": document.pk,
        "doc_id": document.pk,
        "documents.pk": document.pk,
        "document_name": document.filename,
        "uploaded_file_id": 1,
        "filter_spec": "width-100",
        "collections.pk": make_collection().pk,
        "collection_id": make_collection().pk,
        "redirect_id": Redirect.objects.create(old_path="/cu", redirect_page=section).pk,
        "locales.pk": Locale.objects.get(language_code="vi").pk,
        "sites.pk": Site.objects.get().pk,
        "users.pk": writer.pk,
        "lich-cong-tac.pk": week.pk,
        "lich-cong-tac.revision_id": week.latest_revision_id,
        "thuc-don.pk": PeriodPlan.objects.create(kind=PlanKind.MENU, starts_date=date(2026, 11, 23)).pk,
        "tra-cuu.pk": exam.pk,
        "exam_id": exam.pk,
        "groups.pk": Group.objects.order_by("pk").first().pk,
        "danh-ba.slug": current_unit().slug,
        "bo-anh.page_id": HomePage.objects.get().add_child(instance=AlbumPage(title="Bộ ảnh năm học")).pk,
        "phu-trach.pk": make_owner(section).pk,
        "can-bo.pk": Official.objects.create(full_name="Trần Thị Hạnh", title="Hiệu trưởng").pk,
        "bo-phan.pk": OrganizationPart.objects.create(name="Tổ Văn phòng").pk,
    }
    return Things(NAMES | values | things_of_exchange(page, writer) | things_of_citizens() | things_of_programs(page))


def things_of_programs(page: Any) -> dict[str, Any]:
    """Collect what the API names: the unit, its post; of the rest nothing is there."""
    entry = Entry.objects.get(unit=current_unit(), object_type=page.registry_type, object_id=page.pk)
    other_types = {f"api.{name}_id": entry.pk for name in OTHER_TYPES}
    return {"api.unit_id": current_unit().uuid, "api.article_id": entry.pk, "api.monday": "2026-11-16"} | other_types


def make_exam(writer: User) -> Exam:
    """Return an exam that is open, with the result of number 1 in place."""
    at = timezone.now()
    exam = Exam.objects.create(title="Khảo sát", opens_at=at, removal_date=timezone.localdate() + timedelta(days=9))
    content = "Số báo danh,Điểm\n1,8".encode()
    check_list(exam_pk=exam.pk, filename="a.csv", content=content, asked=Asked("Số báo danh"), user=writer, at=at)
    put_in_place(exam_pk=exam.pk, user=writer, at=at)
    return exam


def make_owner(page: Any) -> SectionOwner:
    return SectionOwner.objects.create(page_id=page.pk, owner="Văn phòng", valid_from=timezone.localdate())


def things_of_citizens() -> dict[str, Any]:
    """Make a question, a draft with a comment, a poll with an opinion."""
    home, today = HomePage.objects.get(), timezone.localdate()
    days = {"opens_date": today, "closes_date": today, "live": True}
    sections = [
        page_class.objects.first() or home.add_child(instance=page_class(title="Ý kiến"))
        for page_class in (ConsultationsPage, PollsPage)
    ]
    draft = sections[0].add_child(instance=ConsultationPage(title="Dự thảo", **days))
    poll = sections[1].add_child(instance=PollPage(title="Thăm dò", has_opinion_box=True, **days))
    comment = receive_comment(
        page=draft, form_key=uuid4(), text="Góp ý", full_name="", contact="", consent_words="", at=timezone.now()
    )
    answer_poll(page=poll, form_key=uuid4(), choice="", opinion="Ý kiến", at=timezone.now())
    return {
        "cau-hoi.pk": ask().pk,
        "draft_id": draft.pk,
        "gop-y.pk": comment.pk,
        "poll_id": poll.pk,
        "y-kien.pk": poll.opinions.get().pk,
    }


def make_collection() -> Collection:
    return Collection.objects.get(depth=1).add_child(name="Năm học 2026–2027")


# What names a kind of thing rather than a thing, and translations, of which there are none yet.
NAMES = {
    "content_type_app_name": "cms_sites",
    "content_type_model_name": "articlepage",
    "app_label": "cms_sites",
    "model_name": "articlepage",
    "app_name": "taggit",
    "tag-autocomplete.model_name": "tag",
    "workflows.app_label": "wagtailcore",
    "workflows.model_name": "groupapprovaltask",
    "action_name": "copy",
    "mode": "",
    "localize.pk": 1,
    "translation_source_id": 1,
    "translation_id": 1,
    "string_segment_id": 1,
    "overridable_segment_id": 1,
    "secret": "khong-phai-bi-mat",
    "uidb64": "MQ",
    "token": "token",
    "slug": "nhan",
    "number": 1,
}


def things_of_exchange(page: Any, writer: User) -> dict[str, Any]:
    """Send the page, so that there is a row to look at; tell each role of the unit something; upload a list."""
    unit = current_unit()
    submission = Submission.objects.filter(Q(sender=unit) | Q(receiver=unit)).first()
    if submission is None:
        page.cover_image = make_image()
        page.save_revision().publish()
        page.refresh_from_db()
        submission = send_article(page=page, user=writer, news_class=NewsClass.NEWS, at=timezone.now())
    notice = Notice.objects.create(unit=unit, role=Role.EDITOR, text="Bài đã đăng.", created_at=timezone.now())
    return {
        "ban-bien-tap.pk": submission.pk,
        "sha256": submission.editions.get().content["files"][0]["sha256"],
        "thong-bao.pk": notice.pk,
        "de-xuat.pk": keep_bet(
            bet=BestBet(title="Tuyển sinh lớp 10"),
            spellings=["tuyển sinh"],
            address="https://vidu.example/",
            days=(timezone.localdate(), None),
            by="Văn phòng",
            at=timezone.now(),
        ).pk,
        "tu-dong-nghia.pk": Synonym.objects.earliest("pk").pk,
        "nhap-danh-sach.pk": uploaded_list(Identity.objects.get(uuid=writer.identity_uuid)).pk,
        "nhap-van-ban.pk": DocumentImport.objects.create(
            filename="a.csv", content=b"", by=writer, report=DocumentReport().to_json(), created_at=timezone.now()
        ).pk,
        "nguoi-dung.uuid": writer.identity_uuid,
    }


def uploaded_list(by: Identity) -> ImportRun:
    return ImportRun.objects.create(
        filename="a.csv", content=b"", by=by, report=Report().to_json(), created_at=timezone.now()
    )


def things_of_console() -> Things:
    """Collect the things of `public` that the console's addresses name."""
    mail_reset.enqueue("lan@anbinh.example")
    task = Attempt.objects.order_by("-pk").first()
    Attempt.objects.filter(pk=task.pk).update(is_dead=True)
    lan = Identity.objects.get(email="lan@anbinh.example")
    return Things(
        {
            "secret": "khong-phai-bi-mat",
            "don-vi.uuid": Unit.objects.get(code="th-an-binh").uuid,
            "status": "suspended",
            "person_uuid": lan.uuid,
            "nguoi-dung.uuid": lan.uuid,
            "task_id": task.task_id,
            "nhap-danh-sach.pk": uploaded_list(lan).pk,
            "tim-kiem.pk": 1,  # of what the index refuses: there is nothing
        }
    )
