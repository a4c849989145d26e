"""Topics of the demo's units, and which post is about which, told by its words."""

from infra.demo.texts import Post
from sites.models import HomePage
from sites.topics.book import MOST_A_POST, Topic
from tenants.units.generation import raise_generation

# Topic → parts of words, one of which stands in a post's title or summary.
WORDS: dict[str, tuple[str, ...]] = {
    "Tuyển sinh, thi cử": ("tuyển sinh", "lớp 10", "thi vào", "kỳ thi", "tốt nghiệp", "nhập học"),
    "An toàn trường học": ("an toàn", "lũ", "thoát hiểm", "sơ tán", "áo phao", "đuối", "sạt lở"),
    "Chuyển đổi số": ("chuyển đổi số", "học bạ số", "trực tuyến", "trên mạng", "dữ liệu", "dạy học số"),
    "Sách và thư viện": ("đọc sách", "thư viện", "cuốn sách", "tủ sách", "kệ sách", "tuần lễ đọc"),
    "Thể thao, văn nghệ": ("hội khỏe", "thể thao", "bóng đá", "cờ vua", "văn nghệ", "cồng chiêng", "vở kịch"),
    "Môi trường": ("trồng cây", "vườn", "nước", "dòng sông", "chủ nhật xanh"),
    "Sức khỏe, bữa ăn": ("thực đơn", "khám sức khỏe", "tiêm", "bếp", "bữa ăn", "bảo hiểm y tế"),
}


def keep_demo_topics() -> None:
    """Give the active unit all topics."""
    HomePage.objects.filter(locale__language_code="vi").update(topics=[Topic.named(name)._asdict() for name in WORDS])
    raise_generation()


def topics_of(post: Post) -> list[str]:
    """Return the slugs of what a post is about."""
    text = f"{post.title} {post.summary}".lower()
    named = [Topic.named(name).slug for name, parts in WORDS.items() if any(part in text for part in parts)]
    return named[:MOST_A_POST]
