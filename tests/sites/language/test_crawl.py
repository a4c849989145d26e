"""Everybody's admin, followed from the start page to every kind of page it leads to, says nothing in English."""

import pytest

from tests.sites.language import states
from tests.sites.language.crawler import Answer, crawl
from tests.sites.language.english import is_english
from tests.sites.language.spoken import spoken_in

START = "/quan-tri/"
# What everybody meets; a path that stops leading there would otherwise leave the crawl unnoticed.
EVERYBODY = {
    "wagtailadmin_home",
    "wagtailadmin_explore",
    "wagtailadmin_pages:add_subpage",
    "wagtailadmin_pages:add",
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_external_link",
    "wagtailimages:index",
    "wagtailimages:add_multiple",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs:add_multiple",
    "wagtaildocs_chooser:choose",
    "compose",
    "notices",
    "people:own_password",
}
APPROVER = {
    "wagtailadmin_pages:collect_workflow_action_data",
    "wagtailadmin_pages:confirm_workflow_cancellation",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:history",
    "wagtailadmin_pages:move",
    "wagtailadmin_pages:preview_on_edit",
    "wagtailadmin_pages:revisions_compare",
    "wagtailadmin_pages:revisions_unschedule",
    "ask_for_privacy",
    "wagtailadmin_pages:unpublish",
    "wagtailadmin_pages:usage",
    "wagtailadmin_pages:workflow_history_detail",
    "wagtailadmin_reports:page_types_usage",
    "wagtailimages:edit",
    "wagtailimages:delete",
    "wagtailimages:image_usage",
    "wagtaildocs:edit",
    "wagtaildocs:delete",
    "confirm_send",
    "sent_posts",
    "take_down",
}
WITH_A_TASK = {"wagtailadmin_pages:collect_workflow_action_data", "sent_posts", "confirm_send"}
DESK = {"desk", "desk_post", "desk_step"}
PEOPLE = {
    "th-an-binh": {
        "thu@anbinh.example": EVERYBODY,
        "lan@anbinh.example": EVERYBODY | {"confirm_send", "sent_posts"},
        "minh@anbinh.example": EVERYBODY | APPROVER,
        states.ADMINISTRATOR: EVERYBODY | APPROVER - WITH_A_TASK,
    },
    "so-gddt": {
        "dung@so.example": EVERYBODY | DESK,
        "mai@so.example": EVERYBODY | {"desk"},
        "khoa@so.example": EVERYBODY | {"desk"},
        states.OFFICE: EVERYBODY,
    },
}


@pytest.mark.parametrize("code", PEOPLE)
def test_no_page_of_the_admin_speaks_english(log_in, code: str) -> None:
    states.fill()
    said, missed = [], []
    for email, expected in PEOPLE[code].items():
        answers = list(crawl(log_in(email, at=code), START))
        said += [f"{email} {answer.address}: {text!r}" for answer in answers for text in english_in(answer)]
        missed += [f"{email}: {name}" for name in sorted(expected - shown_by(answers))]
    assert said == []
    assert missed == []


def english_in(answer: Answer) -> list[str]:
    return sorted({text for text in spoken_in(answer.response) if is_english(text)})


def shown_by(answers: list[Answer]) -> set[str]:
    return {answer.view_name for answer in answers if answer.response.status_code == 200}
