"""The section of exams and admissions, and one notice with everything in it."""

from datetime import date

from sites.admissions.viewdata import AdmissionsView, AdmissionView, ListView
from sites.frame import Link
from sites.procedures.viewdata import Paper
from sites.viewdata import body, cards, home, listing, periods
from sites.viewdata.document import Fact
from tests.frontend.samples.frames import LONG_TITLE, links
from tests.frontend.samples.lists import PAGER
from tests.frontend.samples.rows import SUMMARY, stories

CHOICES = (
    home.Choice(
        "han", "Hạn nộp", (home.Option("", "Tất cả"), home.Option("con-han", "Đang nhận hồ sơ", selected=True))
    ),
    home.Choice("cap", "Cấp, lớp", (home.Option("", "Tất cả", selected=True), home.Option("lop-10", "Lớp 10"))),
    home.Choice("loai", "Loại", (home.Option("", "Tất cả", selected=True), home.Option("ky-thi", "Kỳ thi"))),
)
STATES = (
    cards.Tag("Còn 5 ngày", "warn", "clock"),
    cards.Tag("Đang nhận hồ sơ", "ok", "check"),
    cards.Tag("Sắp nhận hồ sơ", "neutral", "clock"),
    cards.Tag("Đã hết hạn", "bad", "clock"),
)
TITLES = ("Tuyển sinh vào lớp 10 năm học 2027–2028", "Tuyển sinh lớp 1", LONG_TITLE, "Thi học sinh giỏi lớp 12")
LISTING = AdmissionsView(
    title="Thi và Tuyển sinh",
    intro="Kỳ thi, tuyển sinh các cấp: ai được dự, hồ sơ, hạn nộp và danh sách.",
    count="24 thông báo",
    action="/thi-va-tuyen-sinh/",
    choices=CHOICES,
    rows=tuple(
        periods.PeriodRow(
            title, "/thong-bao-1/", state, "Tuyển sinh · Lớp 10 · Đến hết ngày 15/06/2027, còn 5 ngày", SUMMARY
        )
        for title, state in zip(TITLES, STATES, strict=True)
    ),
    feed_url="/thi-va-tuyen-sinh/feed/",
    empty=listing.EmptyState(""),
    children=links("Quy chế thi|Đề thi tham khảo"),
    pager=PAGER,
    stories=stories(3),
    more=Link("Tất cả tin bài của mục này", "?xem=tin-bai"),
)
EMPTY = AdmissionsView(
    title="Tuyển sinh",
    intro="",
    count="0 thông báo",
    action="/tuyen-sinh/",
    choices=CHOICES,
    rows=(),
    feed_url="/tuyen-sinh/feed/",
    empty=listing.EmptyState("Chưa có thông báo thi, tuyển sinh nào.", links("Tin tức|Thông báo")),
)
NOTICE = AdmissionView(
    title="Tuyển sinh vào lớp 6 năm học 2027–2028",
    kind="Tuyển sinh · Lớp 6",
    state=STATES[3],
    days=f"Từ ngày 01/06/2027 đến hết ngày {date(2027, 6, 15):%d/%m/%Y}",
    summary=SUMMARY,
    warning="Thông báo này đã hết hạn ngày 15/06/2027. Nội dung được giữ để tra cứu.",
    facts=(
        Fact("Ai được dự", "Học sinh đã hoàn thành chương trình tiểu học,\nthường trú tại xã Ba Lòng."),
        Fact("Chỉ tiêu", "120 học sinh, 3 lớp"),
        Fact("Hình thức", "Xét tuyển; nộp trực tuyến hoặc trực tiếp"),
        Fact("Nơi nộp, nơi thi", "Văn phòng nhà trường"),
    ),
    dossier=(
        Paper("Đơn xin nhập học", "1 bản", cards.FileLink("Mẫu đơn nhập học", "/mau.docx", "DOCX", 42_000)),
        Paper("Học bạ tiểu học", "1 bản chính"),
    ),
    body=(body.Heading("Lịch xét tuyển", "lich"), body.Quotation("Kết quả niêm yết tại trường.", "")),
    lists=(
        ListView(
            "Danh sách phòng thi",
            "danh-sach-1",
            body.Table(
                head=("Số báo danh", "Họ và tên", "Phòng", "Điểm thi", "Giờ có mặt", "Ghi chú"),
                rows=tuple(
                    (f"6600{number:02}", "Hồ Thị Ngọc Ánh", str(number), "A", "7:00", "") for number in range(12)
                ),
                named_by="danh-sach-1",
            ),
            cards.FileLink("phong-thi.xlsx", "/phong-thi.xlsx", "XLSX", 18_000),
        ),
        ListView(
            "Danh sách bổ sung", "danh-sach-2", None, cards.FileLink("bo-sung.xlsx", "/bo-sung.xlsx", "XLSX", 9_000)
        ),
    ),
    print_url="?in=1",
    address="https://ba-long.example/tuyen-sinh/tuyen-sinh-lop-6-a1b2c3/",
)
