"""Our side: a portal and schools; the first school holds the many posts, the next ones a copy of its written posts."""

from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction

from core.identity.models import Identity
from core.media.enums import Faces
from core.media.intake.accepted import AcceptedImage
from core.media.models import UnitImage
from core.media.sizes import SPECS
from infra.demo.stream import with_figure
from sites.models import ArticlePage, HomePage, SectionPage
from sites.models.section import SectionKey
from tenants.units.context import use_site
from tenants.units.models import Commune, Membership, Role, Unit, UnitSite
from tests.bench import corpus
from tests.bench.copy_site import copy_site
from tests.bench.multiply import multiply
from tests.support.network import make_identity, make_site, make_unit, site_of

DOMAIN = "localhost"
PORTAL = "portal"
DESK, APPROVER = "desk@so.example", "approver@truong.example"


def host_of(number: int) -> str:
    return f"school-{number}.{DOMAIN}"


def school(number: int) -> UnitSite:
    """Return the site of a school, ready for `use_site`; numbers start at 1."""
    return site_of(f"school-{number}")


def build_portal() -> None:
    """Migrate an empty database, make the portal and publish the Sở's posts there."""
    call_command("prepare", verbosity=0)
    unit = make_unit(PORTAL, "so", "Sở Giáo dục và Đào tạo Quảng Trị")
    site = make_site(unit, f"{PORTAL}.{DOMAIN}")
    Membership.objects.create(identity=make_identity(DESK, "Tổ kỹ thuật"), unit=unit, role=Role.DESK)
    with use_site(site):
        for post in corpus.department():
            add_article(SectionKey.NEWS, post)


def register_school(number: int) -> Unit:
    """Enter one more school in the register, without a site."""
    commune = Commune.objects.order_by("code")[number % Commune.objects.count()]
    name = f"Trường Tiểu học số {number} {commune.name}"
    return make_unit(f"school-{number}", "tieu-hoc", name, commune=commune, levels=["tieu-hoc"])


def make_school_site(unit: Unit, number: int) -> UnitSite:
    return make_site(unit, host_of(number))


def fill_first_school(pictures: Path) -> dict[str, str]:
    """Publish the written posts in the first school; return the paths of its measured pages by their names."""
    site = school(1)
    Membership.objects.create(identity=make_identity(APPROVER, "Hiệu trưởng"), unit=site.unit, role=Role.APPROVER)
    with use_site(site):
        home = HomePage.objects.get()
        home.hero_image = add_picture(corpus.hero(pictures))
        home.save_revision().publish()
        home.hero_image.get_renditions(*SPECS)
        written = corpus.news(pictures)
        pages = {post.title: add_article(SectionKey.NEWS, post) for post in written}
        for post in corpus.notices():
            add_article(SectionKey.NOTICES, post)
        article = pages[corpus.typical(written).title]
        return {"home": "/", "article": article.url, "listing": f"{section_of(SectionKey.NEWS).url}?trang=50"}


def fill_other_schools(numbers: range) -> None:
    """Give each of these schools a copy of the first school's pages and pictures."""
    first = school(1)
    for number in numbers:
        copy_site(source=first, target=school(number))


def multiply_posts(total: int) -> None:
    """Bring the first school's news to `total` posts."""
    with use_site(school(1)):
        multiply(section_of(SectionKey.NEWS), ArticlePage, total=total)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def section_of(key: SectionKey) -> SectionPage:
    return SectionPage.objects.get(key=key)


@transaction.atomic
def add_article(key: SectionKey, post: corpus.Post, *, is_published: bool = True) -> ArticlePage:
    """Add the post to the active unit's section with its picture as cover and in its text, as the admin saves it."""
    page = ArticlePage(
        title=post.title,
        summary=post.summary,
        author=post.author,
        published_at=post.at,
        body=post.body,
        live=False,
    )
    if post.picture:
        page.cover_image = add_picture(post.picture)
        page.body = with_figure(post.body, image_id=page.cover_image.pk, alternative_text=post.picture.description)
    section_of(key).add_child(instance=page)
    revision = page.save_revision()
    if is_published:
        revision.publish()
        if page.cover_image:
            page.cover_image.get_renditions(*SPECS)
    return page


def add_picture(picture: corpus.Picture) -> UnitImage:
    image = UnitImage(
        title=picture.description[:80],
        description=picture.description,
        credit="Tranh minh họa của Liên Thông",
        faces=Faces.NO_FACES,
    )
    content = AcceptedImage(picture.data, name=picture.name, content_type="image/jpeg", size=corpus.SIZE)
    image.file.save(picture.name, content, save=False)
    image.save()
    return image


def person(email: str) -> Identity:
    return Identity.objects.get(email=email)
