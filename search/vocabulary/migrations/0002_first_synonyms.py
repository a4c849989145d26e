"""The abbreviations of the sector that every installation starts with; from then on they are the Sở's to change."""

import re
from unicodedata import normalize

from django.db import migrations

# Short forms = long forms, in the order of preference. Names of things: whichever is typed, all are searched.
STRONG = """
GDĐT; GD-ĐT = giáo dục và đào tạo
MN = mầm non
TH = tiểu học
THCS = trung học cơ sở
THPT = trung học phổ thông
PTDTNT = phổ thông dân tộc nội trú
PTDTBT = phổ thông dân tộc bán trú
GDTX = giáo dục thường xuyên
GDNN = giáo dục nghề nghiệp
GDMN = giáo dục mầm non
GDPT = giáo dục phổ thông
CTGDPT = chương trình giáo dục phổ thông
KĐCLGD = kiểm định chất lượng giáo dục
UBND = ủy ban nhân dân
HĐND = hội đồng nhân dân
TW = trung ương
TCCB = tổ chức cán bộ
QLCL = quản lý chất lượng
CBCCVC = cán bộ, công chức, viên chức
NLĐ = người lao động
CMHS; PHHS = cha mẹ học sinh; phụ huynh học sinh
HSSV = học sinh, sinh viên
HSG = học sinh giỏi
SGK = sách giáo khoa
SKKN = sáng kiến kinh nghiệm
NCKH = nghiên cứu khoa học
KHKT = khoa học kỹ thuật
CNTT = công nghệ thông tin
CĐS = chuyển đổi số
TTHC = thủ tục hành chính
CCHC = cải cách hành chính
DVC = dịch vụ công
DVCTT = dịch vụ công trực tuyến
SBD = số báo danh
"""
# Of several meanings, or so short that they stand in every document's number: they find what they stand for, and
# who writes it out has no use for them.
WEAK = """
BGDĐT = bộ giáo dục và đào tạo
SGDĐT; SGD = sở giáo dục và đào tạo
PGDĐT; PGD = phòng giáo dục và đào tạo
TTGDTX = trung tâm giáo dục thường xuyên
TH&THCS = tiểu học và trung học cơ sở
THCS&THPT = trung học cơ sở và trung học phổ thông
KT&KĐCLGD = khảo thí và kiểm định chất lượng giáo dục
cấp 1 = tiểu học; TH
cấp 2 = trung học cơ sở; THCS
cấp 3 = trung học phổ thông; THPT
TN THPT = tốt nghiệp trung học phổ thông
TS10 = tuyển sinh lớp 10
HS = học sinh
SV = sinh viên
GV = giáo viên
CBQL = cán bộ quản lý
CBGV = cán bộ, giáo viên
CĐ = cao đẳng; công đoàn
ĐH = đại học
TP = thành phố
QT = Quảng Trị
CP = chính phủ
TTg = thủ tướng chính phủ
QĐ = quyết định
CV = công văn
KH = kế hoạch
TB = thông báo
BC = báo cáo
TT = thông tư; trung tâm
NĐ = nghị định
NQ = nghị quyết
CT = chỉ thị; chương trình
HD = hướng dẫn
TTr = tờ trình
CTTT = chính trị tư tưởng
"""


def add_first(apps, schema_editor):
    """Add the list once, where nobody has entered anything yet."""
    synonyms = apps.get_model("search_vocabulary", "Synonym").objects
    spellings = apps.get_model("search_vocabulary", "Spelling").objects
    if synonyms.exists():
        return
    for strength, lines in (("strong", STRONG), ("weak", WEAK)):
        for line in lines.strip().splitlines():
            synonym = synonyms.create(strength=strength)
            for is_short, forms in zip((True, False), line.split(" = "), strict=True):
                for text in forms.split("; "):
                    spellings.create(synonym=synonym, is_short=is_short, text=text, folded=_folded(text))


def _folded(text):
    """What tenants.registry.folding made of these texts when this was written."""
    plain = re.sub("[\u0300-\u036f]", "", normalize("NFD", text.lower())).replace("đ", "d").replace("&", "")
    lone_y = re.compile(r"\b([hklmstv]|qu)y\b")
    return " ".join(lone_y.sub(r"\1i", word) for word in re.findall(r"\w+", plain))


class Migration(migrations.Migration):
    dependencies = [("search_vocabulary", "0001_initial")]

    operations = [migrations.RunPython(add_first, migrations.RunPython.noop)]
