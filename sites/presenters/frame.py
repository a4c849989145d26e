"""The frame of a unit's pages, from its register entry and its menu."""

from django.conf import settings
from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from sites.frame import FooterData, LanguageLink, Link, NavGroup, SiteFrame, SiteKind
from sites.models.section import SectionKey
from sites.presenters.menu import Menu, Section
from sites.presenters.phones import phone
from tenants.units.models import Unit, UnitSite
from tenants.units.models.kind import SiteTemplate
from tenants.units.statuses import UnitStatus

NAV_ITEMS = 7
DEPARTMENT = "Sở Giáo dục và Đào tạo"
KINDS: dict[str, SiteKind] = {
    SiteTemplate.PORTAL: "portal",
    SiteTemplate.SCHOOL: "school",
    SiteTemplate.OFFICE: "office",
}
MINISTRY = Link("Bộ Giáo dục và Đào tạo", "https://moet.gov.vn/")
PUBLIC_SERVICES = Link("Cổng Dịch vụ công quốc gia", "https://dichvucong.gov.vn/")
# Sections of the two groups besides news, by the end of their address.
ADMINISTRATION = frozenset(
    {"lich-cong-tac", "cai-cach-hanh-chinh", "cai-cach-thu-tuc-hanh-chinh", "thu-tuc-hanh-chinh", "chinh-phu-dien-tu"}
)
HELP = frozenset(
    {"tra-cuu", "hoi-dap", "gop-y-du-thao", "y-kien-tham-do", "tai-nguyen", "he-thong-nghiep-vu", "lien-he"}
)
# Standing pages the footer names, by the end of their address.
FOOTER_PAGES = ("kha-nang-tiep-can", "bao-ve-du-lieu-ca-nhan", "lien-he")


def build_frame(*, site: UnitSite, menu: Menu) -> SiteFrame:
    """Return the frame of the active unit in the active language. No query."""
    unit = site.unit
    root = menu.root()
    sections = [section for section in menu.sections_of(root) if section.in_menu]
    is_portal = site.is_portal
    all_sections = f"{root.prefix}chuyen-muc/"
    over, name = _lines(unit, menu, is_portal=is_portal)
    given_name, given_title = _given_names(menu)
    if given_name:
        over, name = "" if is_portal else over, given_name
    return SiteFrame(
        key=f"{menu.key}.{root.language}",
        kind="portal" if is_portal else KINDS.get(unit.kind.site_template, "school"),
        name=name,
        over=over,
        site_name=given_title or _site_name(unit, is_portal=is_portal),
        palette=site.palette,
        identity=_identity(unit, is_portal=is_portal),
        parent=menu.department,
        nav=tuple(Link(section.title, section.url) for section in sections[:NAV_ITEMS]),
        groups=group_sections(sections) if is_portal else (),
        all_sections_url=all_sections if is_portal or len(sections) > NAV_ITEMS else "",
        hotline=phone(unit.phone) if is_portal else None,
        notice=_closing_notice(unit),
        logo_url=menu.look.logo_url,
        home_url=root.prefix,
        origin=menu.origin,
        search_label=_("Tìm tin, văn bản, trường"),
        other_language=_other_language(menu),
        footer=_footer(unit, menu, sections, all_sections),
    )


def group_sections(sections: list[Section]) -> tuple[NavGroup, ...]:
    """Return the sections in the three groups of the design: news, administration, look-ups and help."""
    groups: dict[str, list[Link]] = {_("Thông tin"): [], _("Điều hành"): [], _("Tra cứu và hỗ trợ"): []}
    news, administration, help_ = groups.values()
    for section in sections:
        slug = section.url.rstrip("/").rpartition("/")[2]
        if section.model == "registerpage" or slug in ADMINISTRATION:
            group = administration
        elif section.key == SectionKey.ADMISSIONS or slug in HELP:
            group = help_
        else:
            group = news
        group.append(Link(section.title, section.url))
    help_.append(Link(_("Danh bạ đơn vị"), "/danh-ba/"))
    return tuple(NavGroup(title, tuple(items)) for title, items in groups.items() if items)


def _lines(unit: Unit, menu: Menu, *, is_portal: bool) -> tuple[str, str]:
    """Return the two lines of the masthead: the small one, the large one."""
    if is_portal:
        province = unit.name.removeprefix(DEPARTMENT).strip()
        return (
            (DEPARTMENT, _("Tỉnh %(province)s") % {"province": province}) if province != unit.name else ("", unit.name)
        )
    place = unit.commune.full_name if unit.commune else ""
    province = menu.department.title.removeprefix(DEPARTMENT).strip() if menu.department else ""
    return ", ".join(filter(None, (place, province))), unit.name


def _given_names(menu: Menu) -> tuple[str, str]:
    """Return the forms of its name the unit chose for the masthead and for titles; "" where the register's stands."""
    look = menu.look
    return (look.english_name,) * 2 if menu.root().language == "en" else (look.long_name, look.short_name)


def _site_name(unit: Unit, *, is_portal: bool) -> str:
    return _("Cổng thông tin điện tử %(unit)s") % {"unit": unit.name} if is_portal else unit.name


def _identity(unit: Unit, *, is_portal: bool) -> str:
    if not is_portal:
        return _("Thuộc mạng lưới của")
    province = unit.name.removeprefix(DEPARTMENT).strip()
    return _("Cổng thông tin chính thức của ngành Giáo dục và Đào tạo %(province)s") % {"province": province}


def _closing_notice(unit: Unit) -> str:
    if unit.status != UnitStatus.CLOSED:
        return ""
    day = _(" từ ngày %(day)s") % {"day": short_date(unit.closed_date)} if unit.closed_date else ""
    if unit.successor:
        return _("%(unit)s đã sáp nhập vào %(successor)s%(day)s. Bài viết cũ vẫn đọc được ở đây.") % {
            "unit": unit.name,
            "successor": unit.successor.name,
            "day": day,
        }
    return _("%(unit)s đã kết thúc hoạt động%(day)s. Bài viết cũ vẫn đọc được ở đây.") % {"unit": unit.name, "day": day}


def _other_language(menu: Menu) -> LanguageLink | None:
    other = next((root for root in menu.roots if root != menu.root()), None)
    return LanguageLink(other.language, dict(settings.LANGUAGES)[other.language], other.prefix) if other else None


def footer_duties(unit: Unit) -> tuple[tuple[str, str], ...]:
    """Return what the law wants at the foot of every page, named, as the register knows it; "" where it does not.

    Source: NĐ 174/2026: owner, address, telephone, mail, and who is responsible for the content.
    """
    return (
        (_("người chịu trách nhiệm nội dung"), unit.responsible_person),
        (_("địa chỉ"), unit.address),
        (_("điện thoại"), unit.phone),
        (_("thư điện tử"), unit.email),
    )


def _footer(unit: Unit, menu: Menu, sections: list[Section], all_sections: str) -> FooterData:
    pages = tuple(
        Link(section.title, section.url)
        for section in sections
        if section.url.rstrip("/").rsplit("/", 1)[-1] in FOOTER_PAGES
    )
    report = (Link(_("Báo lỗi trang này"), f"mailto:{unit.email}"),) if unit.email else ()
    network = [menu.department, menu.authority, MINISTRY, PUBLIC_SERVICES]
    authority = menu.authority or menu.department
    return FooterData(
        title=unit.name,
        authority=authority.title if authority else unit.name,
        responsible=unit.responsible_person,
        address=unit.address,
        phone=phone(unit.phone),
        email=unit.email,
        links=(
            Link(_("Sơ đồ trang"), all_sections),
            *pages,
            Link(_("Cách hiển thị"), "/hien-thi/"),
            *report,
            Link("RSS", "/feed/"),
            Link(_("Dữ liệu mở"), "/api/"),
        ),
        network=tuple({link.url: link for link in network if link and link.url}.values()),
    )
