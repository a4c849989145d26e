"""Parts of buildings: plinth, windows, doors, tiled roofs, and the paints they come in."""

from dataclasses import dataclass

from infra.demo.pictures.canvas import Canvas
from infra.demo.pictures.colors import BRICK, CREAM, INK, TEAL, WHITE, Color, darker, lighter, rgb

GLASS = rgb("#5B93A3")
LAMP_LIGHT = rgb("#F3CB73")


@dataclass(frozen=True, kw_only=True)
class Paint:
    wall: Color
    roof: Color
    trim: Color
    shutter: Color


PAINTS = (
    Paint(wall=CREAM, roof=BRICK, trim=rgb("#FBF3E0"), shutter=TEAL),
    Paint(wall=rgb("#F4D58A"), roof=rgb("#A8432F"), trim=rgb("#FBF0D2"), shutter=rgb("#3F7F6A")),
    Paint(wall=rgb("#EFE6D2"), roof=rgb("#B8573A"), trim=WHITE, shutter=rgb("#4573A0")),
    Paint(wall=rgb("#DDE6D0"), roof=rgb("#9E4A38"), trim=rgb("#F8F7EC"), shutter=rgb("#5B8467")),
    Paint(wall=rgb("#F2CFA8"), roof=rgb("#8F4636"), trim=rgb("#FBEEDD"), shutter=rgb("#4F7C8E")),
)


def draw_plinth(c: Canvas, left: float, right: float, y: float, rise: float) -> None:
    """Draw the plinth a building stands on, so that it meets the ground."""
    c.rect(left - rise * 0.8, y - rise * 0.5, right + rise * 0.8, y, rgb("#C6AE82"))
    c.rect(left, y - rise, right, y - rise * 0.5, rgb("#D8C49B"))


def draw_window(
    c: Canvas, left: float, top: float, right: float, bottom: float, *, frame: Color, glass: Color = GLASS
) -> None:
    """Draw a casement window with a crossing glint of sky."""
    c.rect(left - 3, top - 3, right + 3, bottom + 3, frame)
    width = right - left
    if c.light.has_lamps:
        with c.lit():
            c.rect(left, top, right, bottom, LAMP_LIGHT)
    else:
        c.rect(left, top, right, bottom, glass)
        c.polygon([(left, top), (left + width * 0.5, top), (left, top + (bottom - top) * 0.55)], lighter(glass, 0.16))
    middle = (left + right) / 2
    c.rect(middle - 2, top, middle + 2, bottom, frame)
    c.rect(left - 6, bottom + 2, right + 6, bottom + 8, darker(frame, 0.1))


def draw_door(c: Canvas, left: float, top: float, right: float, bottom: float, *, color: Color) -> None:
    c.rect(left, top, right, bottom, color)
    middle = (left + right) / 2
    c.rect(middle - 1.5, top, middle + 1.5, bottom, darker(color, 0.3))
    for x in (left, middle + 1.5):
        wide = (right - left) / 2
        c.rect(
            x + wide * 0.18,
            top + (bottom - top) * 0.1,
            x + wide * 0.75,
            top + (bottom - top) * 0.42,
            lighter(color, 0.14),
        )
        c.rect(
            x + wide * 0.18,
            top + (bottom - top) * 0.52,
            x + wide * 0.75,
            bottom - (bottom - top) * 0.08,
            darker(color, 0.08),
        )


def draw_hip_roof(c: Canvas, left: float, right: float, eaves: float, height: float, color: Color) -> None:
    """Draw a tiled roof that overhangs the walls, with rows of tiles and a shaded eave."""
    over = height * 0.32
    c.polygon(
        [
            (left - over, eaves),
            (left + height * 0.7, eaves - height),
            (right - height * 0.7, eaves - height),
            (right + over, eaves),
        ],
        color,
    )
    for share in (0.28, 0.52, 0.76):
        inset = (over + height * 0.7) * share - over + 4
        c.rect(
            left + inset, eaves - height * share - 1, right - inset, eaves - height * share + 1.5, darker(color, 0.13)
        )
    c.rect(
        left + height * 0.66,
        eaves - height - 5,
        right - height * 0.66,
        eaves - height + 4,
        darker(color, 0.2),
        radius=4,
    )
    c.rect(left - over, eaves - 2, right + over, eaves + 6, darker(color, 0.25))
    c.rect(left, eaves + 6, right, eaves + 20, INK, alpha=0.12)
