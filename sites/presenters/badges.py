"""Units as posts and lists name them."""

from core.frontend.names import monogram
from sites.viewdata.cards import UnitBadge
from tenants.units.models.unit import Palette

SCHOOL = "Trường "


def republished_badge(name: str, palette: str, place: str, url: str = "") -> UnitBadge:
    """Return the badge of a post's unit under the name it had: "Trường TH&THCS Ba Lòng" → "TH&THCS Ba Lòng", "BL"."""
    return UnitBadge(name.removeprefix(SCHOOL), monogram(name), palette or Palette.CUA_TUNG.value, place, url)
