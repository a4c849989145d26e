"""Articles with every block, a standing page, a legal document."""

from dataclasses import replace
from datetime import date

from django.utils.safestring import mark_safe

from sites.frame import Phone
from sites.viewdata import article, body, document
from tests.frontend.samples.frames import LONG_TITLE, NOW, links, picture
from tests.frontend.samples.rows import BA_LONG, EXPIRED, PDF, SUMMARY, stories

BODY = (
    body.Paragraph(
        mark_safe(
            "<p>Sáng 22/11, 180 học sinh từ lớp 6 đến lớp 9 chia thành sáu nhóm, mỗi nhóm một đoạn bờ. Cây giống do "
            "<a href='https://example.org/'>Hạt Kiểm lâm Đakrông</a> hỗ trợ; phân hữu cơ do phụ huynh đóng góp.</p>"
        )
    ),
    body.Heading("Mỗi lớp chăm một đoạn bờ", "moi-lop"),
    body.Paragraph(
        mark_safe(
            "<p>Nhà trường đánh số từng đoạn và giao cho từng lớp theo dõi trong ba năm.</p><ul>"
            "<li>Tre gai: 320 cây, trồng sát mép nước.</li><li>Sến: 120 cây, trồng lớp thứ hai.</li>"
            "<li>Phượng: 60 cây, dọc đường vào trường.</li></ul>"
            "<h3>Việc tiếp theo</h3>"
            "<p>Học sinh ghi chiều cao cây mỗi tháng để dùng trong tiết <strong>Khoa học tự nhiên</strong>.</p>"
        )
    ),
    body.Quotation(
        "Năm trước nước lên tới hiên lớp học. Các em hiểu vì sao phải giữ bờ.", "Thầy hiệu trưởng, tại lễ ra quân"
    ),
    body.Figure(
        picture("river", "Học sinh trồng cây bên bờ sông"),
        "Học sinh lớp 8 trồng cây ở thôn Tân Xá.",
        "Trường TH&THCS Ba Lòng",
        consent=True,
    ),
    body.Table(
        head=("Loại cây", "Số cây", "Nơi trồng", "Lớp chăm", "Đơn vị hỗ trợ cây giống"),
        rows=(
            ("Tre gai", "320", "Sát mép nước", "6A, 6B", "Hạt Kiểm lâm Đakrông"),
            ("Sến", "120", "Lớp thứ hai", "7A", "Phụ huynh"),
        ),
        caption="Cây trồng theo đoạn bờ",
        row_heads=True,
    ),
    body.Gallery(
        tuple(
            body.Figure(picture(name, f"Ảnh {name}"), "Buổi trồng cây")
            for name in ("river", "school", "library", "sport", "river")
        )
    ),
    body.VideoLink("Trồng cây ven sông Thạch Hãn", "https://video.example/1", "YouTube", picture("sport"), "3:12"),
    body.DocumentFiles((PDF,)),
    body.ContactCard(
        "Tổ tư vấn học đường",
        "Cô Nguyễn Thị Hạnh phụ trách",
        Phone("(0233) 000 0001", "+842330000001"),
        "tuvan@quangtri.example",
    ),
)
ARTICLE = article.ArticleView(
    title="Học sinh Ba Lòng trồng 500 cây xanh ven sông Thạch Hãn",
    byline=article.Byline("Cô Nguyễn Thị Hạnh", NOW, 3),
    body=BODY,
    address="https://portal.example/thong-tin-tu-co-so/2026/11/hoc-sinh-ba-long-trong-500-cay-xanh-a1b2c3/",
    section="Thông tin từ cơ sở",
    topics=links("Bảo vệ môi trường|Hoạt động trải nghiệm"),
    summary="Sau trận lũ tháng 10, thầy trò Ba Lòng cùng người dân trồng lại hàng tre và sến giữ bờ sông dài 1,2 km.",
    origin=article.OriginBox(
        replace(BA_LONG, name="Trường TH&THCS Ba Lòng"),
        date(2026, 11, 22),
        "https://ba-long.example/bai/",
        "Ban Biên tập đã rút gọn tiêu đề.",
    ),
    lead=body.Figure(
        picture("river", "Học sinh trồng cây bên bờ sông"),
        "Học sinh lớp 8 trồng cây ở thôn Tân Xá.",
        "Trường TH&THCS Ba Lòng",
        consent=True,
    ),
    actions=(
        article.Action("print", "In bài", "?in=1", "print"),
        article.Action("bookmark", "Lưu PDF", "?in=1", "print"),
        article.Action("share", "Chia sẻ", "?chia-se=1", "share"),
        article.Action("flag", "Báo sai sót", "mailto:bbt@quangtri.example"),
    ),
    related_title="Cùng chủ đề",
    related=stories(3, units=True),
    about_unit=article.AboutUnit(
        "Về trường này",
        "Xã Ba Lòng · Tiểu học và THCS · 18 bài trong năm 2026",
        links("Trang của trường|Bài khác của trường", prefix="/don-vi"),
    ),
)
LONG_ARTICLE = article.ArticleView(
    title=LONG_TITLE,
    byline=article.Byline("", NOW),
    body=BODY[:1],
    address="https://khe-sanh.example/bai/",
    quoted=article.QuotedSource("Báo Quảng Trị", date(2026, 11, 20), "https://bao.example/"),
    origin_note="Thông báo của Sở Giáo dục và Đào tạo",
)
STANDARD = article.StandardView(
    "Giới thiệu", BODY[:3], SUMMARY, date(2026, 11, 2), links("Lịch sử hình thành|Cơ cấu tổ chức")
)
SHARE = article.ShareView(
    ARTICLE.title, ARTICLE.address, "/bai-1/", "mailto:?subject=Bài", links("Chia sẻ qua Zalo|Chia sẻ qua Facebook")
)
DOCUMENT = document.LegalDocumentView(
    title="Ban hành Quy chế hoạt động của Cổng thông tin điện tử ngành Giáo dục và Đào tạo tỉnh Quảng Trị",
    status=EXPIRED,
    facts=(
        document.Fact("Số, ký hiệu", "1682/QĐ-SGDĐT"),
        document.Fact("Loại văn bản", "Quyết định"),
        document.Fact("Cơ quan ban hành", "Sở Giáo dục và Đào tạo Quảng Trị"),
        document.Fact("Ngày ban hành", "09/10/2018"),
        document.Fact("Ngày có hiệu lực", "09/10/2018"),
    ),
    address="https://portal.example/van-ban/1682/",
    warning="Văn bản này hết hiệu lực từ 01/01/2027. Văn bản thay thế: 205/KH-SGDĐT.",
    files=(PDF, PDF),
    reader=PDF,
    is_signature_verified=True,
    print_url="?in=1",
    body=BODY[:3],
    relations=(
        document.Relation("Bị thay thế bởi", "205/KH-SGDĐT", "Kế hoạch năm 2027", "/vb-3/"),
        document.Relation("Căn cứ", "80/QĐ-UBND"),
    ),
)
