"""What an office container or an archive holds: real kind, and what may not come in."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from core.media.intake.refusal import IntakeRefused
from core.media.intake.weight import MEGABYTE

_UNPACKED_LIMIT = 300 * MEGABYTE
_ENTRY_LIMIT = 5000
_ENCRYPTED_FLAG = 0x1
_PROGRAM_EXTENSIONS = (
    ".exe", ".com", ".scr", ".msi", ".dll", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta",
    ".jar", ".lnk", ".reg", ".apk", ".sh",
)  # fmt: skip
_MAIN_PARTS: Mapping[str, str] = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
}
_OPEN_DOCUMENT_KINDS: Mapping[bytes, str] = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}
# Names of the main stream in an Office 97-2003 container's directory, which stores them as UTF-16.
_OLE_STREAMS: Mapping[str, str] = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
}


def ole_kinds(content: bytes) -> frozenset[str]:
    """Return which of doc, xls, ppt an Office 97-2003 container can be; several when one document embeds another.

    Raise IntakeRefused for a newer document locked with a password, which has the same container.
    """
    if _stream_name("EncryptedPackage") in content:
        raise IntakeRefused(
            _("Tệp này đặt mật khẩu nên người đọc không mở được. Hãy bỏ mật khẩu rồi tải lại."), code="password"
        )
    return frozenset(kind for name, kind in _OLE_STREAMS.items() if _stream_name(name) in content)


def zip_kind(content: bytes) -> str:
    """Return docx, xlsx, pptx, odt, ods, odp, or `zip` for any other archive.

    Raise IntakeRefused when the archive is damaged, locked, holds a program or a macro, or unpacks to too much.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            _refuse_unsafe(archive)
            return _kind_of(archive)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise IntakeRefused(
            _("Tệp này bị hỏng hoặc thiếu phần cuối. Hãy mở thử trên máy rồi tải lại tệp gốc."), code="damaged"
        ) from error


def _kind_of(archive: ZipFile) -> str:
    names = set(archive.namelist())
    for part, kind in _MAIN_PARTS.items():
        if part in names:
            return kind
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        mime = archive.read("mimetype").strip()
        return _OPEN_DOCUMENT_KINDS.get(mime.removeprefix(b"application/vnd.oasis.opendocument."), "zip")
    return "zip"


def _refuse_unsafe(archive: ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > _ENTRY_LIMIT or sum(entry.file_size for entry in entries) > _UNPACKED_LIMIT:
        raise IntakeRefused(
            _("Tệp nén này bung ra quá lớn nên không được nhận. Hãy chia thành nhiều tệp nhỏ hơn."), code="zip_bomb"
        )
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise IntakeRefused(
            _("Tệp nén này đặt mật khẩu nên người đọc không mở được. Hãy bỏ mật khẩu rồi tải lại."), code="password"
        )
    names = [entry.filename.lower() for entry in entries]
    if any(name.endswith("vbaproject.bin") for name in names):
        raise IntakeRefused(
            _("Tệp này chứa macro, có thể chạy mã trên máy người đọc. Hãy lưu thành bản không có macro rồi tải lại."),
            code="macro",
        )
    if program := next((name for name in names if name.endswith(_PROGRAM_EXTENSIONS)), None):
        message = _(
            "Tệp nén này chứa chương trình chạy được (%(name)s) nên không được nhận. Hãy bỏ tệp đó rồi nén lại."
        )
        raise IntakeRefused(message % {"name": program.rsplit("/", 1)[-1]}, code="program")


def _stream_name(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"
