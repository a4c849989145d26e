"""`/quan-tri/de-xuat/`: what the Sở puts on top of the network's search, on the portal alone."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from search.bestbets.actions.keep_bet import keep_bet
from search.bestbets.forms import BetForm
from search.bestbets.models import BestBet
from search.bestbets.rows import bet_rows
from sites.admin.page import admin_page, only
from sites.admin.staff import Staff, account_of
from sites.frame import Link


def may_keep_bets(staff: Staff) -> bool:
    """The desk, the head of the board and the Office: whoever looks after what the portal shows of the network."""
    return staff.reads_the_desk


@only(may_keep_bets, on_portal=True)
@require_safe
def bets(request: HttpRequest) -> HttpResponseBase:
    """Answer the list: what is shown now, then what is to come, then what is over or switched off."""
    rows = bet_rows(BestBet.objects.all(), today=timezone.localdate())
    return admin_page(request, "bestbets/list", title=_("Đề xuất của Sở"), rows=rows)


@only(may_keep_bets, on_portal=True)
@require_http_methods(["GET", "HEAD", "POST"])
def bet(request: HttpRequest, pk: int | None = None) -> HttpResponseBase:
    """Answer the form of a new or a stored bet; show it before it is stored, or store it."""
    stored = get_object_or_404(BestBet, pk=pk) if pk else None
    if request.method != "POST":
        # From the report of questions that found nothing: ?cau-hoi=…
        first = {"spellings": request.GET.get("cau-hoi", "")[:200], "starts_on": timezone.localdate()}
        return _form_page(request, BetForm.of(stored) if stored else BetForm(initial=first), stored)
    form = BetForm(request.POST)
    if not form.is_valid():
        return _form_page(request, form, stored, status=422)
    if "xem-truoc" in request.POST:
        return _form_page(request, form, stored, preview=form.cleaned_data)
    _store(request, form, stored or BestBet())
    messages.success(request, _("Đề xuất đã được lưu. Lần tìm tiếp theo đã theo danh sách mới."))
    return redirect("best_bets")


@only(may_keep_bets, on_portal=True)
@require_http_methods(["GET", "HEAD", "POST"])
def remove_bet(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask whether to delete a bet, and delete it."""
    stored = get_object_or_404(BestBet, pk=pk)
    if request.method == "POST":
        stored.delete()
        messages.success(request, _("Đề xuất “%(title)s” đã được xóa.") % {"title": stored.title})
        return redirect("best_bets")
    return admin_page(request, "bestbets/remove", title=_("Xóa đề xuất"), back=_back(), bet=stored)


def _store(request: HttpRequest, form: BetForm, bet: BestBet) -> None:
    typed = form.cleaned_data
    bet.title, bet.sentence, bet.is_active = typed["title"], typed["sentence"], typed["is_active"]
    keep_bet(
        bet=bet,
        spellings=typed["spellings"],
        address=typed["address"],
        days=(typed["starts_on"], typed["ends_on"]),
        by=account_of(request).get_full_name(),
        at=timezone.now(),
    )


def _form_page(
    request: HttpRequest,
    form: BetForm,
    stored: BestBet | None,
    *,
    preview: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponseBase:
    title = _("Sửa đề xuất") if stored else _("Thêm đề xuất")
    return admin_page(
        request, "bestbets/form", title=title, back=_back(), status=status, form=form, bet=stored, preview=preview
    )


def _back() -> Link:
    return Link(_("Đề xuất của Sở"), reverse("best_bets"))
