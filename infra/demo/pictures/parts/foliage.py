"""What every tree has: a shadow, a trunk, one of the greens."""

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import BARK, FOREST, INK, Color, rgb

GREENS = (FOREST, rgb("#4A8A55"), rgb("#5C9650"), rgb("#38735A"))


def draw_shadow(c: Canvas, at: Point, width: float) -> None:
    c.ellipse(at[0], at[1], width, width * 0.13, INK, alpha=0.15)


def draw_trunk(c: Canvas, at: Point, height: float, width: float, color: Color = BARK) -> None:
    x, y = at
    c.polygon(
        [(x - width * 0.62, y), (x - width * 0.4, y - height), (x + width * 0.4, y - height), (x + width * 0.62, y)],
        color,
    )
