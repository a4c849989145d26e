"""The columns of a list of units: with or without marks, short or long."""

from core.spreadsheets.columns import Columns

# Field → headers as they are met, folded. The first is the one in the template file and in messages.
HEADERS: dict[str, tuple[str, ...]] = {
    "code": (
        "mã đơn vị", "ma", "ma so", "ma dv", "ma truong", "ma co so", "ma dinh danh", "ma don vi truong", "code",
    ),
    "name": (
        "tên đơn vị", "ten", "ten truong", "ten don vi truong", "ten truong hoc", "ten co so", "ten co so giao duc",
        "don vi", "truong",
    ),
    "short_name": ("tên ngắn", "ten viet tat", "ten goi tat", "ten tat"),
    "kind": ("loại đơn vị", "loai", "loai truong", "loai hinh", "loai hinh truong", "loai co so", "kind"),
    "levels": ("cấp học", "cap", "bac hoc", "cap day", "cac cap hoc"),
    "commune": (
        "xã, phường", "xa", "phuong", "phuong xa", "xa phuong dac khu", "xa phuong thi tran", "ten xa", "ten xa phuong",
        "dia ban", "ma xa",
    ),
    "address": ("địa chỉ", "dia chi tru so", "dia chi lien he", "dia diem", "noi dat tru so"),
    "phone": (
        "điện thoại", "so dien thoai", "dt", "sdt", "so dt", "tel", "dien thoai co quan", "dien thoai lien he",
    ),
    "email": (
        "thư điện tử", "email", "e mail", "hop thu", "dia chi email", "email don vi", "thu dien tu cong vu",
        "dia chi thu dien tu",
    ),
    "host": ("tên miền", "ten mien website", "website", "dia chi website", "trang web", "domain", "host"),
    "responsible_person": (
        "hiệu trưởng", "ho ten hieu truong", "ho va ten hieu truong", "thu truong", "nguoi dung dau", "nguoi phu trach",
        "nguoi chiu trach nhiem", "nguoi chiu trach nhiem noi dung", "lanh dao", "giam doc", "hieu truong giam doc",
    ),
    "parent": (
        "cơ quan chủ quản", "don vi chu quan", "truc thuoc", "thuoc don vi", "don vi quan ly", "co quan quan ly",
        "ma don vi chu quan", "ma co quan chu quan", "ma don vi quan ly",
    ),
    "professional_parent": ("quản lý chuyên môn", "don vi quan ly chuyen mon", "chuyen mon"),
}  # fmt: skip
COLUMNS = Columns(HEADERS, required=("code", "name", "kind"))
label, field_of = COLUMNS.label, COLUMNS.field_of
