"""Listings, the register, search in three states."""

from dataclasses import replace
from datetime import date

from django.utils.safestring import mark_safe

from sites.frame import Link
from sites.viewdata import cards, home, listing, search
from tests.frontend.samples.frames import PORTAL, links
from tests.frontend.samples.rows import CHOICES, DOCUMENTS, EXPIRED, IN_FORCE, stories

PAGER = listing.Pager(
    (
        listing.PagerLink(1),
        *(listing.PagerLink(number, f"?trang={number}") for number in (2, 3)),
        listing.PagerLink(None),
        listing.PagerLink(30, "?trang=30"),
    ),
    next_url="?trang=2",
)
LISTING = listing.ListingView(
    "Tin tức – Sự kiện",
    stories(10, source="Văn phòng Sở"),
    PAGER,
    "Tin của Sở và của toàn ngành.",
    links("Tin của Sở|Gương sáng"),
    (
        home.Option("/tin-tuc/", "Tất cả"),
        home.Option("?chu-de=tuyen-sinh-lop-10", "Tuyển sinh lớp 10", 12, selected=True),
        home.Option("?chu-de=an-toan-truong-hoc", "An toàn trường học", 4),
    ),
    "/tin-tuc/feed",
)
EMPTY_LISTING = listing.ListingView(
    "Thông báo",
    (),
    empty=listing.EmptyState("Tháng 12/2026 chưa có bài nào. Bạn xem bài của tháng 11.", links("Tháng 11/2026")),
)
FACETS = (
    listing.Facet(
        "loai",
        "Loại nội dung",
        (
            listing.FacetValue("tin", "Tin bài", 212, checked=True),
            listing.FacetValue("van-ban", "Văn bản", 86, checked=True),
            listing.FacetValue("hoi-dap", "Hỏi – Đáp", 31),
            listing.FacetValue("truong", "Trường, đơn vị", 4),
        ),
    ),
    listing.Facet(
        "cap",
        "Cấp học",
        (
            listing.FacetValue("thpt", "THPT", 148),
            listing.FacetValue("thcs", "THCS", 96),
            listing.FacetValue("gdtx", "GDNN – GDTX", 1022),
        ),
    ),
)
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
    "Thông tin từ cơ sở",
    "214 bài trong tháng 11/2026 của 187 đơn vị",
    stories(8, units=True),
    listing.FilterPanel(
        "/thong-tin-tu-co-so/",
        "Lọc",
        "Áp dụng",
        (FACETS[1],),
        (CHOICES[0],),
        (listing.TextField("don-vi", "Đơn vị", "", "Gõ tên trường", ("Tiểu học Khe Sanh", "Mầm non Cửa Tùng")),),
        ACTIVE[:1],
        "/thong-tin-tu-co-so/",
    ),
    PAGER,
    "Tháng 11/2026",
    Link("Tháng trước", "?thang=2026-10"),
    Link("Tháng sau", "?thang=2026-12"),
    (listing.RoundUp("12 trường cùng đưa tin Ngày Nhà giáo Việt Nam", "/tong-hop/"),),
    "/thong-tin-tu-co-so/feed",
)
REGISTER = listing.RegisterView(
    "Văn bản – Công văn",
    "1.284 văn bản",
    tuple(replace(row, owner=cards.Tag("Của Sở", "accent")) for row in DOCUMENTS * 3),
    "/van-ban/",
    choices=CHOICES,
    more_choices=(replace(CHOICES[0], name="phong", label="Phòng phụ trách"),),
    more_texts=(listing.TextField("nguoi-ky", "Người ký"),),
    is_more_open=True,
    owners=(home.Option("?", "Tất cả", selected=True), home.Option("?cua=so", "Của Sở")),
    toggle=Link("Hiện cả văn bản hết hiệu lực", "?hieu-luc=tat-ca"),
    export_url="/van-ban/xuat-excel/?",
    feed_url="/van-ban/feed/",
    pager=PAGER,
)
ALL_SECTIONS = listing.AllSectionsView(
    "Tất cả chuyên mục",
    "Mười lăm chuyên mục của Cổng, xếp theo việc bạn cần.",
    tuple(
        listing.MapGroup(
            group.title, tuple(listing.MapItem(link.title, link.url, group.items[:2]) for link in group.items)
        )
        for group in PORTAL.groups
    ),
)
HITS = (
    search.SearchHit(
        "Văn bản",
        mark_safe("Kế hoạch <mark>tuyển sinh</mark> vào <mark>lớp 10</mark> THPT năm học 2027–2028"),
        "/1/",
        "Sở GD&ĐT Quảng Trị",
        date(2026, 11, 18),
        mark_safe(
            "Thi ba môn Ngữ văn, Toán và môn thứ ba công bố trước 31/3. "
            "Trường chuyên tổ chức thêm một môn thi vào <mark>lớp 10</mark> chuyên…"
        ),
        file="Trong tệp: Kế hoạch tuyển sinh.pdf, trang 3",
        status=IN_FORCE,
        notes=("Số 205/KH-SGDĐT", "PDF, 14 trang"),
    ),
    search.SearchHit(
        "Tin bài",
        mark_safe("Giải đáp 20 câu hỏi về <mark>tuyển sinh lớp 10</mark> cho phụ huynh"),
        "/2/",
        "Trường THPT Lê Lợi, phường Đông Hà",
        date(2026, 11, 12),
        "Học sinh được đăng ký mấy nguyện vọng, đổi nguyện vọng đến ngày nào, điểm cộng ra sao…",
        copies_text="Đăng lại trên",
        copies=(Link("Cổng của Sở", "/ban/1/"), Link("Trường THPT Đông Hà", "/ban/2/")),
    ),
    search.SearchHit(
        "Văn bản",
        mark_safe("Quyết định giao chỉ tiêu <mark>tuyển sinh lớp 10</mark> năm học 2026–2027"),
        "/3/",
        "UBND tỉnh Quảng Trị",
        date(2026, 4, 2),
        "Giao 17.860 chỉ tiêu cho các trường THPT công lập và trung tâm GDNN – GDTX trên địa bàn tỉnh…",
        status=EXPIRED,
        replaced_by=Link("12/QĐ-UBND", "/4/"),
        notes=("Số 10/QĐ-UBND",),
    ),
)
SEARCH = search.SearchView(
    title="Tìm kiếm toàn mạng lưới",
    action="/tim-kiem/",
    query="tuyen sinh lop 10",
    filters=FILTERS,
    count="298 kết quả",
    heard="tuyển sinh lớp 10",
    folded_note="Bạn gõ không dấu nên chúng tôi tìm cả chữ có dấu.",
    exact=Link("Chỉ tìm đúng chữ đã gõ", "?dung=1"),
    feed=Link("Theo dõi tìm kiếm này (RSS)", "/tim-kiem/rss/?q=1"),
    best_bets=(
        search.BestBet(
            "Đề xuất của Sở",
            "Tuyển sinh vào lớp 10 năm học 2027–2028",
            "/ts/",
            "Chỉ tiêu từng trường, lịch đăng ký, môn thi và cách tính điểm, cập nhật ngày 20/11/2026.",
        ),
        search.BestBet("Đơn vị", "Trường THPT Lê Lợi", "/", "Phường Đông Hà"),
    ),
    hits=HITS,
    pager=PAGER,
)
DEGRADED_SEARCH = replace(
    SEARCH,
    title="Tìm kiếm",
    degraded=True,
    best_bets=(),
    problems=("Trang kết quả dừng ở 10.000 mục đầu. Hãy thêm từ hoặc bộ lọc để thu hẹp.",),
    suggestion=Link("tuyển sinh lớp 10", "?q=1"),
    scopes=(home.Option("trang", "Trang này", 12, selected=True), home.Option("mang", "Toàn mạng lưới", 298)),
    sorts=(home.Option("?xep=1", "Phù hợp nhất", selected=True), home.Option("?xep=2", "Mới nhất")),
)
EMPTY_SEARCH = replace(
    SEARCH,
    query="tuyen sih",
    count="",
    heard="",
    folded_note="",
    exact=None,
    best_bets=(),
    hits=(),
    pager=None,
    filters=replace(FILTERS, facets=(), active=()),
    empty=listing.EmptyState(
        "Chưa có kết quả nào cho “tuyen sih”. Bạn kiểm tra lại chữ đã gõ hoặc bỏ bớt bộ lọc.",
        links("Tuyển sinh lớp 10|Điểm thi|Lịch nghỉ Tết"),
    ),
)
