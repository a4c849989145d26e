"""The ZIP of files: every member under its plain name, taken in one at a time through the same intake as an upload."""

import zipfile
from contextlib import suppress
from pathlib import PurePosixPath
from typing import IO

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from core.media.intake import accept_document
from core.media.intake.accepted import AcceptedDocument
from core.media.intake.refusal import IntakeRefused
from core.media.intake.weight import DOCUMENT_LIMIT
from core.text.fold import fold
from core.text.normalize import clean_text

HEAVIEST = 100 * 1024 * 1024
MOST_UNPACKED = 500 * 1024 * 1024
MOST_FILES = 5_000
_ENCRYPTED, _UTF8 = 0x1, 0x800
# What macOS and Windows add by themselves.
_LITTER = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


class ArchiveError(Exception):
    """The ZIP cannot be used as a whole; the message is Vietnamese and names the file where it is one."""


class Archive:
    """The files of a ZIP by plain name. Reading happens on demand: only what rows name is ever unpacked."""

    def __init__(self, file: IO[bytes]) -> None:
        """Raise ArchiveError for a ZIP that is damaged, locked, unpacks to too much, or whose names lead outside."""
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ArchiveError(_("Tệp ZIP này bị hỏng. Hãy nén lại các tệp rồi tải lên.")) from error
        self._members: dict[str, zipfile.ZipInfo] = {}
        members = [member for member in self._zip.infolist() if not member.is_dir() and not _is_litter(member.filename)]
        _refuse_heavy(members)
        for member in members:
            self._add(member)

    def _add(self, member: zipfile.ZipInfo) -> None:
        name = _name(member)
        if ".." in PurePosixPath(name).parts or name.startswith("/") or ":" in name:
            sentence = _("Tên tệp “%(name)s” trong ZIP dẫn ra ngoài thư mục. Hãy đổi tên tệp đó rồi nén lại.")
            raise ArchiveError(sentence % {"name": name})
        if member.flag_bits & _ENCRYPTED:
            raise ArchiveError(_("Tệp ZIP này đặt mật khẩu nên không mở được. Hãy nén lại không có mật khẩu."))
        key = _key(name)
        if key in self._members:
            sentence = _("ZIP có hai tệp cùng tên “%(name)s” ở hai thư mục. Hãy đổi tên một tệp rồi nén lại.")
            raise ArchiveError(sentence % {"name": PurePosixPath(name).name})
        self._members[key] = member

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    def accept(self, name: str) -> AcceptedDocument:
        """Return a file as it may be stored. Raise IntakeRefused with a sentence for what may not come in."""
        member = self._members[_key(name)]
        try:
            with self._zip.open(member) as source:
                content = source.read(DOCUMENT_LIMIT + 1)  # the size a ZIP tells may be a lie
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise IntakeRefused(_("Tệp này bị hỏng trong ZIP. Hãy nén lại tệp gốc."), code="damaged") from error
        return accept_document(ContentFile(content, name=PurePosixPath(_name(member)).name))

    def names_without(self, used: set[str]) -> list[str]:
        """Return the names of files that are not among those used."""
        keys = set(map(_key, used))
        return sorted(PurePosixPath(_name(member)).name for key, member in self._members.items() if key not in keys)


def _refuse_heavy(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise ArchiveError(_("Tệp ZIP này bung ra quá lớn nên không được nhận. Hãy chia thành nhiều tệp nhỏ hơn."))


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; Windows writes marks without saying that they are UTF-8."""
    name = member.filename
    if not member.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return clean_text(name.replace("\\", "/"))


def _key(name: str) -> str:
    return fold(clean_text(PurePosixPath(name.replace("\\", "/")).name).strip())


def _is_litter(name: str) -> bool:
    return any(litter in name.lower() for litter in _LITTER)
