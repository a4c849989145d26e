"""A unit and a portal with a page, file and post in every state that the admin has words for."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import Comment, Page, PageViewRestriction, Workflow

from core.accounts.models import User
from core.identity.models import Identity
from core.media.intake import accept_document
from core.media.models import UnitDocument
from sites.models import ArticlePage
from tenants.exchange.actions.answer import request_changes
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.states import Side
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, UnitSite
from tests.factories.exchange import account, publish_post, send_post
from tests.factories.pages import make_article
from tests.factories.pictures import make_image
from tests.support.network import make_identity, site_of

ADMINISTRATOR = "quy@anbinh.example"
OFFICE = "van@so.example"


def fill() -> None:
    """Make the states in An Bình and on the portal, and the two people the small network lacks."""
    an_binh, portal = site_of("th-an-binh"), site_of("so-gddt")
    _serve(make_identity(ADMINISTRATOR, "Trần Đức Quý"), an_binh, Role.ADMINISTRATOR)
    _serve(make_identity(OFFICE, "Lê Thị Vân"), portal, Role.OFFICE)
    fill_ledger(an_binh, portal)
    for site, writer in ((an_binh, "lan@anbinh.example"), (portal, "dung@so.example")):
        fill_tree(site, account(writer, site))


def _serve(identity: Identity, site: UnitSite, role: Role) -> None:
    Membership.objects.create(identity=identity, unit=site.unit, role=role)


def fill_ledger(site: UnitSite, portal: UnitSite) -> None:
    send_post(site, "lan@anbinh.example", "Bài chờ xem")
    returned = send_post(site, "lan@anbinh.example", "Bài trả lại")
    publish_post(send_post(site, "lan@anbinh.example", "Bài đã đăng lại"), portal)
    desk = account("dung@so.example", portal)
    with use_site(portal):
        actor = actor_of(desk, Side.PORTAL)
        claim(submission_pk=returned.pk, actor=actor, at=timezone.now())
        request_changes(submission_pk=returned.pk, words="Hãy đổi ảnh thứ hai.", actor=actor, at=timezone.now())


def fill_tree(site: UnitSite, writer: User) -> None:
    with use_site(site):
        _fill_files()
        changed = make_article("Bài đang đăng, có bản nháp")
        changed.title = "Bài đang đăng, có bản nháp mới"
        changed.save_revision(user=writer)
        make_article("Bài nháp", live=False)
        make_article(
            "Bài hẹn giờ", live=False, go_live_at=timezone.now() + timedelta(days=3)
        ).get_latest_revision().publish()
        _lock(make_article("Bài đang khóa"), writer)
        _comment(make_article("Bài có bình luận"), writer)
        make_article("Bài có bản sao gương").create_alias(update_slug="ban-sao-guong")
        PageViewRestriction.objects.create(page=make_article("Bài riêng tư"), restriction_type="login")
        _put_through_workflow(writer)


def _fill_files() -> None:
    image = make_image(color="teal")
    make_article("Bài có ảnh", cover_image=image)
    upload = SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    document = UnitDocument(title="Kế hoạch năm học")
    document.file = accept_document(upload)
    document.save()
    document.tags.add("kế hoạch")
    image.tags.add("lớp 4")


def _lock(page: ArticlePage, user: User) -> None:
    page.locked, page.locked_by, page.locked_at = True, user, timezone.now()
    page.save()


def _comment(page: ArticlePage, user: User) -> None:
    Comment.objects.create(page=page, user=user, text="Nên thêm tên thôn.", contentpath="title")
    page.save_revision(user=user)


def _put_through_workflow(writer: User) -> None:
    workflow = Workflow.objects.get()
    waiting = make_article("Bài chờ duyệt", live=False)
    waiting.save_revision(user=writer)
    workflow.start(waiting, writer)
    returned = make_article("Bài bị trả lại", live=False)
    returned.save_revision(user=writer)
    state = workflow.start(returned, writer)
    state.current_task_state.reject(user=writer, comment="Hãy viết rõ ngày.")


def page_titled(title: str) -> Page:
    """Return a page of the active unit by the title its latest draft bears."""
    return Page.objects.get(draft_title=title)
