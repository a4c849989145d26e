"""Old encodings in files are undone where the words prove them, line by line if need be, and nowhere else."""

import pytest

from core.text.legacy import LegacyEncoding
from search.attachments.legacy import readable

TCVN3, VNI = LegacyEncoding.TCVN3, LegacyEncoding.VNI
TYPED = "KÕ ho¹ch n¨m häc cña tr\u00adêng trung häc c¬ së. H\u00adíng dÉn tuyÓn sinh."
READ = "Kế hoạch năm học của trường trung học cơ sở. Hướng dẫn tuyển sinh."


@pytest.mark.parametrize(
    ("text", "expected", "encoding"),
    [
        (TYPED, READ, TCVN3),
        (TYPED.replace("\u00ad", "-") + " KT-XH 2026-2027", READ + " KT-XH 2026-2027", TCVN3),
        (f"KẾ HOẠCH NĂM HỌC\n{TYPED}\nTable 4: naïve café", f"KẾ HOẠCH NĂM HỌC\n{READ}\nTable 4: naïve café", TCVN3),
        ("Tröôøng Tieåu hoïc An Bình toå chöùc leã khai giaûng", "Trường Tiểu học An Bình tổ chức lễ khai giảng", VNI),
        (READ, READ, None),
        (
            "A well-known résumé of the co-op, façade and all.",
            "A well-known résumé of the co-op, façade and all.",
            None,
        ),
        ("Le lycée français est situé à côté.", "Le lycée français est situé à côté.", None),
        ("1.250.000  \t 3,5 %\n\n 12 – 14 m²", "1.250.000 3,5 %\n12 – 14 m²", None),
    ],
)
def test_lines_become_readable(text, expected, encoding):
    assert readable([(1, text)]) == ([(1, expected)], encoding)
