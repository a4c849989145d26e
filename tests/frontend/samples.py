"""Rich sample data for every page template: long names, missing pictures, none, one and many, a title of 200 letters."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from django.utils.safestring import mark_safe

from core.frontend.pictures import Picture
from sites.frame import Alert, FooterData, Link, NavGroup, Phone, SiteFrame
from sites.viewdata import article, body, cards, document, home, listing, message, meta, search

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
    english=Link("English", "/en/"),
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
    kind="office",
    name="Phòng Văn hóa – Xã hội",
    over="UBND xã Ba Lòng, Quảng Trị",
    site_name="Phòng Văn hóa – Xã hội xã Ba Lòng",
    palette="thach-han",
    notice="Phòng này đã sáp nhập vào Phòng Văn hóa – Xã hội xã Ba Lòng từ ngày 01/7/2026. Bài viết cũ vẫn đọc được ở đây.",
)
LONG_SCHOOL = replace(SCHOOL, name=LONG_NAME, over="Xã Tà Rụt, Quảng Trị", palette="phong-nha")

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
        "2148/SGDĐT-GDPT", "V/v tổ chức kiểm tra cuối học kỳ I năm học 2026–2027", "/vb-1/", date(2026, 11, 20), IN_FORCE,
        "Công văn · Sở GD&ĐT", PDF,
    ),
    cards.DocumentRow(
        "80/QĐ-UBND", "Giao chỉ tiêu tuyển sinh lớp 10 năm học 2026–2027", "/vb-2/", date(2026, 1, 12), EXPIRED,
        "Quyết định · UBND tỉnh Quảng Trị", PDF,
    ),
    cards.DocumentRow("205/KH-SGDĐT", LONG_TITLE, "/vb-3/", date(2026, 11, 18), NOT_YET, "Kế hoạch · Sở GD&ĐT"),
)  # fmt: skip
QUESTIONS = (
    cards.QuestionRow(
        "Con tôi chuyển từ Đà Nẵng về thì nộp hồ sơ ở đâu?", "/hd-1/",
        "Phòng Giáo dục phổ thông trả lời ngày 20/11/2026, sau 3 ngày",
    ),
    cards.QuestionRow(
        "Giáo viên hợp đồng có được dự thi thăng hạng không?", "/hd-2/",
        "Phòng Tổ chức cán bộ trả lời ngày 18/11/2026, sau 5 ngày",
    ),
)  # fmt: skip
LEVELS = "Mầm non|Tiểu học|THCS|THPT|GDNN – GDTX"
CHOICES = (
    home.Choice(
        "xa", "Xã, phường", tuple(home.Option(name, name) for name in ("Tất cả", "Ba Lòng", "Cửa Tùng", "Khe Sanh"))
    ),
    home.Choice("cap", "Cấp học", tuple(home.Option(name, name) for name in ("Tất cả", *LEVELS.split("|")))),
)
PORTAL_HOME = home.PortalHome(
    headline="Thầy cô, phụ huynh và học sinh cần tìm gì?",
    lead="Tìm một lần trong tin bài, văn bản và trang của 947 trường, trung tâm toàn tỉnh.",
    example="Ví dụ: tuyển sinh lớp 10",
    popular=links("Lịch nghỉ Tết|Chuyển trường|Điểm thi lớp 10"),
    tiles=tuple(
        home.Tile(icon, title, f"/viec-{icon}/")
        for icon, title in (
            ("score", "Tra cứu điểm thi"), ("cap", "Tuyển sinh các cấp"), ("document", "Tra cứu văn bản"),
            ("pin", "Tìm trường gần nhà"), ("question", "Gửi câu hỏi"), ("calendar", "Lịch công tác tuần"),
        )
    ),
    news=home.StorySection("Tin tức – Sự kiện", stories(5, source="Phòng Tổ chức cán bộ"), Link("Tất cả tin tức", "/tin-tuc/")),
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
        "/danh-ba/", CHOICES,
    ),
)  # fmt: skip
CONTACT = home.UnitContact(
    "Khối 3, xã Khe Sanh, tỉnh Quảng Trị. Có 2 điểm trường lẻ: Ta Cơn, Làng Vây.",
    Phone("(0233) 000 0000", "+842330000000"), "từ 7:00 đến 16:30", "/ban-do/", "mailto:thkhesanh@quangtri.example",
)  # fmt: skip
SCHOOL_HOME = home.SchoolHome(
    motto="Vui đến trường, vững lên lớp",
    contact=CONTACT,
    picture=picture("school", "Sân Trường Tiểu học Khe Sanh giờ chào cờ"),
    today=date(2026, 11, 24),
    panels=(
        home.TodayPanel(
            "calendar", "Lịch trong ngày",
            rows=(
                home.TimetableRow("7:15", "Diễn tập thoát hiểm, toàn trường"),
                home.TimetableRow("14:00", "Họp tổ chuyên môn khối 1, 2, 3"),
                home.TimetableRow("16:00", "Phụ huynh đón con ở cổng sau do sửa cổng chính"),
            ),
            more=Link("Lịch cả tuần", "/lich/"),
        ),
        home.TodayPanel(
            "bowl", "Thực đơn bán trú", text="Cơm, cá lóc kho, canh rau ngót thịt băm, chuối.",
            note="Bữa phụ: sữa chua. Suất ăn 27.000 đồng.", more=Link("Thực đơn cả tuần", "/thuc-don/"),
        ),
        home.TodayPanel(
            "bell", "Phụ huynh cần biết",
            links=links("Nộp bản sao BHYT trước 30/11|Lịch tiêm nhắc uốn ván lớp 2|Khoản thu học kỳ I", prefix="/can-biet"),
        ),
    ),
    news=home.StorySection("Tin của trường", stories(4, source="Cô Hồ Thị Mai"), Link("Tất cả tin", "/tin-tuc/")),
    disclosure=home.Disclosure(
        "Công khai năm học 2026–2027", 7, 8, "Báo cáo thường niên trước 30/6/2027.", Link("Xem các mục công khai", "/cong-khai/")
    ),
    notices=home.NoticeSection("Thông báo", NOTICES[:2], Link("Tất cả thông báo", "/thong-bao/")),
    from_department=home.StorySection(
        "Từ Sở Giáo dục và Đào tạo", stories(2), None, "Nhà trường đã xác nhận nhận văn bản."
    ),
)  # fmt: skip
BARE_SCHOOL_HOME = home.SchoolHome(
    motto="", contact=home.UnitContact("Thôn Pa Nang, xã Tà Rụt"), picture=None, today=date(2026, 11, 24), panels=(),
    news=home.StorySection("Tin của trường", ()),
)  # fmt: skip
OFFICE_HOME = home.OfficeHome(
    contact=CONTACT, schools=BADGES, news=home.StorySection("Tin tức", stories(1), Link("Tất cả tin", "/tin-tuc/")),
    documents=home.DocumentSection("Văn bản", DOCUMENTS), notices=home.NoticeSection("Thông báo", NOTICES[:1]),
)  # fmt: skip
BODY = (
    body.Paragraph(mark_safe(
        "<p>Sáng 22/11, 180 học sinh từ lớp 6 đến lớp 9 chia thành sáu nhóm, mỗi nhóm nhận một đoạn bờ sông. Cây giống do "
        "<a href='https://example.org/'>Hạt Kiểm lâm Đakrông</a> hỗ trợ; phân hữu cơ do phụ huynh đóng góp.</p>"
    )),
    body.Heading("Mỗi lớp chăm một đoạn bờ", "moi-lop"),
    body.Paragraph(mark_safe(
        "<p>Nhà trường đánh số từng đoạn và giao cho từng lớp theo dõi trong ba năm.</p><ul><li>Tre gai: 320 cây, trồng sát "
        "mép nước.</li><li>Sến: 120 cây, trồng lớp thứ hai.</li><li>Phượng: 60 cây, dọc đường vào trường.</li></ul>"
        "<h3>Việc tiếp theo</h3><p>Học sinh ghi chiều cao cây mỗi tháng để dùng trong tiết <strong>Khoa học tự nhiên</strong>.</p>"
    )),
    body.Quotation("Năm trước nước lên tới hiên lớp học. Các em hiểu vì sao phải giữ bờ.", "Thầy hiệu trưởng, tại lễ ra quân"),
    body.Figure(picture("river", "Học sinh trồng cây bên bờ sông"), "Học sinh lớp 8 trồng cây ở thôn Tân Xá.", "Trường TH&THCS Ba Lòng", consent=True),
    body.Table(
        head=("Loại cây", "Số cây", "Nơi trồng", "Lớp chăm", "Đơn vị hỗ trợ cây giống"),
        rows=(("Tre gai", "320", "Sát mép nước", "6A, 6B", "Hạt Kiểm lâm Đakrông"), ("Sến", "120", "Lớp thứ hai", "7A", "Phụ huynh")),
        caption="Cây trồng theo đoạn bờ", row_heads=True,
    ),
    body.Gallery(tuple(body.Figure(picture(name, f"Ảnh {name}"), "Buổi trồng cây") for name in ("river", "school", "library", "sport", "river"))),
    body.VideoLink("Trồng cây ven sông Thạch Hãn", "https://video.example/1", "YouTube", picture("sport"), "3:12"),
    body.DocumentFiles((PDF,)),
    body.ContactCard("Tổ tư vấn học đường", "Cô Nguyễn Thị Hạnh phụ trách", Phone("(0233) 000 0001", "+842330000001"), "tuvan@quangtri.example"),
)  # fmt: skip
ARTICLE = article.ArticleView(
    title="Học sinh Ba Lòng trồng 500 cây xanh ven sông Thạch Hãn",
    byline=article.Byline("Cô Nguyễn Thị Hạnh", NOW, 3),
    body=BODY,
    address="https://portal.example/thong-tin-tu-co-so/2026/11/hoc-sinh-ba-long-trong-500-cay-xanh-a1b2c3/",
    section="Thông tin từ cơ sở",
    summary="Sau trận lũ tháng 10, thầy trò Trường TH&THCS Ba Lòng cùng người dân trồng lại hàng tre và sến giữ bờ sông dài 1,2 km.",
    origin=article.OriginBox(
        replace(BA_LONG, name="Trường TH&THCS Ba Lòng"), date(2026, 11, 22), "https://ba-long.example/bai/", "Ban Biên tập đã rút gọn tiêu đề."
    ),
    lead=body.Figure(
        picture("river", "Học sinh trồng cây bên bờ sông"), "Học sinh lớp 8 trồng cây ở thôn Tân Xá.", "Trường TH&THCS Ba Lòng", consent=True
    ),
    actions=(
        article.Action("print", "In bài", "?in=1", "print"), article.Action("bookmark", "Lưu PDF", "?in=1", "print"),
        article.Action("share", "Chia sẻ", "?chia-se=1", "share"), article.Action("flag", "Báo sai sót", "mailto:bbt@quangtri.example"),
    ),
    files=(PDF,),
    changes=(article.ChangeNote(date(2026, 11, 24), "Sửa số cây phượng từ 50 thành 60."),),
    related_title="Cùng chủ đề",
    related=stories(3, units=True),
    about_unit=article.AboutUnit(
        "Về trường này", "Xã Ba Lòng · Tiểu học và THCS · 18 bài trong năm 2026", links("Trang của trường|Bài khác của trường", prefix="/don-vi")
    ),
)  # fmt: skip
LONG_ARTICLE = article.ArticleView(
    title=LONG_TITLE,
    byline=article.Byline("", NOW),
    body=BODY[:1],
    address="https://khe-sanh.example/bai/",
    quoted=article.QuotedSource("Báo Quảng Trị", date(2026, 11, 20), "https://bao.example/"),
    broadcast="Thông báo của Sở Giáo dục và Đào tạo",
)
STANDARD = article.StandardView(
    "Giới thiệu", BODY[:3], SUMMARY, date(2026, 11, 2), links("Lịch sử hình thành|Cơ cấu tổ chức")
)
SHARE = article.ShareView(
    ARTICLE.title, ARTICLE.address, "/bai-1/", "mailto:?subject=Bài", links("Chia sẻ qua Zalo|Chia sẻ qua Facebook")
)
PAGER = listing.Pager(
    (listing.PagerLink(1), *(listing.PagerLink(number, f"?trang={number}") for number in (2, 3)), listing.PagerLink(None), listing.PagerLink(30, "?trang=30")),
    next_url="?trang=2",
)  # fmt: skip
LISTING = listing.ListingView(
    "Tin tức – Sự kiện", stories(10, source="Văn phòng Sở"), PAGER, "Tin của Sở và của toàn ngành.",
    links("Tin của Sở|Gương sáng"), "/tin-tuc/feed",
)  # fmt: skip
EMPTY_LISTING = listing.ListingView(
    "Thông báo",
    (),
    empty=listing.EmptyState("Tháng 12/2026 chưa có bài nào. Bạn xem bài của tháng 11.", links("Tháng 11/2026")),
)
FACETS = (
    listing.Facet("loai", "Loại nội dung", (
        listing.FacetValue("tin", "Tin bài", 212, checked=True), listing.FacetValue("van-ban", "Văn bản", 86, checked=True),
        listing.FacetValue("hoi-dap", "Hỏi – Đáp", 31), listing.FacetValue("truong", "Trường, đơn vị", 4),
    )),
    listing.Facet("cap", "Cấp học", (
        listing.FacetValue("thpt", "THPT", 148), listing.FacetValue("thcs", "THCS", 96), listing.FacetValue("gdtx", "GDNN – GDTX", 1022),
    )),
)  # fmt: skip
ACTIVE = (listing.ActiveFilter("Tin bài", "?x=1"), listing.ActiveFilter("Văn bản", "?x=2"))
FILTERS = listing.FilterPanel(
    "/tim-kiem/",
    "Lọc kết quả",
    "Áp dụng bộ lọc",
    FACETS,
    (),
    (),
    ACTIVE,
    "/tim-kiem/?q=tuyen",
    (("q", "tuyen sinh lop 10"),),
)
FROM_UNITS = listing.FromUnitsView(
    "Thông tin từ cơ sở", "214 bài trong tháng 11/2026 của 187 đơn vị", stories(8, units=True),
    listing.FilterPanel(
        "/thong-tin-tu-co-so/", "Lọc", "Áp dụng", (FACETS[1],), (CHOICES[0],),
        (listing.TextField("don-vi", "Đơn vị", "", "Gõ tên trường", ("Tiểu học Khe Sanh", "Mầm non Cửa Tùng")),),
        ACTIVE[:1], "/thong-tin-tu-co-so/",
    ),
    PAGER, "Tháng 11/2026", Link("Tháng trước", "?thang=2026-10"), Link("Tháng sau", "?thang=2026-12"),
    (listing.RoundUp("12 trường cùng đưa tin Ngày Nhà giáo Việt Nam", "/tong-hop/"),), "/thong-tin-tu-co-so/feed",
)  # fmt: skip
REGISTER = listing.RegisterView(
    "Văn bản – Công văn", "1.284 văn bản, mới nhất trước", DOCUMENTS * 3, "/van-ban/", "", CHOICES,
    toggle=Link("Hiện cả văn bản hết hiệu lực", "?het=1"), pager=PAGER,
)  # fmt: skip
ALL_SECTIONS = listing.AllSectionsView(
    "Tất cả chuyên mục", "Mười lăm chuyên mục của Cổng, xếp theo việc bạn cần.", PORTAL.groups
)
DOCUMENT = document.LegalDocumentView(
    title="Ban hành Quy chế hoạt động của Cổng thông tin điện tử ngành Giáo dục và Đào tạo tỉnh Quảng Trị",
    status=EXPIRED,
    facts=(
        document.Fact("Số, ký hiệu", "1682/QĐ-SGDĐT"), document.Fact("Loại văn bản", "Quyết định"),
        document.Fact("Cơ quan ban hành", "Sở Giáo dục và Đào tạo Quảng Trị"), document.Fact("Ngày ban hành", "09/10/2018"),
        document.Fact("Ngày có hiệu lực", "09/10/2018"),
    ),
    address="https://portal.example/van-ban/1682/",
    warning="Văn bản này hết hiệu lực từ 01/01/2027. Văn bản thay thế: 205/KH-SGDĐT.",
    files=(PDF,),
    print_url="?in=1",
    body=BODY[:3],
    relations=(document.Relation("Bị thay thế bởi", "205/KH-SGDĐT", "Kế hoạch năm 2027", "/vb-3/"), document.Relation("Căn cứ", "80/QĐ-UBND")),
)  # fmt: skip
HITS = (
    search.SearchHit(
        "Văn bản", mark_safe("Kế hoạch <mark>tuyển sinh</mark> vào <mark>lớp 10</mark> THPT năm học 2027–2028"), "/1/", "Sở GD&ĐT Quảng Trị",
        date(2026, 11, 18), mark_safe("Thi ba môn Ngữ văn, Toán và môn thứ ba công bố trước 31/3. Trường chuyên tổ chức thêm một môn thi vào <mark>lớp 10</mark> chuyên…"),
        IN_FORCE, ("Số 205/KH-SGDĐT", "PDF, 14 trang"),
    ),
    search.SearchHit(
        "Tin bài", mark_safe("Giải đáp 20 câu hỏi về <mark>tuyển sinh lớp 10</mark> cho phụ huynh"), "/2/", "Trường THPT Lê Lợi, phường Đông Hà",
        date(2026, 11, 12), "Học sinh được đăng ký mấy nguyện vọng, đổi nguyện vọng đến ngày nào, điểm cộng ra sao…",
        copies_text="Bài này cũng đăng trên Cổng của Sở và 3 trường khác.", copies=Link("Xem các bản đăng", "/ban/"),
    ),
    search.SearchHit(
        "Văn bản", mark_safe("Quyết định giao chỉ tiêu <mark>tuyển sinh lớp 10</mark> năm học 2026–2027"), "/3/", "UBND tỉnh Quảng Trị",
        date(2026, 4, 2), "Giao 17.860 chỉ tiêu cho các trường THPT công lập và trung tâm GDNN – GDTX trên địa bàn tỉnh…", EXPIRED,
        ("Thay bằng bản năm học 2027–2028",),
    ),
)  # fmt: skip
SEARCH = search.SearchView(
    title="Tìm kiếm toàn mạng lưới", action="/tim-kiem/", query="tuyen sinh lop 10", filters=FILTERS, count="298 kết quả",
    heard="tuyển sinh lớp 10", folded_note="Bạn gõ không dấu nên chúng tôi tìm cả chữ có dấu.", exact=Link("Chỉ tìm đúng chữ đã gõ", "?dung=1"),
    best_bet=search.BestBet(
        "Nên xem trước", "Tuyển sinh vào lớp 10 năm học 2027–2028", "/ts/",
        "Chỉ tiêu từng trường, lịch đăng ký, môn thi và cách tính điểm, cập nhật ngày 20/11/2026.",
    ),
    hits=HITS, pager=PAGER,
)  # fmt: skip
DEGRADED_SEARCH = replace(
    SEARCH, title="Tìm kiếm", degraded=True, best_bet=None, suggestion=Link("tuyển sinh lớp 10", "?q=1"),
    scopes=(home.Option("trang", "Trang này", 12, selected=True), home.Option("mang", "Toàn mạng lưới", 298)),
    sorts=(home.Option("?xep=1", "Phù hợp nhất", selected=True), home.Option("?xep=2", "Mới nhất")),
)  # fmt: skip
EMPTY_SEARCH = replace(
    SEARCH, query="tuyen sih", count="", heard="", folded_note="", exact=None, best_bet=None, hits=(), pager=None,
    filters=replace(FILTERS, facets=(), active=()),
    empty=listing.EmptyState(
        "Chưa có kết quả nào cho “tuyen sih”. Bạn kiểm tra lại chữ đã gõ hoặc bỏ bớt bộ lọc.", links("Tuyển sinh lớp 10|Điểm thi|Lịch nghỉ Tết")
    ),
)  # fmt: skip
NOT_FOUND = message.MessageView(
    "Không tìm thấy trang này", "Trang có thể đã đổi địa chỉ; hãy tìm bằng từ khóa bên dưới hoặc về trang chủ.", "lich thi",
    links("Tra cứu điểm thi|Tuyển sinh các cấp|Văn bản – Công văn"),
)  # fmt: skip
GONE = message.MessageView(
    "Bài này đã được gỡ ngày 24/11/2026", "Lý do: thông tin không còn phù hợp. Bạn tìm bài khác bằng từ khóa bên dưới."
)
BREADCRUMB = links("Trang chủ|Thông tin từ cơ sở|Xã Ba Lòng")


def about(title: str, *, section: str = "", breadcrumb: tuple[Link, ...] = BREADCRUMB[:1]) -> meta.PageMeta:
    return meta.PageMeta(
        title=title, description=SUMMARY, canonical_url="https://portal.example/", section_url=section, breadcrumb=breadcrumb,
        dublin_core=meta.DublinCore(creator="Sở Giáo dục và Đào tạo", publisher="Sở Giáo dục và Đào tạo", published_date=NOW.date()),
    )  # fmt: skip


# name of the page in the gallery → template, frame, head, view
PAGES = {
    "portal": ("home_portal", PORTAL, about("", breadcrumb=()), PORTAL_HOME),
    "school": ("home_unit", SCHOOL, about("", breadcrumb=()), SCHOOL_HOME),
    "school-bare": ("home_unit", LONG_SCHOOL, about("", breadcrumb=()), BARE_SCHOOL_HOME),
    "office": ("home_office", OFFICE, about("", breadcrumb=()), OFFICE_HOME),
    "article": (
        "article",
        replace(PORTAL, alert=None),
        about(ARTICLE.title, section="/muc-5/", breadcrumb=BREADCRUMB),
        ARTICLE,
    ),
    "article-long": ("article", LONG_SCHOOL, about(LONG_TITLE), LONG_ARTICLE),
    "article-print": ("article_print", PORTAL, about(ARTICLE.title), ARTICLE),
    "share": ("share", PORTAL, about("Chia sẻ"), SHARE),
    "section": ("section", PORTAL, about("Tin tức", section="/muc-2/"), LISTING),
    "section-empty": ("section", SCHOOL, about("Thông báo"), EMPTY_LISTING),
    "from-units": ("from_units", PORTAL, about("Thông tin từ cơ sở", section="/muc-5/"), FROM_UNITS),
    "register": ("register", PORTAL, about("Văn bản", section="/muc-4/"), REGISTER),
    "document": ("legal_document", PORTAL, about(DOCUMENT.title, section="/muc-4/"), DOCUMENT),
    "standard": ("standard", SCHOOL, about("Giới thiệu", section="/muc-1/"), STANDARD),
    "search": ("search", replace(PORTAL, alert=None), about("Tìm kiếm"), SEARCH),
    "search-degraded": ("search", SCHOOL, about("Tìm kiếm"), DEGRADED_SEARCH),
    "search-empty": ("search", PORTAL, about("Tìm kiếm"), EMPTY_SEARCH),
    "sections-all": ("sections_all", PORTAL, about("Tất cả chuyên mục", section="/tat-ca-chuyen-muc/"), ALL_SECTIONS),
    "not-found": ("message", PORTAL, about("Không tìm thấy"), NOT_FOUND),
    "gone": ("message", SCHOOL, about("Đã gỡ"), GONE),
    "display": ("display", PORTAL, about("Cách hiển thị"), None),
    "500": ("500", None, None, None),
    "503": ("503", None, None, None),
    "unknown-host": ("unknown_host", None, None, None),
}
