"""Rich sample data for every page template."""

from dataclasses import replace

from sites.frame import Link
from sites.viewdata import meta
from tests.frontend.samples import admissions, homes, lists, texts
from tests.frontend.samples.frames import LONG_SCHOOL, LONG_TITLE, NOW, OFFICE, PORTAL, SCHOOL, links
from tests.frontend.samples.rows import SUMMARY

BREADCRUMB = links("Trang chủ|Thông tin từ cơ sở|Xã Ba Lòng")


def about(title: str, *, section: str = "", breadcrumb: tuple[Link, ...] = BREADCRUMB[:1]) -> meta.PageMeta:
    return meta.PageMeta(
        title=title,
        description=SUMMARY,
        canonical_url="https://portal.example/",
        section_url=section,
        breadcrumb=breadcrumb,
        dublin_core=meta.DublinCore(
            creator="Sở Giáo dục và Đào tạo", publisher="Sở Giáo dục và Đào tạo", published_date=NOW.date()
        ),
    )


# name of the page in the gallery → template (below pages/ when it names no folder), frame, head, view
PAGES = {
    "portal": ("home_portal", PORTAL, about("", breadcrumb=()), homes.PORTAL_HOME),
    "school": ("home_unit", SCHOOL, about("", breadcrumb=()), homes.SCHOOL_HOME),
    "school-bare": ("home_unit", LONG_SCHOOL, about("", breadcrumb=()), homes.BARE_SCHOOL_HOME),
    "office": ("home_office", OFFICE, about("", breadcrumb=()), homes.OFFICE_HOME),
    "article": (
        "article",
        replace(PORTAL, alert=None),
        about(texts.ARTICLE.title, section="/muc-5/", breadcrumb=BREADCRUMB),
        texts.ARTICLE,
    ),
    "article-long": ("article", LONG_SCHOOL, about(LONG_TITLE), texts.LONG_ARTICLE),
    "share": ("share", PORTAL, about("Chia sẻ"), texts.SHARE),
    "section": ("section", PORTAL, about("Tin tức", section="/muc-2/"), lists.LISTING),
    "section-empty": ("section", SCHOOL, about("Thông báo"), lists.EMPTY_LISTING),
    "admissions": ("admissions/list", PORTAL, about("Thi và Tuyển sinh", section="/muc-3/"), admissions.LISTING),
    "admissions-empty": ("admissions/list", SCHOOL, about("Tuyển sinh"), admissions.EMPTY),
    "admission": ("admissions/notice", SCHOOL, about(admissions.NOTICE.title), admissions.NOTICE),
    "from-units": ("from_units", PORTAL, about("Thông tin từ cơ sở", section="/muc-5/"), lists.FROM_UNITS),
    "register": ("register", PORTAL, about("Văn bản", section="/muc-4/"), lists.REGISTER),
    "document": ("legal_document", PORTAL, about(texts.DOCUMENT.title, section="/muc-4/"), texts.DOCUMENT),
    "standard": ("standard", SCHOOL, about("Giới thiệu", section="/muc-1/"), texts.STANDARD),
    "search": ("search", replace(PORTAL, alert=None), None, lists.SEARCH),
    "search-degraded": ("search", SCHOOL, None, lists.DEGRADED_SEARCH),
    "search-empty": ("search", PORTAL, None, lists.EMPTY_SEARCH),
    "sections-all": (
        "sections_all",
        PORTAL,
        about("Tất cả chuyên mục", section="/tat-ca-chuyen-muc/"),
        lists.ALL_SECTIONS,
    ),
    "not-found": ("404", PORTAL, None, None),
    "gone": ("410", SCHOOL, None, None),
    "display": ("display", PORTAL, None, None),
    "500": ("500", None, None, None),
    "503": ("503", None, None, None),
    "maintenance": ("maintenance", None, None, None),
    "unknown-host": ("unknown_host", None, None, None),
}
