"""Who is told of a step, and that the mail leads to what it speaks of."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from sites.admin.sending.recall_article import recall_article
from sites.exchange.take_down import restore_copy, take_down_copy
from sites.models import ArticlePage
from tenants.exchange.actions.answer import request_changes
from tenants.exchange.actions.claim import claim
from tenants.exchange.actions.route import route
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Notice, Submission
from tenants.exchange.notices import mail_notice
from tenants.exchange.states import Side, State, TakeDownReason
from tenants.units.context import use_site
from tenants.units.models import Unit
from tests.factories.exchange import account, publish_post, send_post

MINH, DUNG, MAI, KHOA = "minh@anbinh.example", "dung@so.example", "mai@so.example", "khoa@so.example"
UNIT_HOST, PORTAL_HOST = "http://th-an-binh.localhost:8000", "http://portal.localhost:8000"


@pytest.fixture
def sent(an_binh) -> Submission:
    return send_post(an_binh, MINH)


def mails_to(person: str) -> list[str]:
    """Run what is queued, as the worker does, and return the mails to one person, oldest first."""
    mail.outbox.clear()
    for row in DBTaskResult.objects.filter(queue_name="mail").order_by("enqueued_at"):
        mail_notice.func(**row.args_kwargs["kwargs"])
    return [str(message.body) for message in mail.outbox if message.to == [person]]


def take_up(submission, portal):
    user = account(DUNG, portal)
    with use_site(portal):
        actor = actor_of(user, Side.PORTAL)
        claim(submission_pk=submission.pk, actor=actor, at=timezone.now())
    return user, actor


def test_desk_mail_leads_to_the_post_at_the_desk(sent, portal, log_in) -> None:
    (body,) = mails_to(DUNG)
    (address,) = re.findall(r"http\S+", body)
    assert address == f"{PORTAL_HOST}/quan-tri/ban-bien-tap/{sent.pk}/"
    assert log_in(DUNG).get(address.removeprefix(PORTAL_HOST)).status_code == 200


def test_unit_mail_leads_to_the_post_in_its_admin_and_to_the_copy(sent, portal, log_in, visitor) -> None:
    publish_post(sent, portal)
    in_admin, copy = re.findall(r"http\S+", mails_to(MINH)[-1])
    assert in_admin.startswith(UNIT_HOST)
    assert log_in(MINH).get(in_admin.removeprefix(UNIT_HOST)).status_code == 200
    assert visitor("so-gddt").get(copy.removeprefix(PORTAL_HOST)).status_code == 200


def test_returned_post_leads_to_the_post_alone(sent, portal) -> None:
    _user, actor = take_up(sent, portal)
    words = "Thêm số học sinh tham gia."
    request_changes(submission_pk=sent.pk, words=words, actor=actor, at=timezone.now())
    body = mails_to(MINH)[-1]
    assert words in body
    assert re.findall(r"http\S+", body) == [f"{UNIT_HOST}/quan-tri/bai-da-gui/{sent.page_id}/"]


def test_desk_is_told_of_a_recall(sent, an_binh) -> None:
    user = account(MINH, an_binh)
    with use_site(an_binh):
        recall_article(submission_pk=sent.pk, user=user, at=timezone.now())
    assert "đã rút bài" in mails_to(DUNG)[-1]


def test_desk_and_asked_room_are_told_that_the_source_is_gone(sent, an_binh, portal) -> None:
    _user, actor = take_up(sent, portal)
    room = Unit.objects.get(code="p-gdpt")
    route(submission_pk=sent.pk, room=room, actor=actor, at=timezone.now())
    with use_site(an_binh):
        ArticlePage.objects.get(pk=sent.page_id).unpublish()
    sent.refresh_from_db()
    assert sent.state == State.RECALLED
    for person in (DUNG, MAI):
        assert "đã rút khỏi bàn biên tập" in mails_to(person)[-1]
    assert Notice.objects.filter(role="desk", text__contains="đã rút khỏi bàn biên tập").count() == 1


def test_unit_and_head_of_the_board_are_told_of_take_down_and_return(sent, portal) -> None:
    publish_post(sent, portal)
    user, at = account(DUNG, portal), timezone.now()
    with use_site(portal):
        words = "Có khiếu nại về bản quyền ảnh."
        take_down_copy(submission_pk=sent.pk, user=user, reason=TakeDownReason.LEGAL, words=words, at=at)
        restore_copy(submission_pk=sent.pk, user=user, at=at + timedelta(minutes=1))
    for person in (MINH, KHOA):
        assert "đã gỡ bài" in mails_to(person)[-2]
        assert "đã khôi phục bài" in mails_to(person)[-1]
    assert f"{PORTAL_HOST}/quan-tri/ban-bien-tap/{sent.pk}/" in mails_to(KHOA)[-1]
