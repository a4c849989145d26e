"""The stock project's content, written as an editor's import would: pages through the ORM, published by revisions."""

from io import BytesIO
from pathlib import Path

from django.core.files.images import ImageFile
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page, Site

from infra.demo.stream import with_figure
from tests.bench import corpus
from tests.bench.multiply import multiply
from tests.bench.stock.models import (
    RENDITIONS,
    ArticlePage,
    HomePage,
    SchoolImage,
    SchoolSettings,
    SectionPage,
    StandardPage,
)

DEPARTMENT = "Sở Giáo dục và Đào tạo Quảng Trị"


def fill(*, pictures: Path, posts: int) -> dict[str, str]:
    """Migrate an empty database and fill it; return the paths of the measured pages by their names."""
    call_command("migrate", verbosity=0)
    home = _home(pictures)
    _section(home, StandardPage, "Giới thiệu")
    news = home.news_section = _section(home, SectionPage, "Tin tức")
    notices = home.notices_section = _section(home, SectionPage, "Thông báo")
    department = home.department_section = _section(home, SectionPage, "Từ Sở", in_menu=False)
    _section(home, StandardPage, "Liên hệ")
    home.save()
    written = corpus.news(pictures)
    pages = {post.title: add_article(news, post) for post in written}
    for section, those in ((notices, corpus.notices()), (department, corpus.department())):
        for post in those:
            add_article(section, post)
    multiply(news, ArticlePage, total=posts)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    article = pages[corpus.typical(written).title]
    return {"home": "/", "article": article.url, "listing": f"{news.url}?trang=50"}


def add_article(section: SectionPage, post: corpus.Post, *, is_published: bool = True) -> ArticlePage:
    """Add the post below the section with its picture as cover and in its text."""
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
    section.add_child(instance=page)
    revision = page.save_revision()
    if is_published:
        revision.publish()
        if page.cover_image:
            page.cover_image.get_renditions(*RENDITIONS)
    return page


def add_picture(picture: corpus.Picture) -> SchoolImage:
    return SchoolImage.objects.create(
        title=picture.description[:80],
        file=ImageFile(BytesIO(picture.data), name=picture.name),
        description=picture.description,
        credit="Tranh minh họa của Liên Thông",
    )


def _section(home: HomePage, model: type[Page], title: str, *, in_menu: bool = True) -> Page:
    return home.add_child(instance=model(title=title, show_in_menus=in_menu))


def _home(pictures: Path) -> HomePage:
    Page.objects.filter(depth__gt=1).delete()
    home = HomePage(title="Trường Tiểu học số 1", slug="trang-chu", hero_image=add_picture(corpus.hero(pictures)))
    Page.objects.get(depth=1).add_child(instance=home)
    home.hero_image.get_renditions(*RENDITIONS)
    Site.objects.all().delete()
    site = Site.objects.create(hostname="localhost", site_name=home.title, root_page=home, is_default_site=True)
    SchoolSettings.objects.create(
        site=site,
        place="Xã Khe Sanh, Quảng Trị",
        responsible="Hiệu trưởng",
        address="Khối 3, xã thử nghiệm",
        phone="(0233) 000 0000",
        email="truong@vidu.example",
        department=DEPARTMENT,
        department_url="http://portal.localhost/",
        palette="cua-tung",
    )
    return home
