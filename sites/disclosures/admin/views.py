from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from sites.admin.page import admin_page, only
from sites.admin.staff import Staff, account_of
from sites.disclosures.actions.open_year import OpenYearError, open_year
from sites.disclosures.admin.forms import OpenYearForm
from sites.disclosures.law import LEGAL_BASIS, PARTS, YEARS_KEPT, school_year_on, year_words
from sites.disclosures.models import DisclosuresPage, DisclosureYearPage


def may_disclose(staff: Staff) -> bool:
    """Who answers for the unit's texts opens its school years."""
    return staff.may_send


@only(may_disclose, on_portal=False)
@require_http_methods(["GET", "HEAD", "POST"])
def school_years(request: HttpRequest) -> HttpResponse:
    """Answer the list of school years, and open another one from the year before."""
    section = DisclosuresPage.objects.filter(locale__language_code="vi").first()
    if section is None:
        raise Http404
    years = list(DisclosureYearPage.objects.child_of(section).order_by("-starts_in"))
    missing = missing_years({year.starts_in for year in years}, timezone.localdate())
    form = OpenYearForm(request.POST if request.method == "POST" else None, years=missing)
    if form.is_bound and form.is_valid():
        try:
            page = open_year(section=section, starts_in=form.cleaned_data["starts_in"], user=account_of(request))
        except OpenYearError as refusal:
            form.add_error("starts_in", str(refusal))
        else:
            words = _(
                "Đã mở năm học %(year)s từ số liệu đã có. Thầy cô xem từng mục, sửa cho đúng rồi đánh dấu Công khai "
                "mục này."
            )
            messages.info(request, words % {"year": year_words(page.starts_in)})
            return redirect("wagtailadmin_pages:edit", page.pk)
    rows = [(year, _standing(year), reverse("wagtailadmin_pages:edit", args=[year.pk])) for year in years]
    return admin_page(
        request,
        "disclosures/years",
        title=_("Công khai"),
        rows=rows,
        form=form if missing else None,
        basis=LEGAL_BASIS,
        status=422 if form.is_bound else 200,
    )


def missing_years(known: set[int], day: date) -> list[int]:
    """Return the school years that may be opened: the current one first, then the next, then older ones."""
    current = school_year_on(day)
    years = [current, current + 1, *range(current - 1, current - YEARS_KEPT - 1, -1)]
    return [year for year in years if year not in known]


def _standing(year: DisclosureYearPage) -> str:
    if not year.live:
        return _("Bản nháp, chưa hiện trên trang")
    return _("Đã công khai %(done)d/%(total)d mục") % {"done": year.done, "total": len(PARTS)}
