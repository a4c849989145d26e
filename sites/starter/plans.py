"""The sections a new site starts with, by template: what a reader of such a unit's site looks for first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sites.consultations.models import ConsultationsPage
from sites.disclosures.models import DisclosuresPage, PeriodPlansPage
from sites.library.models import AlbumPage, LinksPage, ResourcesPage
from sites.lookup.models import LookupPage
from sites.models import BasePage, FromUnitsPage, RegisterPage, SectionPage, StandardPage
from sites.models.section import SectionKey
from sites.people.models import ContactPage, PeoplePage, Shown
from sites.polls.models import PollsPage
from sites.procedures.models import ProceduresPage
from sites.questions.models import QuestionsPage
from sites.schedule.models import SchedulePage
from tenants.units.models.kind import Kind, SiteTemplate


@dataclass(frozen=True, slots=True)
class Planned:
    """One page of the starting tree, in menu order. fields: of its own type. children: the pages below it.

    kinds: slugs of the kinds of unit that start with it; empty for all.
    to_fill: what the editor is told to write. Such a page waits as a draft until somebody has.
    """

    page_class: type[BasePage]
    title: str
    slug: str
    summary: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    children: "tuple[Planned, ...]" = ()
    kinds: frozenset[str] = frozenset()
    to_fill: str = ""


class Placed(NamedTuple):
    """A planned page with its place. key: slugs from the home page down. above: the parent's; "" for the home page."""

    key: str
    above: str
    planned: Planned


def plan_of(kind: Kind) -> Iterator[Placed]:
    """Yield what a site of a unit of this kind starts with, each page after the one above it."""
    wanted = PLANS.get(SiteTemplate(kind.site_template), ())
    yield from _placed((one for one in wanted if not one.kinds or kind.pk in one.kinds), above="")


def _placed(plans: Iterable[Planned], *, above: str) -> Iterator[Placed]:
    for planned in plans:
        key = f"{above}/{planned.slug}".lstrip("/")
        yield Placed(key, above, planned)
        yield from _placed(planned.children, above=key)


def words_for(page: BasePage, kind: Kind) -> str:
    """Return what a unit of this kind is told to write on the page; "" for a page nobody has to fill. No query.

    The page is known by its address, which stays whatever its title becomes.
    """
    key = page.url_path.strip("/").partition("/")[2]
    return next((placed.planned.to_fill for placed in plan_of(kind) if placed.key == key), "")


def _about(*children: Planned) -> Planned:
    return Planned(
        StandardPage,
        "Giới thiệu",
        "gioi-thieu",
        "Thông tin chung, cơ cấu tổ chức và người phụ trách.",
        children=children,
    )


def _people(shown: Shown, title: str, slug: str, summary: str) -> Planned:
    return Planned(PeoplePage, title, slug, summary, fields={"shows": shown})


_HISTORY = (
    "Ghi năm thành lập, các lần đổi tên, chia tách, sáp nhập, những mốc và thành tích đáng nhớ. Một trang là đủ; ảnh "
    "cũ thì ghi rõ ai chụp, ai giữ."
)
_FUNCTIONS = Planned(
    StandardPage,
    "Chức năng, nhiệm vụ",
    "chuc-nang-nhiem-vu",
    to_fill=(
        "Nêu chức năng, nhiệm vụ, quyền hạn và số, ngày của quyết định quy định những điều đó. Việc người dân hay hỏi "
        "thì nói rõ bộ phận nào làm, gọi số nào."
    ),
)
_MISSION = Planned(
    StandardPage,
    "Sứ mạng, tầm nhìn, mục tiêu",
    "su-mang-tam-nhin",
    to_fill=(
        "Chép từ chiến lược phát triển nhà trường đã ban hành: trường dạy ai, muốn học sinh trở thành người thế nào, "
        "mục tiêu của giai đoạn này. Thông tư 09/2024/TT-BGDĐT, điều 4, yêu cầu công khai mục này."
    ),
)

_STRUCTURE = _people(Shown.STRUCTURE, "Cơ cấu tổ chức", "co-cau-to-chuc", "Các bộ phận, việc chính và người phụ trách.")
_CONTACT = Planned(ContactPage, "Liên hệ", "lien-he", "Địa chỉ, điện thoại và giờ làm việc.")

_ADMISSIONS = Planned(
    SectionPage,
    "Tuyển sinh",
    "tuyen-sinh",
    "Ai được dự, chỉ tiêu, hồ sơ, hạn nộp và danh sách.",
    fields={"key": SectionKey.ADMISSIONS},
)

_QUESTIONS = Planned(
    QuestionsPage,
    "Hỏi – Đáp",
    "hoi-dap",
    "Câu hỏi của phụ huynh, học sinh, giáo viên và câu trả lời. Bạn hỏi không cần ghi họ tên.",
)
_PROCEDURES = "Hồ sơ, nơi nộp, thời hạn, phí. Hồ sơ nộp trên Cổng Dịch vụ công quốc gia hoặc tại nơi nhận."

_CONSULTATIONS = Planned(
    ConsultationsPage,
    "Góp ý dự thảo",
    "gop-y-du-thao",
    "Dự thảo văn bản đang lấy ý kiến, hạn góp ý và kết quả tiếp thu.",
)
_POLLS = Planned(PollsPage, "Ý kiến, thăm dò", "y-kien-tham-do", "Câu hỏi thăm dò theo chủ đề, mở và đóng theo ngày.")

_RESOURCES = Planned(
    ResourcesPage,
    "Tài nguyên",
    "tai-nguyen",
    "Bài giảng, đề, sáng kiến của thầy cô, kèm tác giả và giấy phép dùng lại.",
)
_RESEARCH = Planned(
    ResourcesPage,
    "Nghiên cứu khoa học",
    "nghien-cuu-khoa-hoc",
    "Đề tài, báo cáo nghiên cứu của cán bộ, giáo viên và học sinh.",
)
_SYSTEMS = Planned(
    LinksPage,
    "Hệ thống nghiệp vụ",
    "he-thong-nghiep-vu",
    "Các hệ thống dùng chung của ngành: để làm gì, dành cho ai, có phải đăng nhập không.",
)
_E_GOVERNMENT = Planned(
    LinksPage,
    "Chính phủ điện tử",
    "chinh-phu-dien-tu",
    "Dịch vụ công, cơ sở dữ liệu và hệ thống chỉ đạo, điều hành dùng chung.",
)
_PHOTOS = Planned(AlbumPage, "Ảnh", "anh", "Ảnh các hoạt động, theo từng bộ.")
_VIDEOS = Planned(AlbumPage, "Video", "video", "Phim về hoạt động của ngành. Mỗi phim mở ở trang đăng phim.")

_DISCLOSURES = Planned(
    DisclosuresPage,
    "Công khai",
    "cong-khai",
    "Thu chi, đội ngũ, cơ sở vật chất, chất lượng và kết quả giáo dục của từng năm học, theo TT 09/2024/TT-BGDĐT.",
)
_PERIOD_PLANS = Planned(
    PeriodPlansPage,
    "Thực đơn, kế hoạch",
    "thuc-don-ke-hoach",
    "Thực đơn bán trú và kế hoạch giáo dục của tuần này, tuần tới.",
    kinds=frozenset({"mam-non", "tieu-hoc", "th-thcs", "ptdtnt", "ptdtbt", "lien-cap", "khuyet-tat"}),
)

PLANS: dict[str, tuple[Planned, ...]] = {
    SiteTemplate.PORTAL: (
        _about(
            _FUNCTIONS,
            Planned(StandardPage, "Lịch sử ngành Giáo dục", "lich-su", to_fill=_HISTORY),
            _people(Shown.LEADERS, "Lãnh đạo Sở", "lanh-dao", "Họ tên, chức vụ, nhiệm vụ và số máy công vụ."),
            _STRUCTURE,
            _people(Shown.SPOKESPERSONS, "Người phát ngôn", "nguoi-phat-ngon", "Người trả lời báo chí và công luận."),
            Planned(
                StandardPage,
                "Đường dây nóng",
                "duong-day-nong",
                "Số máy và thư nhận phản ánh, kiến nghị.",
                to_fill="Ghi số máy, địa chỉ thư, giờ trực, ai trực; việc gì gọi số nào và sau bao lâu có câu trả lời.",
            ),
            _people(Shown.DIRECTORY, "Danh bạ cán bộ", "danh-ba-can-bo", "Số máy, thư công vụ theo từng phòng."),
        ),
        Planned(SectionPage, "Tin tức – Sự kiện", "tin-tuc-su-kien", fields={"key": SectionKey.NEWS}),
        Planned(
            SectionPage,
            "Thi và Tuyển sinh",
            "thi-va-tuyen-sinh",
            "Kỳ thi, tuyển sinh các cấp: ai được dự, hồ sơ, hạn nộp và danh sách.",
            fields={"key": SectionKey.ADMISSIONS},
        ),
        Planned(RegisterPage, "Văn bản – Công văn", "van-ban-cong-van"),
        Planned(
            FromUnitsPage,
            "Thông tin từ cơ sở",
            "thong-tin-tu-co-so",
            "Bài do các trường gửi lên, Ban Biên tập chọn đăng.",
        ),
        _QUESTIONS,
        Planned(LookupPage, "Tra cứu", "tra-cuu", "Kết quả các kỳ thi, tra theo số báo danh, mở đúng giờ đã báo."),
        Planned(SectionPage, "Thông tin cần biết", "thong-tin-can-biet", fields={"key": SectionKey.USEFUL}),
        Planned(SectionPage, "Thông báo", "thong-bao", fields={"key": SectionKey.NOTICES}),
        _CONSULTATIONS,
        _POLLS,
        Planned(SchedulePage, "Lịch công tác", "lich-cong-tac", "Lịch từng tuần của lãnh đạo Sở."),
        Planned(ProceduresPage, "Cải cách thủ tục hành chính", "cai-cach-thu-tuc-hanh-chinh", _PROCEDURES),
        Planned(
            SectionPage,
            "Cải cách hành chính",
            "cai-cach-hanh-chinh",
            "Kế hoạch, kết quả và chỉ số cải cách hành chính của ngành.",
        ),
        _E_GOVERNMENT,
        replace(_RESOURCES, children=(_RESEARCH,)),
        _SYSTEMS,
        _VIDEOS,
        _PHOTOS,
        _CONTACT,
    ),
    SiteTemplate.OFFICE: (
        _about(
            _FUNCTIONS,
            _people(Shown.LEADERS, "Lãnh đạo", "lanh-dao", "Họ tên, chức vụ, nhiệm vụ và số máy công vụ."),
            _STRUCTURE,
            _people(Shown.DIRECTORY, "Danh bạ cán bộ", "danh-ba-can-bo", "Số máy, thư công vụ của từng người."),
        ),
        Planned(SectionPage, "Tin tức", "tin-tuc", fields={"key": SectionKey.NEWS}),
        Planned(SectionPage, "Thông báo", "thong-bao", fields={"key": SectionKey.NOTICES}),
        _ADMISSIONS,
        Planned(RegisterPage, "Văn bản – Công văn", "van-ban-cong-van"),
        _QUESTIONS,
        _CONSULTATIONS,
        Planned(ProceduresPage, "Thủ tục hành chính", "thu-tuc-hanh-chinh", _PROCEDURES),
        _RESOURCES,
        _PHOTOS,
        _CONTACT,
    ),
    SiteTemplate.SCHOOL: (
        _about(
            Planned(StandardPage, "Lịch sử nhà trường", "lich-su", to_fill=_HISTORY),
            _MISSION,
            _people(Shown.LEADERS, "Lãnh đạo nhà trường", "lanh-dao", "Họ tên, chức vụ, nhiệm vụ và số máy công vụ."),
            _STRUCTURE,
            _people(Shown.DIRECTORY, "Danh bạ thầy cô", "danh-ba-can-bo", "Số máy, thư công vụ theo từng tổ."),
        ),
        Planned(SectionPage, "Tin tức", "tin-tuc", fields={"key": SectionKey.NEWS}),
        Planned(SectionPage, "Thông báo", "thong-bao", fields={"key": SectionKey.NOTICES}),
        _ADMISSIONS,
        _DISCLOSURES,
        _PERIOD_PLANS,
        Planned(RegisterPage, "Văn bản", "van-ban-cong-van", "Văn bản của trường và của Sở."),
        _QUESTIONS,
        _CONSULTATIONS,
        _RESOURCES,
        _PHOTOS,
        _CONTACT,
    ),
}
