"""The columns of a list of documents, with or without marks, short or long."""

from core.spreadsheets.columns import Columns

COLUMNS = Columns(
    {
        "document_number": (
            "số, ký hiệu", "so", "so hieu", "so ky hieu van ban", "so van ban", "so vb", "so hieu van ban", "so kh",
        ),
        "title": ("trích yếu", "trich yeu noi dung", "noi dung", "ten van ban", "ve viec", "trich yeu van ban"),
        "document_kind": ("loại văn bản", "loai", "hinh thuc", "loai vb", "the loai", "hinh thuc van ban"),
        "issuer": ("cơ quan ban hành", "co quan", "noi ban hanh", "don vi ban hanh", "cqbh"),
        "signer": ("người ký", "nguoi ky van ban", "ky"),
        "subject": ("lĩnh vực", "linh vuc van ban"),
        "room": ("phòng phụ trách", "phong", "bo phan phu trach", "don vi soan thao", "phong soan thao"),
        "issued_date": ("ngày ban hành", "ngay", "ngay van ban", "ngay thang", "ngay ky", "ngay bh", "ngay thang nam"),
        "received_date": ("ngày nhận", "ngay den"),
        "effective_date": ("ngày có hiệu lực", "ngay hieu luc", "hieu luc tu", "co hieu luc tu"),
        "expiry_date": ("ngày hết hiệu lực", "het hieu luc", "het hieu luc tu", "hieu luc den"),
        "recipients": ("nơi nhận", "noi nhan van ban"),
        "gazette": ("công báo", "so cong bao"),
        "replaces": ("thay thế", "thay the van ban"),
        "amends": ("sửa đổi, bổ sung", "sua doi", "bo sung", "sua doi van ban"),
        "implements": ("căn cứ", "can cu van ban", "thuc hien van ban"),
        "file": ("tệp", "ten tep", "file", "ten file", "tep van ban", "tep dinh kem", "file dinh kem"),
        "more_files": ("tệp kèm theo", "phu luc", "tep phu luc", "file kem theo"),
    },
    required=("document_number", "title", "issued_date"),
)  # fmt: skip
label = COLUMNS.label

TEXTS: dict[str, int] = {
    "document_number": 60, "issuer": 150, "signer": 120, "room": 150, "recipients": 1000, "gazette": 120,
}  # fmt: skip
DAYS = ("issued_date", "received_date", "effective_date", "expiry_date")
RELATIONS = ("replaces", "amends", "implements")
