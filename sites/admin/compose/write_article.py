from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils.translation import gettext as _

from core.accounts.models import User
from core.media.models import UnitImage
from sites.models import ArticlePage, SectionPage
from tenants.units.context import current_unit


class WriteError(Exception):
    """Refusal to publish what was written; the message is Vietnamese and fit to show to the writer."""


class Step(StrEnum):
    """What happens to a post once it is stored."""

    KEEP = "draft"
    SUBMIT = "submit"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Written:
    """A filled-in form. html: clean rich text, may be empty in a draft. photos: picture and its alternative text, the
    first one becomes the cover. topics: slugs. token: the form's own id."""

    token: UUID
    section: SectionPage
    title: str
    summary: str
    html: str
    photos: list[tuple[UnitImage, str]]
    topics: list[str] = field(default_factory=list)


def article_written_as(token: UUID) -> ArticlePage | None:
    """Return the post this form has already made, or None. Waits for a second click that is still at work."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [token.int % 2**63])
    return ArticlePage.objects.filter(translation_key=token).first()


@transaction.atomic
def write_article(*, written: Written, user: User, step: Step) -> ArticlePage:
    """Store a new post and keep it as a draft, submit it to the approver, or publish it.

    The form's token becomes the page's translation key, which the database keeps unique: a form posted twice can only
    make one post. Raise PermissionDenied without the right, WriteError when the unit may not publish now.
    """
    permissions = written.section.permissions_for_user(user)
    if not permissions.can_add_subpage() or (step == Step.PUBLISH and not permissions.can_publish_subpage()):
        raise PermissionDenied
    if step == Step.PUBLISH and not current_unit().effect.may_publish:
        raise WriteError(_("Đơn vị đang tạm dừng nên chưa đăng bài được. Bài được giữ nếu thầy cô lưu nháp."))
    page = _add_page(written, user)
    revision = page.save_revision(user=user, log_action=True)
    if step == Step.PUBLISH:
        revision.publish(user=user)
    elif step == Step.SUBMIT:
        workflow = page.get_workflow()
        if workflow is None:
            raise WriteError(_("Đơn vị chưa đặt bước duyệt bài nên chưa gửi duyệt được. Hãy lưu nháp và báo quản trị."))
        workflow.start(page, user)
    page.refresh_from_db()
    return page


def _add_page(written: Written, user: User) -> ArticlePage:
    page = ArticlePage(
        title=written.title,
        summary=written.summary,
        topics=written.topics,
        cover_image=written.photos[0][0] if written.photos else None,
        body=[*_paragraphs(written.html), *_figures(written.photos[1:])],
        translation_key=written.token,
        owner=user,
        live=False,
        has_unpublished_changes=True,
    )
    # Two people who write at once must not be given the same place in the tree.
    SectionPage.objects.select_for_update(of=("self",), no_key=True).get(pk=written.section.pk)
    written.section.refresh_from_db()
    written.section.add_child(instance=page)
    return page


def _paragraphs(html: str) -> list[dict[str, object]]:
    return [{"type": "paragraph", "value": html}] if html else []


def _figures(photos: Iterable[tuple[UnitImage, str]]) -> list[dict[str, object]]:
    return [
        {
            "type": "image",
            "value": {
                "image": {"image": image.pk, "alt_text": alt, "decorative": False},
                "caption": "",
                "credit": image.credit,
            },
        }
        for image, alt in photos
    ]
