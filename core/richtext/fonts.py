"""Font names older than Unicode. The name is a hint only: core.richtext.legacy asks the words as well."""

import re

from core.richtext.model import FontHint
from core.text.legacy import LegacyEncoding

_TCVN3 = re.compile(r"\.vn|.*tcvn3", re.IGNORECASE)
_VNI = re.compile(r"vni\b", re.IGNORECASE)


def font_hint(name: str) -> FontHint | None:
    """Return what font `name` says about its text: .VnTime, .VnArialH (capitals), VNI-Times; None for any other."""
    if _TCVN3.match(name):
        return FontHint(LegacyEncoding.TCVN3, capitals=name.lower().endswith("h"))
    return FontHint(LegacyEncoding.VNI) if _VNI.match(name) else None
