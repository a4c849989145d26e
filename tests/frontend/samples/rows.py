"""Stories, notices, documents and questions; every fourth story has no picture, one title has 200 letters."""

from datetime import date, timedelta

from sites.viewdata import cards, home
from tests.frontend.samples.frames import LONG_NAME, LONG_TITLE, NOW, picture

BA_LONG = cards.UnitBadge("TH&THCS Ba Lòng", "BL", "truong-son", "Xã Ba Lòng", "https://ba-long.example/")
BADGES = (
    BA_LONG,
    cards.UnitBadge("Mầm non Cửa Tùng", "CT", "cua-tung", "Xã Cửa Tùng", "https://cua-tung.example/"),
    cards.UnitBadge("Tiểu học Khe Sanh", "KS", "khe-sanh", "Xã Khe Sanh", "https://khe-sanh.example/"),
    cards.UnitBadge(LONG_NAME, "PN", "phong-nha", "Xã Tà Rụt"),
)
TITLES = (
    "Quảng Trị hoàn thành bàn giao 929 trường cho chính quyền cấp xã quản lý",
    "Tập huấn dạy học số cho 1.200 giáo viên tiểu học",
    "Hội khỏe Phù Đổng cấp tỉnh khai mạc ngày 05/12",
    "Thêm 38 thư viện xanh ở các trường vùng cao",
    "Kiểm tra an toàn trường học trước mùa mưa lũ",
    LONG_TITLE,
)
PICTURES = ("river", "library", "sport", "library", "school", "river")
SUMMARY = "Việc dạy và học không gián đoạn; phụ huynh vẫn liên hệ trực tiếp với nhà trường như trước."


def stories(count: int, *, units: bool = False, source: str = "") -> tuple[cards.StoryCard, ...]:
    """Return `count` stories; every third has no picture."""
    return tuple(
        cards.StoryCard(
            title=TITLES[index % len(TITLES)],
            url=f"/bai-{index}/",
            date=(NOW - timedelta(days=index)).date(),
            summary=SUMMARY,
            picture=None if index % 4 == 3 else picture(PICTURES[index % len(PICTURES)]),
            cover="megaphone",
            source=source,
            unit=BADGES[index % len(BADGES)] if units else None,
            tag=cards.Tag("Sở đã đăng lại", "accent") if index == 0 and not units else None,
        )
        for index in range(count)
    )


NOTICES = (
    cards.DateRow(
        "Hạn nộp hồ sơ thi học sinh giỏi lớp 12 cấp tỉnh", "/tb-1/", date(2026, 11, 30), "Phòng Quản lý chất lượng"
    ),
    cards.DateRow("Hội nghị giao ban hiệu trưởng trường THPT", "/tb-2/", date(2026, 12, 5), "Văn phòng Sở"),
    cards.DateRow(LONG_TITLE, "/tb-3/", date(2026, 12, 12), "Phòng Giáo dục phổ thông"),
    cards.DateRow("Nộp báo cáo sơ kết học kỳ I", "/tb-4/", date(2027, 1, 15)),
)
IN_FORCE = cards.Tag("Còn hiệu lực", "ok", "check")
EXPIRED = cards.Tag("Hết hiệu lực", "bad", "close")
NOT_YET = cards.Tag("Chưa có hiệu lực", "warn", "clock")
PDF = cards.FileLink("Kế hoạch trồng và chăm cây 2026–2029", "/tep/ke-hoach.pdf", "PDF", 412 * 1024, pages=6)
DOCUMENTS = (
    cards.DocumentRow(
        "2148/SGDĐT-GDPT",
        "V/v tổ chức kiểm tra cuối học kỳ I năm học 2026–2027",
        "/vb-1/",
        date(2026, 11, 20),
        IN_FORCE,
        "Công văn · Sở GD&ĐT",
        PDF,
    ),
    cards.DocumentRow(
        "80/QĐ-UBND",
        "Giao chỉ tiêu tuyển sinh lớp 10 năm học 2026–2027",
        "/vb-2/",
        date(2026, 1, 12),
        EXPIRED,
        "Quyết định · UBND tỉnh Quảng Trị",
        PDF,
    ),
    cards.DocumentRow("205/KH-SGDĐT", LONG_TITLE, "/vb-3/", date(2026, 11, 18), NOT_YET, "Kế hoạch · Sở GD&ĐT"),
)
QUESTIONS = (
    cards.QuestionRow(
        "Con tôi chuyển từ Đà Nẵng về thì nộp hồ sơ ở đâu?",
        "/hd-1/",
        "Phòng Giáo dục phổ thông trả lời ngày 20/11/2026, sau 3 ngày",
    ),
    cards.QuestionRow(
        "Giáo viên hợp đồng có được dự thi thăng hạng không?",
        "/hd-2/",
        "Phòng Tổ chức cán bộ trả lời ngày 18/11/2026, sau 5 ngày",
    ),
)
LEVELS = "Mầm non|Tiểu học|THCS|THPT|GDNN – GDTX"
CHOICES = (
    home.Choice(
        "xa", "Xã, phường", tuple(home.Option(name, name) for name in ("Tất cả", "Ba Lòng", "Cửa Tùng", "Khe Sanh"))
    ),
    home.Choice("cap", "Cấp học", tuple(home.Option(name, name) for name in ("Tất cả", *LEVELS.split("|")))),
)
