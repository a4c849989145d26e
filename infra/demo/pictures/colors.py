"""The colors the drawings share, and what each time of day does to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

Color: TypeAlias = tuple[int, int, int]


def rgb(code: str) -> Color:
    """Return the color written `#rrggbb`."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


@lru_cache(maxsize=4096)
def mix(first: Color, second: Color, share: float) -> Color:
    """Return `first` with `share` (0–1) of it replaced by `second`."""
    keep = 1 - share
    return (
        round(first[0] * keep + second[0] * share),
        round(first[1] * keep + second[1] * share),
        round(first[2] * keep + second[2] * share),
    )


def darker(color: Color, share: float = 0.15) -> Color:
    return mix(color, (24, 34, 58), share)


def lighter(color: Color, share: float = 0.2) -> Color:
    return mix(color, (255, 252, 240), share)


WHITE = rgb("#FCFBF6")
CREAM = rgb("#F3E2B5")
PAPER = rgb("#F7EFE0")
SAND = rgb("#DBC59C")
BEACH = rgb("#EBD3A0")
BRICK = rgb("#B5472F")
FLAME = rgb("#C73F2C")
CORAL = rgb("#D98166")
ORANGE = rgb("#EE8A33")
AMBER = rgb("#EBB043")
GOLD = rgb("#F6D32D")
FLAG_RED = rgb("#D8251C")
TEAL = rgb("#4E7F8C")
SEA = rgb("#2E7C94")
RIVER = rgb("#79B0C4")
NAVY = rgb("#22364D")
BLUE = rgb("#2F6FA5")
SKY_BLUE = rgb("#7FB9DC")
LEAF = rgb("#4B8C4F")
FOREST = rgb("#3F7A48")
GRASS = rgb("#7FA65A")
MEADOW = rgb("#668F45")
RICE = rgb("#A9BF5C")
HILL_FAR = rgb("#9DBFB2")
HILL_NEAR = rgb("#6FA28C")
WOOD = rgb("#8A5A36")
BARK = rgb("#6B4A30")
SOIL = rgb("#8B6243")
STONE = rgb("#8E989C")
PLUM = rgb("#77588C")
ROSE = rgb("#E39AA5")
INK = rgb("#2A2522")

BOOKS = (BRICK, CORAL, AMBER, LEAF, rgb("#3D6B66"), rgb("#3E79A8"), PLUM, rgb("#C9A06A"))
BRIGHT = (FLAME, AMBER, BLUE, LEAF, ORANGE, PLUM, ROSE, rgb("#47A3A0"))


@dataclass(frozen=True, kw_only=True)
class Light:
    """One time of day. `tint` is laid over every color with `strength`; `phrase` names it in Vietnamese.

    has_lamps: windows shine.
    """

    top: Color
    bottom: Color
    sun: Color
    cloud: Color
    tint: Color
    strength: float
    phrase: str
    has_lamps: bool = False

    def ink(self, color: Color) -> Color:
        return mix(color, self.tint, self.strength)

    def haze(self, color: Color, distance: float) -> Color:
        """Return `color` as seen through `distance` (0–1) of this air."""
        return mix(color, self.bottom, distance)


LIGHTS: Mapping[str, Light] = MappingProxyType(
    {
        "morning": Light(
            top=rgb("#AAD6EC"),
            bottom=rgb("#E9F1E6"),
            sun=rgb("#FFF1CC"),
            cloud=rgb("#FBFDFB"),
            tint=rgb("#FFE9C4"),
            strength=0.05,
            phrase="buổi sáng",
        ),
        "noon": Light(
            top=rgb("#8ECBEA"),
            bottom=rgb("#D9EEF3"),
            sun=rgb("#FFF6D6"),
            cloud=rgb("#FDFEFE"),
            tint=rgb("#FFFFFF"),
            strength=0.02,
            phrase="vào một ngày nắng",
        ),
        "afternoon": Light(
            top=rgb("#BBDDE3"),
            bottom=rgb("#F4E8D2"),
            sun=rgb("#FFE9B8"),
            cloud=rgb("#FEF8EC"),
            tint=rgb("#FFD79A"),
            strength=0.09,
            phrase="buổi chiều",
        ),
        "sunset": Light(
            top=rgb("#F4BE82"),
            bottom=rgb("#F9D49B"),
            sun=rgb("#FFF6D2"),
            cloud=rgb("#FCDDB4"),
            tint=rgb("#F29A55"),
            strength=0.15,
            phrase="lúc mặt trời xuống thấp",
        ),
        "overcast": Light(
            top=rgb("#B4C9D2"),
            bottom=rgb("#E4EAE6"),
            sun=rgb("#EFF2EE"),
            cloud=rgb("#E9EEEE"),
            tint=rgb("#AEBFC6"),
            strength=0.12,
            phrase="vào một ngày nhiều mây",
        ),
        "evening": Light(
            top=rgb("#213D66"),
            bottom=rgb("#7F7FA3"),
            sun=rgb("#FFF3CF"),
            cloud=rgb("#4B5F8C"),
            tint=rgb("#2C3F6E"),
            strength=0.3,
            phrase="buổi tối",
            has_lamps=True,
        ),
    }
)
