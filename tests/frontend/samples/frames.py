"""Frames of a portal, a school, an office and a school with a very long name."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from core.frontend.pictures import Picture
from sites.frame import Alert, FooterData, LanguageLink, Link, NavGroup, Phone, SiteFrame

VIETNAM = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=VIETNAM)
LONG_NAME = "Trường Phổ thông Dân tộc Bán trú Tiểu học và Trung học cơ sở Pa Nang số 2"
LONG_TITLE = (
    "Kế hoạch tổ chức tập huấn nâng cao năng lực quản lý, chuyển đổi số và bảo đảm an toàn trường học trước mùa mưa lũ "
    "cho cán bộ quản lý, giáo viên cốt cán các trường phổ thông trên địa bàn tỉnh Quảng Trị"
)
SECTIONS = (
    ("Thông tin", "Giới thiệu|Tin tức – Sự kiện|Thông tin cần biết|Thông tin từ cơ sở|Video"),
    (
        "Điều hành",
        "Văn bản – Công văn|Lịch công tác|Cải cách hành chính|Cải cách thủ tục hành chính|Chính phủ điện tử",
    ),
    ("Tra cứu và hỗ trợ", "Thi và Tuyển sinh|Tra cứu|Hỏi – Đáp|Tài nguyên|Hệ thống nghiệp vụ"),
)


def picture(name: str, alt: str = "") -> Picture:
    return Picture(src=f"/anh/{name}.svg", width=960, height=600, alt=alt)


def links(text: str, prefix: str = "/muc") -> tuple[Link, ...]:
    return tuple(Link(title, f"{prefix}-{number}/") for number, title in enumerate(text.split("|"), start=1))


FOOTER_LINKS = links("Sơ đồ cổng|Khả năng tiếp cận|Bảo vệ dữ liệu cá nhân|Báo lỗi trang này|RSS", prefix="/ve-trang")
NETWORK = links(
    "Sở Giáo dục và Đào tạo|Bộ Giáo dục và Đào tạo|Cổng Dịch vụ công quốc gia|UBND tỉnh Quảng Trị", prefix="/mang-luoi"
)

PORTAL = SiteFrame(
    key="portal",
    kind="portal",
    name="Tỉnh Quảng Trị",
    over="Sở Giáo dục và Đào tạo",
    site_name="Cổng thông tin Sở Giáo dục và Đào tạo Quảng Trị",
    palette="hien-luong",
    identity="Cổng thông tin chính thức của ngành Giáo dục và Đào tạo Quảng Trị",
    nav=links("Giới thiệu|Tin tức – Sự kiện|Thi và Tuyển sinh|Văn bản – Công văn|Thông tin từ cơ sở|Hỏi – Đáp|Tra cứu"),
    groups=tuple(NavGroup(title, links(items, prefix=f"/{title[:2]}")) for title, items in SECTIONS),
    all_sections_url="/tat-ca-chuyen-muc/",
    hotline=Phone("(0232) 000 0000", "+842320000000"),
    alert=Alert(
        level="urgent",
        text="Học sinh 14 xã, phường nghỉ học ngày 25/11 do mưa lũ.",
        detail="Các trường khác học bình thường.",
        link=Link("Xem danh sách trường nghỉ học", "/nghi-hoc/"),
    ),
    search_label="Tìm tin, văn bản, trường",
    other_language=LanguageLink("en", "English", "/en/"),
    footer=FooterData(
        title="Cổng thông tin điện tử ngành Giáo dục và Đào tạo Quảng Trị",
        authority="Sở Giáo dục và Đào tạo tỉnh Quảng Trị",
        responsible="Trưởng Ban Biên tập: (họ tên, chức vụ)",
        address="(số nhà, đường), phường Đồng Hới, tỉnh Quảng Trị",
        phone=Phone("(0232) 000 0000", "+842320000000"),
        email="sogddt@quangtri.example",
        license="Giấy phép số 00/GP-TTĐT do Sở Văn hóa, Thể thao và Du lịch cấp ngày 01/7/2026.",
        links=FOOTER_LINKS,
        network=NETWORK,
    ),
)
SCHOOL = replace(
    PORTAL,
    key="school",
    kind="school",
    name="Trường Tiểu học Khe Sanh",
    over="Xã Khe Sanh, Quảng Trị",
    site_name="Trường Tiểu học Khe Sanh",
    palette="khe-sanh",
    identity="Thuộc mạng lưới của",
    parent=Link("Sở Giáo dục và Đào tạo Quảng Trị", "https://portal.example/"),
    nav=links("Giới thiệu|Tin tức|Thông báo|Tuyển sinh|Công khai|Thực đơn|Liên hệ"),
    groups=(),
    all_sections_url="",
    hotline=None,
    alert=None,
    footer=replace(PORTAL.footer, title="Trường Tiểu học Khe Sanh", license="", network=NETWORK[:2]),
)
OFFICE = replace(
    SCHOOL,
    key="office",
    kind="office",
    name="Phòng Văn hóa – Xã hội",
    over="UBND xã Ba Lòng, Quảng Trị",
    site_name="Phòng Văn hóa – Xã hội xã Ba Lòng",
    palette="thach-han",
    notice="Phòng này đã sáp nhập vào Phòng Văn hóa – Xã hội xã Ba Lòng từ 01/7/2026. Bài cũ vẫn đọc được ở đây.",
)
LONG_SCHOOL = replace(SCHOOL, key="long", name=LONG_NAME, over="Xã Tà Rụt, Quảng Trị", palette="phong-nha")
