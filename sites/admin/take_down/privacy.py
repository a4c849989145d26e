"""Wagtail's privacy dialog, which asks why when a post the Sở received would stop being public."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.page_privacy import set_privacy
from wagtail.models import Page, PageViewRestriction

from sites.admin.forms import TakeDownForm
from sites.admin.staff import account_of
from sites.exchange.make_private import make_private, sent_and_public
from tenants.exchange.ledger import ExchangeError


def ask_for_privacy(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """GET: the dialog, with the question why when it is due. POST: as Wagtail, and what the reason entails, at once."""
    page = get_object_or_404(Page, pk=page_id).specific_deferred
    if not page.permissions_for_user(request.user).can_set_view_restrictions():
        raise PermissionDenied
    articles = sent_and_public(page)
    if not articles:
        return set_privacy(request, page_id)
    if request.method != "POST":
        return _dialog(request, page, PageViewRestrictionForm(initial={"restriction_type": "none"}), TakeDownForm())
    privacy = PageViewRestrictionForm(request.POST, private_page_options=page.private_page_options)
    why = TakeDownForm(request.POST)
    if privacy.is_valid() and privacy.cleaned_data["restriction_type"] == PageViewRestriction.NONE:
        return set_privacy(request, page_id)
    if privacy.is_valid() and why.is_valid():
        try:
            with transaction.atomic():
                user, at = account_of(request), timezone.now()
                with make_private(page=page, user=user, at=at, **why.cleaned_data):
                    return set_privacy(request, page_id)
        except ExchangeError as refusal:
            why.add_error(None, str(refusal))
    return _dialog(request, page, privacy, why)


def _dialog(request: HttpRequest, page: Page, privacy: Any, why: TakeDownForm) -> HttpResponseBase:
    context = {"action_url": request.path, "form": privacy, "why": why}
    return render_modal_workflow(
        request, "admin/take_down/privacy.html", None, context, json_data={"step": "set_privacy"}
    )
