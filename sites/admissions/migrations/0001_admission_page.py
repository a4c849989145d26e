import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdmissionPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="Một hai câu. Hiện dưới tiêu đề và trong kết quả tìm kiếm.",
                        max_length=500,
                        verbose_name="tóm tắt",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("tuyen-sinh", "Tuyển sinh"), ("ky-thi", "Kỳ thi")],
                        default="tuyen-sinh",
                        max_length=12,
                        verbose_name="loại",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("mam-non", "Mầm non"),
                            ("lop-1", "Lớp 1"),
                            ("lop-6", "Lớp 6"),
                            ("lop-10", "Lớp 10"),
                            ("tot-nghiep", "Tốt nghiệp THPT"),
                            ("thuong-xuyen", "Giáo dục thường xuyên, nghề"),
                            ("khoa-hoc", "Ngoại ngữ, tin học"),
                            ("hoc-sinh-gioi", "Học sinh giỏi, cuộc thi"),
                            ("khac", "Khác"),
                        ],
                        max_length=15,
                        verbose_name="cấp, lớp",
                    ),
                ),
                (
                    "applicants",
                    models.TextField(
                        help_text="Ví dụ: Trẻ sinh năm 2021, thường trú tại phường Nam Đông Hà.",
                        max_length=1000,
                        verbose_name="ai được dự",
                    ),
                ),
                (
                    "quota",
                    models.CharField(
                        blank=True,
                        help_text="Ví dụ: 120 học sinh, 3 lớp. Kỳ thi thì để trống.",
                        max_length=250,
                        verbose_name="chỉ tiêu",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        help_text="Ví dụ: Xét tuyển; nộp trực tuyến hoặc trực tiếp.",
                        max_length=250,
                        verbose_name="hình thức",
                    ),
                ),
                ("conditions", models.TextField(blank=True, max_length=2000, verbose_name="điều kiện")),
                (
                    "dossier",
                    wagtail.fields.StreamField(
                        [("item", 3)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Tên giấy tờ", "max_length": 300}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Ví dụ: 1 bản chính.",
                                    "label": "Số lượng",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            2: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "Chọn tệp mẫu đơn nếu giấy này có mẫu.",
                                    "label": "Mẫu để điền",
                                    "required": False,
                                },
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("name", 0), ("copies", 1), ("form", 2)]], {}),
                        },
                        verbose_name="thành phần hồ sơ",
                    ),
                ),
                ("opens_date", models.DateField(verbose_name="nhận hồ sơ từ ngày")),
                ("closes_date", models.DateField(verbose_name="đến hết ngày")),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        help_text="Ví dụ: Giờ hành chính, thứ Hai đến thứ Sáu; thi ngày 05/06/2027.",
                        max_length=250,
                        verbose_name="giờ nhận, ngày thi",
                    ),
                ),
                ("place", models.CharField(max_length=300, verbose_name="nơi nộp, nơi thi")),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="Tên, số máy công vụ của người trả lời.",
                        max_length=250,
                        verbose_name="hỏi thêm",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("paragraph", 0),
                            ("heading", 2),
                            ("image", 6),
                            ("gallery", 8),
                            ("quotation", 11),
                            ("table", 12),
                            ("document", 13),
                            ("video", 17),
                            ("contact", 22),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "core.richtext.blocks.CleanRichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Đoạn văn",
                                    "template": "blocks/paragraph.html",
                                },
                            ),
                            1: ("wagtail.blocks.CharBlock", (), {"label": "Đề mục", "max_length": 150}),
                            2: ("wagtail.blocks.StructBlock", [[("text", 1)]], {}),
                            3: ("wagtail.images.blocks.ImageBlock", [], {"label": "Ảnh"}),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Chú thích", "max_length": 250, "required": False},
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Tác giả ảnh", "max_length": 100, "required": False},
                            ),
                            6: ("wagtail.blocks.StructBlock", [[("image", 3), ("caption", 4), ("credit", 5)]], {}),
                            7: ("wagtail.blocks.ListBlock", (6,), {"label": "Các ảnh", "max_num": 30, "min_num": 2}),
                            8: ("wagtail.blocks.StructBlock", [[("images", 7)]], {}),
                            9: ("wagtail.blocks.TextBlock", (), {"label": "Lời trích"}),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "Ai nói, ở đâu.", "label": "Nguồn", "max_length": 200, "required": False},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("text", 9), ("source", 10)]], {}),
                            12: (
                                "wagtail.contrib.table_block.blocks.TableBlock",
                                (),
                                {"label": "Bảng", "template": "blocks/table.html"},
                            ),
                            13: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"label": "Tệp đính kèm", "template": "blocks/document.html"},
                            ),
                            14: ("wagtail.blocks.URLBlock", (), {"label": "Địa chỉ video"}),
                            15: ("wagtail.blocks.CharBlock", (), {"label": "Tên video", "max_length": 150}),
                            16: ("wagtail.images.blocks.ImageBlock", [], {"label": "Ảnh đại diện"}),
                            17: ("wagtail.blocks.StructBlock", [[("url", 14), ("title", 15), ("poster", 16)]], {}),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Tên bộ phận hoặc người", "max_length": 150},
                            ),
                            19: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Phụ trách", "max_length": 200, "required": False},
                            ),
                            20: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Điện thoại", "max_length": 60, "required": False},
                            ),
                            21: ("wagtail.blocks.EmailBlock", (), {"label": "Thư điện tử", "required": False}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("name", 18), ("duty", 19), ("phone", 20), ("email", 21)]],
                                {},
                            ),
                        },
                        verbose_name="nội dung thêm",
                    ),
                ),
                (
                    "lists",
                    wagtail.fields.StreamField(
                        [("sheet", 2)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Ví dụ: Danh sách phòng thi môn Toán.",
                                    "label": "Tên danh sách",
                                    "max_length": 150,
                                },
                            ),
                            1: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "Tối đa 1.000 dòng, 12 cột, không gộp ô. Trang hiện danh sách thành bảng và cho tải tệp. Đừng để số định danh, điện thoại, địa chỉ trong tệp.",
                                    "label": "Tệp Excel",
                                },
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("title", 0), ("file", 1)]], {}),
                        },
                        help_text="Danh sách dự thi, phòng thi, kết quả từ tệp Excel. Tra cứu điểm theo số báo danh ở mục Tra cứu.",
                        verbose_name="danh sách",
                    ),
                ),
                ("sheets", models.JSONField(default=dict, editable=False)),
            ],
            options={
                "verbose_name": "thông báo thi, tuyển sinh",
                "verbose_name_plural": "thông báo thi, tuyển sinh",
            },
            bases=("wagtailcore.page",),
        ),
    ]
