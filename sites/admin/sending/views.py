"""Gửi Sở: the confirmation, where a post stands, the list, and taking it back."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from sites.admin.moments import moment_near
from sites.admin.page import admin_page, only
from sites.admin.preflight import Check, preflight
from sites.admin.sending.queries import (
    month_count,
    open_submission,
    sent_by_unit,
    submissions_of,
)
from sites.admin.sending.recall_article import recall_article
from sites.admin.sending.unsent import unsent_articles
from sites.admin.similar import similar_posts
from sites.admin.staff import account_of, staff_of
from sites.admin.timeline import Standing, Step, pending_keys, standing_of, timeline_of
from sites.exchange.send_article import edition_of, send_article, send_obstacles
from sites.frame import Link
from sites.models import ArticlePage, GoneAddress
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Submission
from tenants.exchange.states import FINAL, NewsClass, State
from tenants.units.address import address_of
from tenants.units.context import current_unit
from tenants.units.models import UnitSite

PER_PAGE = 25
_RECALLABLE = frozenset({State.SUBMITTED, State.CLAIMED, State.CHANGES_REQUESTED})

unit_member = only(lambda staff: bool(staff.roles), on_portal=False)
sender = only(lambda staff: staff.may_send, on_portal=False)


class SendForm(forms.Form):
    news_class = forms.ChoiceField(
        label="Bài thuộc loại nào?", choices=NewsClass.choices, initial=NewsClass.NEWS, widget=forms.RadioSelect
    )


@sender
def confirm_send(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """GET: what the Sở will receive. POST: send it; sent twice shows the first result."""
    page = get_object_or_404(ArticlePage, pk=page_id)
    form = SendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            news_class = NewsClass(form.cleaned_data["news_class"])
            submission = send_article(page=page, user=account_of(request), news_class=news_class, at=timezone.now())
        except ExchangeError as refusal:
            form.add_error(None, str(refusal))
        else:
            text = _("Sở đã nhận bài của đơn vị lúc %(time)s. Thầy cô xem tiến độ ở mục Bài đã gửi Sở.")
            messages.success(request, text % {"time": moment_near(submission.sent_at, now=timezone.now())})
            return redirect("sent_post", page.pk)
    content = edition_of(page)
    return admin_page(
        request,
        "sending/confirm",
        title=_("Gửi bài lên Sở"),
        back=_to_post(page.pk),
        page=page,
        form=form,
        content=content,
        obstacles=send_obstacles(page),
        checks=[*preflight(content), *_similar(page)],
        current=open_submission(page.pk),
    )


def _similar(page: ArticlePage) -> list[Check]:
    found = similar_posts(page.title, sender=current_unit())
    if not found:
        return []
    names = ", ".join(f"“{entry.title}” ({entry.unit.name})" for entry in found[:3])
    return [Check(_("Đã có bài gần giống: %(titles)s.") % {"titles": names}, "warn")]


@unit_member
def sent_post(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Where one post stands: timeline, and what the person may do about it."""
    page = ArticlePage.objects.filter(pk=page_id).first()
    submissions = submissions_of(page_id)
    if page is None and not submissions:
        raise Http404
    current = submissions[0] if submissions else None
    return admin_page(
        request,
        "sending/post",
        title=page.title if page else submissions[0].title,
        back=Link(_("Bài đã gửi Sở"), reverse("sent_posts")),
        page=page,
        rounds=[Round(row, _standing(row), timeline_of(row), _portal_address(row)) for row in submissions],
        current=current,
        options=_options(request, page, current),
    )


@dataclass(frozen=True, slots=True)
class Round:
    """One sending of a post. portal_url: where it is public on the portal, or ""."""

    submission: Submission
    standing: Standing
    steps: list[Step]
    portal_url: str


def _standing(row: Submission) -> Standing:
    return standing_of(row, has_new_edition=row.pk in pending_keys([row]))


def _portal_address(row: Submission) -> str:
    if row.state != State.PUBLISHED:
        return ""
    return address_of(UnitSite.objects.get(unit=row.receiver_id), row.portal_path)


def _options(request: HttpRequest, page: ArticlePage | None, current: Submission | None) -> dict[str, bool]:
    """What the buttons of the page are: each name is a condition of the template."""
    staff = staff_of(request)
    permissions = page.permissions_for_user(request.user) if page else None
    is_open = current is not None and current.state not in FINAL
    returned = is_open and current is not None and current.state == State.CHANGES_REQUESTED
    live = bool(page and page.live)
    return {
        "send": staff.may_send and live and not is_open,
        "fix": bool(returned and permissions and permissions.can_edit()),
        "send_again": bool(returned and staff.may_send and live),
        "recall": staff.may_send and current is not None and current.state in _RECALLABLE,
        "edit": bool(permissions and permissions.can_edit()),
        "take_down": bool(permissions and live and permissions.can_unpublish()),
        "restore": bool(permissions and not live and permissions.can_publish() and _was_taken_down(page)),
    }


def _was_taken_down(page: ArticlePage | None) -> bool:
    return page is not None and GoneAddress.objects.filter(path=page.get_url()).exists()


@unit_member
def sent_posts(request: HttpRequest) -> HttpResponseBase:
    """Everything the unit sent, newest first, and the month's count."""
    rows = Paginator(sent_by_unit(), PER_PAGE).get_page(request.GET.get("trang"))
    pending = pending_keys(rows.object_list)
    return admin_page(
        request,
        "sending/list",
        title=_("Bài đã gửi Sở"),
        rows=[(row, standing_of(row, has_new_edition=row.pk in pending)) for row in rows],
        pages=rows,
        month=month_count(at=timezone.now()),
        may_send=staff_of(request).may_send,
    )


@sender
def choose_post(request: HttpRequest) -> HttpResponseBase:
    """The live posts that may be sent."""
    pages = Paginator(unsent_articles(), PER_PAGE).get_page(request.GET.get("trang"))
    return admin_page(
        request,
        "sending/choose",
        title=_("Chọn bài để gửi Sở"),
        back=Link(_("Bài đã gửi Sở"), reverse("sent_posts")),
        pages=pages,
    )


@sender
@require_POST
def recall_post(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Take a post back that the Sở has not published."""
    current = open_submission(page_id)
    if current is None:
        raise Http404
    try:
        recall_article(submission_pk=current.pk, user=account_of(request), at=timezone.now())
    except ExchangeError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đơn vị đã rút bài. Bài vẫn còn trên trang của đơn vị và gửi lại được."))
    return redirect("sent_post", page_id)


def _to_post(page_id: int) -> Link:
    return Link(_("Bài đã gửi Sở"), reverse("sent_post", args=[page_id]))
