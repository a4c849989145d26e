import csv
import io
from collections.abc import Iterator

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _

from core.spreadsheets.refusal import ListError


def read_csv(content: bytes, *, head_lines: int) -> Iterator[list[object]]:
    """Yield the lines of a CSV file; the separator is the one that its first `head_lines` lines use most."""
    text = decode(content)
    head = "\n".join(text.splitlines()[:head_lines])
    delimiter = max(";\t,", key=head.count)
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield list(line)
    except csv.Error as error:
        raise ListError(
            _("Không đọc được tệp này. Hãy lưu danh sách dưới dạng .xlsx hoặc .csv rồi tải lên.")
        ) from error


def decode(content: bytes) -> str:
    """Return the text of a CSV file: by its BOM, else UTF-8, else Windows-1258, else what charset-normalizer finds."""
    for bom, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp1258"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(content).best()
    if best is None:
        raise ListError(_("Không đọc được chữ trong tệp này. Hãy lưu danh sách dưới dạng CSV UTF-8 rồi tải lên."))
    return str(best)
