""" "Viết bài": whatever is wrong with the form, what was typed and every photograph stay."""

from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from sites.admin.compose.forms import ArticleForm
from sites.admin.compose.photos import PHOTO_LIMIT, Photo, keep_answers, photos_in, require_answers, take_in
from sites.admin.compose.write_article import Step, WriteError, Written, article_written_as, write_article
from sites.admin.page import admin_page
from sites.admin.staff import account_of, staff_of
from sites.models import ArticlePage, SectionPage
from tenants.units.context import current_site, current_unit
from tenants.units.models.kind import Tier

UPLOAD = "upload"
# Tells compose.js that what it keeps on the device has reached the server.
WRITTEN_COOKIE = "lt_written"
WRITTEN_COOKIE_SECONDS = 24 * 3600


def compose(request: HttpRequest) -> HttpResponseBase:
    """GET: an empty form. POST: store photographs; then keep, submit or publish, or show what is missing."""
    if request.method != "POST":
        form = ArticleForm(user=account_of(request), initial={"token": uuid4()})
        if not form.fields["section"].queryset.exists():  # type: ignore[attr-defined]
            raise PermissionDenied
        return _show(request, form, [])
    form = ArticleForm(request.POST, user=account_of(request))
    if (token := _token(request)) and (known := article_written_as(token)):
        return redirect(_after(request, known))
    photos, refusals = _photos(request)
    step = request.POST.get("step", UPLOAD)
    if step not in set(Step) or refusals or not _is_complete(form, photos, Step(step)):
        return _show(request, form, photos, refusals=refusals, is_judged=step != UPLOAD)
    try:
        page = write_article(written=_written(form, photos), user=account_of(request), step=Step(step))
    except WriteError as refusal:
        form.add_error(None, str(refusal))
        return _show(request, form, photos, is_judged=True)
    for notice in form.body.notices:
        messages.info(request, notice)
    messages.success(request, _done(Step(step)))
    response = redirect(_after(request, page))
    response.set_cookie(
        WRITTEN_COOKIE, str(token), max_age=WRITTEN_COOKIE_SECONDS, path=request.path, secure=request.is_secure()
    )
    return response


def _token(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return None


def _photos(request: HttpRequest) -> tuple[list[Photo], list[str]]:
    """Return the form's photographs, new ones last, and why files were refused."""
    known = photos_in(request.POST, user=account_of(request))
    keep_answers(known)
    files = request.FILES.getlist("files")
    room = PHOTO_LIMIT - len(known)
    added, refusals = take_in(files[:room], user=account_of(request))
    if len(files) > room:
        refusals.append(_("Mỗi bài có tối đa %(count)d ảnh. Các ảnh sau không được nhận.") % {"count": PHOTO_LIMIT})
    keys = {photo.image.pk for photo in known}
    return [*known, *(photo for photo in added if photo.image.pk not in keys)], refusals


def _is_complete(form: ArticleForm, photos: list[Photo], step: Step) -> bool:
    """A draft needs a title; what others are to see needs words and the answers about every photograph."""
    valid = form.is_valid()
    if step == Step.KEEP:
        return valid
    has_text = form.require_text()
    return require_answers(photos) and has_text and valid


def _written(form: ArticleForm, photos: list[Photo]) -> Written:
    data = form.cleaned_data
    return Written(
        token=data["token"],
        section=data["section"],
        title=data["title"],
        summary=data["summary"],
        html=form.body.html,
        topics=data.get("topics", []),
        photos=[(photo.image, photo.alt or photo.image.description) for photo in photos],
    )


def _show(
    request: HttpRequest,
    form: ArticleForm,
    photos: list[Photo],
    *,
    refusals: list[str] | None = None,
    is_judged: bool = False,
) -> HttpResponseBase:
    """Show the form. is_judged: a button that stores was pressed, so errors are shown; not after adding photographs."""
    if form.is_bound and not is_judged:
        form.errors.clear()
    section = SectionPage.objects.live().first()
    may_publish = section is not None and section.permissions_for_user(request.user).can_publish_subpage()
    return admin_page(
        request,
        "compose/form",
        title=_("Viết bài"),
        form=form,
        photos=photos,
        refusals=refusals or [],
        has_errors=bool(form.errors or refusals or any(photo.errors for photo in photos)),
        may_publish=may_publish,
        publish_label=_publish_label(),
        written_cookie=WRITTEN_COOKIE,
    )


def _publish_label() -> str:
    if current_site().is_portal:
        return _("Đăng trên Cổng")
    if current_unit().kind.tier == Tier.SCHOOL:
        return _("Đăng trên trang trường")
    return _("Đăng trên trang của đơn vị")


def _done(step: Step) -> str:
    if step == Step.PUBLISH:
        return _("Bài đã đăng trên trang của đơn vị.")
    if step == Step.SUBMIT:
        return _("Bài đã gửi người duyệt. Thầy cô xem kết quả ở trang chủ quản trị.")
    return _("Bản nháp đã được lưu. Thầy cô mở lại ở mục Bản nháp.")


def _after(request: HttpRequest, page: ArticlePage) -> str:
    """Return where the writer goes on: to the Sở's confirmation with a public post, else to the dashboard."""
    if page.live and staff_of(request).may_send:
        return reverse("confirm_send", args=[page.pk])
    if page.live:
        return reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    return reverse("wagtailadmin_home")
