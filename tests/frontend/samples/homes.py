"""The three kinds of home page, and a school that has filled in nothing yet."""

from datetime import date

from sites.frame import Link, Phone
from sites.viewdata import home
from tests.frontend.samples.frames import links, picture
from tests.frontend.samples.rows import BADGES, CHOICES, DOCUMENTS, LEVELS, NOTICES, QUESTIONS, stories

PORTAL_HOME = home.PortalHome(
    headline="Thầy cô, phụ huynh và học sinh cần tìm gì?",
    lead="Tìm một lần trong tin bài, văn bản và trang của 947 trường, trung tâm toàn tỉnh.",
    example="Ví dụ: tuyển sinh lớp 10",
    popular=links("Lịch nghỉ Tết|Chuyển trường|Điểm thi lớp 10"),
    tiles=tuple(
        home.Tile(icon, title, f"/viec-{icon}/")
        for icon, title in (
            ("score", "Tra cứu điểm thi"),
            ("cap", "Tuyển sinh các cấp"),
            ("document", "Tra cứu văn bản"),
            ("pin", "Tìm trường gần nhà"),
            ("question", "Gửi câu hỏi"),
            ("calendar", "Lịch công tác tuần"),
        )
    ),
    news=home.StorySection(
        "Tin tức – Sự kiện", stories(5, source="Phòng Tổ chức cán bộ"), Link("Tất cả tin tức", "/tin-tuc/")
    ),
    notices=home.NoticeSection("Thông báo", NOTICES, Link("Tất cả thông báo", "/thong-bao/")),
    from_units=home.StorySection(
        "Thông tin từ cơ sở",
        stories(4, units=True),
        Link("Tất cả bài từ cơ sở", "/thong-tin-tu-co-so/"),
        "Bài do các trường gửi lên, Ban Biên tập chọn đăng. Tháng 11 có 214 bài của 187 đơn vị.",
        links("Tất cả|" + LEVELS, prefix="/cap"),
    ),
    documents=home.DocumentSection("Văn bản mới", DOCUMENTS, Link("Tất cả văn bản", "/van-ban/")),
    questions=home.QuestionSection("Hỏi – Đáp", QUESTIONS, Link("Tất cả câu hỏi", "/hoi-dap/")),
    finder=home.UnitFinder(
        "Mỗi trường một trang, chung một mạng lưới",
        (home.Statistic(929, "trường"), home.Statistic(18, "trung tâm"), home.Statistic(78, "xã, phường")),
        "/danh-ba/",
        CHOICES,
    ),
)
CONTACT = home.UnitContact(
    "Khối 3, xã Khe Sanh, tỉnh Quảng Trị. Có 2 điểm trường lẻ: Ta Cơn, Làng Vây.",
    Phone("(0233) 000 0000", "+842330000000"),
    "từ 7:00 đến 16:30",
    "/ban-do/",
    "mailto:thkhesanh@quangtri.example",
)
SCHOOL_HOME = home.SchoolHome(
    motto="Vui đến trường, vững lên lớp",
    contact=CONTACT,
    picture=picture("school", "Sân Trường Tiểu học Khe Sanh giờ chào cờ"),
    today=date(2026, 11, 24),
    panels=(
        home.TodayPanel(
            "calendar",
            "Lịch trong ngày",
            rows=(
                home.TimetableRow("7:15", "Diễn tập thoát hiểm, toàn trường"),
                home.TimetableRow("14:00", "Họp tổ chuyên môn khối 1, 2, 3"),
                home.TimetableRow("16:00", "Phụ huynh đón con ở cổng sau do sửa cổng chính"),
            ),
            more=Link("Lịch cả tuần", "/lich/"),
        ),
        home.TodayPanel(
            "bowl",
            "Thực đơn bán trú",
            text="Cơm, cá lóc kho, canh rau ngót thịt băm, chuối.",
            note="Bữa phụ: sữa chua. Suất ăn 27.000 đồng.",
            more=Link("Thực đơn cả tuần", "/thuc-don/"),
        ),
        home.TodayPanel(
            "bell",
            "Phụ huynh cần biết",
            links=links(
                "Nộp bản sao BHYT trước 30/11|Lịch tiêm nhắc uốn ván lớp 2|Khoản thu học kỳ I", prefix="/can-biet"
            ),
        ),
    ),
    news=home.StorySection("Tin của trường", stories(4, source="Cô Hồ Thị Mai"), Link("Tất cả tin", "/tin-tuc/")),
    disclosure=home.Disclosure(
        "Công khai năm học 2026–2027",
        7,
        8,
        "Báo cáo thường niên trước 30/6/2027.",
        Link("Xem các mục công khai", "/cong-khai/"),
    ),
    notices=home.NoticeSection("Thông báo", NOTICES[:2], Link("Tất cả thông báo", "/thong-bao/")),
    from_department=home.StorySection(
        "Từ Sở Giáo dục và Đào tạo", stories(2), None, "Nhà trường đã xác nhận nhận văn bản."
    ),
)
BARE_SCHOOL_HOME = home.SchoolHome(
    motto="",
    contact=home.UnitContact("Thôn Pa Nang, xã Tà Rụt"),
    picture=None,
    today=date(2026, 11, 24),
    panels=(),
    news=home.StorySection("Tin của trường", ()),
)
OFFICE_HOME = home.OfficeHome(
    contact=CONTACT,
    schools=BADGES,
    news=home.StorySection("Tin tức", stories(1), Link("Tất cả tin", "/tin-tuc/")),
    documents=home.DocumentSection("Văn bản", DOCUMENTS),
    notices=home.NoticeSection("Thông báo", NOTICES[:1]),
)
