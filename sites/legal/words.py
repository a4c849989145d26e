"""The words documents are sorted by: kinds and subjects. They are stored as they are read."""

import re

from core.text.document_number import parse_number
from core.text.fold import fold

OFFICIAL_LETTER = "Công văn"
LAW = "Luật"

# Abbreviation → kind. Source: NĐ 30/2020 (administrative kinds) and the law on legal documents (normative ones).
KINDS: dict[str, str] = {
    "": OFFICIAL_LETTER,  # an official letter's number holds no kind
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo",
    "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "NĐ": "Nghị định", "PL": "Pháp lệnh", "VBHN": "Văn bản hợp nhất",
    "L": LAW, "LCT": "Lệnh", "KL": "Kết luận", "QĐi": "Quy định",
}  # fmt: skip
KIND_NAMES: tuple[str, ...] = tuple(dict.fromkeys([*KINDS.values(), "Thư công", "Văn bản khác"]))

SUBJECT_NAMES: tuple[str, ...] = (
    "Giáo dục mầm non", "Giáo dục phổ thông", "Giáo dục tiểu học", "Giáo dục trung học", "Giáo dục thường xuyên",
    "Giáo dục nghề nghiệp", "Giáo dục đại học", "Giáo dục dân tộc", "Học sinh, sinh viên", "Kế hoạch năm học",
    "Thi và tuyển sinh", "Quản lý chất lượng", "Tổ chức cán bộ", "Kế hoạch – Tài chính", "Cơ sở vật chất",
    "Chuyển đổi số", "Công nghệ thông tin", "Thanh tra, pháp chế", "Cải cách hành chính", "Thi đua, khen thưởng",
    "Chính trị, tư tưởng", "An toàn trường học", "Lĩnh vực khác",
)  # fmt: skip

_BY_WORD = {fold(name): name for name in (*KIND_NAMES, *SUBJECT_NAMES)}
_ABBREVIATION = re.compile(r"[/\-\s_]\s*(?P<word>[^\W\d_]+)")


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds a form offers, the official letter first."""
    return [(name, name) for name in KIND_NAMES]


def subject_choices() -> list[tuple[str, str]]:
    """Return the subjects a form offers."""
    return [(name, name) for name in SUBJECT_NAMES]


def known_word(typed: str, among: tuple[str, ...]) -> str:
    """Return the kind or subject that was typed in any case, with or without marks; "" when it is none of `among`."""
    name = _BY_WORD.get(" ".join(fold(typed).split()), "")
    return name if name in among else ""


def kind_of_number(number: str) -> str:
    """Return the kind a number names, the official letter for organ and room alone, "" when nobody can tell."""
    parsed = parse_number(number)
    if parsed is None:
        return ""
    if not parsed.kind:
        return OFFICIAL_LETTER if parsed.room else LAW if parsed.organ.startswith("qh") else ""
    same = [word for word in KINDS if word and fold(word) == parsed.kind]
    typed = {match["word"] for match in _ABBREVIATION.finditer(number)}
    # HĐ and HD, ĐA and DA are the same to a hurried typist; what was typed decides where it can.
    return KINDS[next((word for word in same if word in typed), same[-1])] if same else ""
