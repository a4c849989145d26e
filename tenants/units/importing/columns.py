"""Which header means which column, however a Sở writes it: with or without marks, short or long."""

from core.text.fold import fold

# Field → headers as they are met, folded. The first is the one in the template file and in messages.
HEADERS: dict[str, tuple[str, ...]] = {
    "code": ("mã đơn vị", "ma", "ma truong", "ma co so", "ma dinh danh", "code"),
    "name": ("tên đơn vị", "ten truong", "ten", "ten co so giao duc", "don vi"),
    "short_name": ("tên ngắn", "ten viet tat", "ten goi tat"),
    "kind": ("loại đơn vị", "loai", "loai truong", "loai hinh", "kind"),
    "levels": ("cấp học", "cap", "bac hoc", "cap day"),
    "commune": ("xã, phường", "xa/phuong", "xa phuong", "xa", "phuong", "xa/phuong/dac khu", "dia ban", "ma xa"),
    "address": ("địa chỉ", "dia chi tru so", "dia diem"),
    "phone": ("điện thoại", "so dien thoai", "dt", "sdt", "dien thoai co quan"),
    "email": ("thư điện tử", "email", "e-mail", "hop thu", "thu dien tu cong vu"),
    "host": ("tên miền", "ten mien website", "website", "dia chi website", "trang web", "host"),
    "responsible_person": (
        "hiệu trưởng",
        "thu truong",
        "nguoi phu trach",
        "nguoi chiu trach nhiem",
        "lanh dao",
        "giam doc",
    ),
    "parent": (
        "cơ quan chủ quản",
        "don vi chu quan",
        "truc thuoc",
        "don vi quan ly",
        "co quan quan ly",
        "ma don vi chu quan",
    ),
    "professional_parent": ("quản lý chuyên môn", "don vi quan ly chuyen mon", "chuyen mon"),
}
REQUIRED = ("code", "name", "kind")
_FIELDS = {fold(header): name for name, headers in HEADERS.items() for header in headers}


def label(name: str) -> str:
    """Return the header people read for a field: "Tên đơn vị"."""
    header = HEADERS[name][0]
    return header[0].upper() + header[1:]


def field_of(header: str) -> str | None:
    """Return the field a header names, None for a column the register has no use for."""
    return _FIELDS.get(fold(header).replace("_", " ").strip(" :*."))
