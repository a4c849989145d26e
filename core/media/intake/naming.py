"""Step 2: is the file what its name says?"""

from collections.abc import Mapping
from pathlib import PurePath

from django.utils.translation import gettext as _

from core.media.intake.kinds import Kind, label
from core.media.intake.refusal import IntakeRefused


def refuse_lie(uploaded_name: str, *, kind: str, taken: Mapping[str, Kind], expected: str) -> None:
    """Raise IntakeRefused unless `kind`, read from the bytes, is taken and agrees with the extension.

    expected: the taken kinds in words, for the editor. A name without extension claims nothing and passes.
    """
    extension = PurePath(uploaded_name).suffix.lower().removeprefix(".")
    if kind == "svg":
        raise IntakeRefused(
            _("Ảnh SVG có thể chứa mã chạy trên máy người xem nên không được nhận. Hãy lưu thành ảnh PNG rồi tải lại."),
            code="svg",
        )
    if kind in taken and (not extension or extension in taken[kind].extensions):
        return
    if any(extension in known.extensions for known in taken.values()):
        raise IntakeRefused(_lie(extension, kind, taken), code="wrong_type")
    message = _("Tệp này không thuộc loại được nhận. Hãy chọn một trong các loại: %(expected)s.")
    raise IntakeRefused(message % {"expected": expected}, code="unknown_type")


def _lie(extension: str, kind: str, taken: Mapping[str, Kind]) -> str:
    if kind in taken:
        right = taken[kind].extensions[0]
        text = _(
            "Tệp này mang đuôi .%(extension)s nhưng bên trong là %(real)s. Hãy đổi đuôi thành .%(right)s rồi tải lại."
        )
        return text % {"extension": extension, "real": label(kind), "right": right}
    text = _("Tệp này mang đuôi .%(extension)s nhưng bên trong là %(real)s. Hãy chọn đúng tệp rồi tải lại.")
    return text % {"extension": extension, "real": label(kind) or _("loại tệp khác")}
