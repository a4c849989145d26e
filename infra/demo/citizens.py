"""What citizens of the demo asked and answered, from content/questions.toml."""

import tomllib
import uuid
from datetime import timedelta
from functools import cache
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from infra.demo import stream
from infra.demo.texts import CONTENT, DEMO_NOW
from sites.consultations.models import ConsultationPage, ConsultationsPage, ReceivedComment
from sites.consultations.models.comment import KEPT_AFTER_CLOSING
from sites.models import BasePage
from sites.polls.models import Opinion, PollPage, PollsPage, Vote
from sites.questions.models import Question, QuestionPage, QuestionsPage
from sites.questions.models.question import KEPT_AT_MOST, new_code
from tenants.units.models import UnitSite
from tenants.units.models.kind import SiteTemplate

TODAY = timezone.localtime(DEMO_NOW).date()


def add_citizens(site: UnitSite) -> None:
    """Fill the active unit's sections of questions, drafts and polls, as far as it has them."""
    for row in _rows("question", site):
        _add_question(row)
    for row in _rows("waiting", site):
        _add_waiting(row)
    for row in _rows("draft", site):
        _add_draft(row)
    for row in _rows("poll", site):
        _add_poll(row)


def _add_question(row: dict[str, Any]) -> None:
    page = QuestionPage(
        title=row["title"],
        topic=row["topic"],
        question=row["question"],
        asker_name=row.get("asker", ""),
        room=row["room"],
        received_date=TODAY - timedelta(days=row["days_ago"]),
        answered_date=TODAY - timedelta(days=row["answered_days_ago"]),
        body=stream.blocks(row["answer"]),
    )
    _publish(page, below=QuestionsPage, days_ago=row["answered_days_ago"])


def _add_waiting(row: dict[str, Any]) -> None:
    at = DEMO_NOW - timedelta(days=row["days_ago"], hours=2)
    Question.objects.create(
        code=new_code(),
        form_key=uuid.uuid4(),
        topic=row["topic"],
        text=row["text"],
        received_at=at,
        erase_date=timezone.localdate(at + KEPT_AT_MOST),
    )


def _add_draft(row: dict[str, Any]) -> None:
    page = ConsultationPage(
        title=row["title"],
        summary=row["summary"],
        body=stream.blocks(row["body"]),
        **_days(row),
    )
    if "outcome" in row:
        page.outcome, page.outcome_date = stream.blocks(row["outcome"]), TODAY + timedelta(days=row["outcome_days"])
    _publish(page, below=ConsultationsPage, days_ago=max(0, -row["opens_days"]))
    ReceivedComment.objects.bulk_create(
        ReceivedComment(
            page=page,
            form_key=uuid.uuid4(),
            text=text,
            received_at=DEMO_NOW - timedelta(hours=20 * number),
            erase_date=page.closes_date + KEPT_AFTER_CLOSING,
        )
        for number, text in enumerate(row.get("comments", []), start=1)
    )


def _add_poll(row: dict[str, Any]) -> None:
    choices = [{"type": "choice", "value": text, "id": str(uuid.uuid4())} for text in row["choices"]]
    page = PollPage(
        title=row["title"],
        summary=row["summary"],
        choices=choices,
        has_opinion_box=row.get("has_opinion_box", False),
        **_days(row),
    )
    _publish(page, below=PollsPage, days_ago=max(0, -row["opens_days"]))
    Vote.objects.bulk_create(
        Vote(page=page, form_key=uuid.uuid4(), choice=choice["id"])
        for choice, count in zip(choices, row["votes"], strict=True)
        for _number in range(count)
    )
    Opinion.objects.bulk_create(
        Opinion(page=page, form_key=uuid.uuid4(), text=text, received_date=TODAY) for text in row.get("opinions", [])
    )


def _days(row: dict[str, Any]) -> dict[str, Any]:
    return {name: TODAY + timedelta(days=row[f"{name[:-5]}_days"]) for name in ("opens_date", "closes_date")}


def _publish(page: BasePage, *, below: type[BasePage], days_ago: int) -> None:
    page.live = False
    section: Page | None = below._default_manager.live().first()
    if section is None:
        raise LookupError(f"{page.title!r} needs a section {below.__name__}, which this unit has not")
    section.add_child(instance=page)
    page.save_revision(log_action=False).publish(log_action=False)
    at = DEMO_NOW - timedelta(days=days_ago)
    Page.objects.filter(pk=page.pk).update(first_published_at=at, last_published_at=at)


def _rows(name: str, site: UnitSite) -> list[dict[str, Any]]:
    """Return the rows of a unit: its own, else those of its kind of site."""
    rows = _content()[name]
    own = [row for row in rows if row["unit"] == site.unit.code]
    template = {SiteTemplate.SCHOOL: "school", SiteTemplate.OFFICE: "office"}.get(site.unit.kind.site_template)
    return own or [row for row in rows if row["unit"] == template]


@cache
def _content() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((CONTENT / "questions.toml").read_text(encoding="utf-8"))
