from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.accounts.models import User
from core.failpoints import reach
from core.media import exchange_store
from core.media.actions.obstacles import publication_obstacles
from core.media.models import UnitImage
from sites.exchange.build_edition import EditionBuilder
from sites.models import ArticlePage
from tenants.exchange.actions.send import Source, send
from tenants.exchange.actor import actor_of
from tenants.exchange.edition import EditionContent
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Submission
from tenants.exchange.states import NewsClass, Side
from tenants.units.context import current_unit


def send_article(*, page: ArticlePage, user: User, news_class: NewsClass, at: datetime) -> Submission:
    """Send a live article of the active unit to the Sở: files first, then one transaction for the rest.

    Sent twice: the row of the first time returns. Raise ExchangeError with the first obstacle (see send_obstacles).
    """
    if obstacles := send_obstacles(page):
        raise ExchangeError(" ".join(obstacles))
    builder = EditionBuilder(page)
    content = builder.content()
    store_files(builder)
    reach("send.files_stored")
    with transaction.atomic():
        _hold_unchanged(page)
        submission = send(
            unit=current_unit(),
            source=Source(page_id=page.pk, path=page.get_url() or "", revision_id=page.live_revision_id or 0),
            content=content,
            news_class=news_class,
            actor=actor_of(user, Side.UNIT),
            at=at,
        )
        reach("send.before_commit")
    return submission


def _hold_unchanged(page: ArticlePage) -> None:
    """Hold the page until the commit (sites.exchange.hold). Whoever unpublishes, edits or hides it at this very moment
    either was first, which is refused here, or waits and then finds the ledger row to follow."""
    held = Page.objects.select_for_update().filter(pk=page.pk, live=True).first()
    if held is None or held.live_revision_id != page.live_revision_id or held.get_view_restrictions().exists():
        raise ExchangeError(_("Bài vừa được sửa hoặc gỡ ở nơi khác nên chưa gửi. Hãy tải lại trang, xem lại rồi gửi."))


def send_obstacles(page: ArticlePage) -> list[str]:
    """Return what keeps the article from being sent, each as a sentence that says what to do. Empty: it may go."""
    obstacles = []
    if page.locale.language_code != settings.LANGUAGE_CODE:
        obstacles.append(_("Chỉ gửi Sở bản tiếng Việt. Hãy mở bài tiếng Việt rồi gửi."))
    if not page.live:
        obstacles.append(_("Bài chưa đăng trên trang của đơn vị. Hãy đăng bài trước rồi gửi Sở."))
    elif page.has_unpublished_changes:
        obstacles.append(_("Bài có sửa đổi chưa đăng. Hãy đăng bản mới trước rồi gửi Sở."))
    if page.get_view_restrictions().exists():
        obstacles.append(_("Bài đang đặt chế độ riêng tư nên chưa gửi được. Hãy bỏ chế độ riêng tư trước."))
    if not current_unit().effect.may_send:
        obstacles.append(_("Đơn vị đang tạm dừng hoặc đã kết thúc nên không gửi bài được. Hãy gọi Tổ kỹ thuật của Sở."))
    obstacles += publication_obstacles(images_of(page))
    return obstacles


def images_of(page: ArticlePage) -> list[UnitImage]:
    """Return the images of the article's cover and body."""
    builder = EditionBuilder(page)
    builder.content()
    return [row for row in builder.stored_files.values() if isinstance(row, UnitImage)]


def store_files(builder: EditionBuilder) -> None:
    """Put the bytes of the edition's files into the private exchange store. Safe to repeat."""
    for row in builder.stored_files.values():
        # Also what is there already: putting it again keeps it from being collected before the rows are written.
        exchange_store.put(Path(row.file.path))


def edition_of(page: ArticlePage) -> EditionContent:
    """Return the edition the Sở would receive, for the confirmation page."""
    return EditionBuilder(page).content()
