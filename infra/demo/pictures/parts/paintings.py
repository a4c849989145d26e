"""Children's paintings, on easels and hung on a line."""

from random import Random

from infra.demo.pictures.canvas import Area, Canvas
from infra.demo.pictures.colors import AMBER, BLUE, FLAME, LEAF, PLUM, RIVER, WHITE, mix, rgb
from infra.demo.pictures.parts.flags import star_points


def hang_paintings(c: Canvas, rng: Random, *, left: float, right: float, y: float) -> None:
    """Hang paintings with pegs on a line that sags a little between `left` and `right`."""
    middle, half = (left + right) / 2, (right - left) / 2
    c.wire([(left, y), (middle, y + 24), (right, y)], 3, rgb("#8A7A66"))
    count = round((right - left) / 182)
    first = rng.randrange(4)
    for i in range(count):
        x = left + (right - left) * (i + 0.5) / count
        top = y + 24 * (1 - ((x - middle) / half) ** 2) + 2
        draw_painting(c, rng, (x - 66, top, x + 66, top + 100), i + first)
        c.rect(x - 5, top - 10, x + 5, top + 10, AMBER)


def draw_painting(c: Canvas, rng: Random, area: Area, subject: int) -> None:
    """Draw a child's painting: a house, the sea, flowers, or hills with a sun."""
    left, top, right, bottom = area
    c.rect(left, top, right, bottom, WHITE)
    w, h = right - left, bottom - top
    x0, y0 = left + w * 0.06, top + h * 0.07
    x1, y1 = right - w * 0.06, bottom - h * 0.07
    c.rect(x0, y0, x1, y1, rng.choice((rgb("#CDE6F0"), rgb("#FBE9C4"), rgb("#E3EFD6"))))
    c.circle(x1 - w * 0.16, y0 + h * 0.2, h * 0.1, rng.choice((AMBER, FLAME)))
    if subject % 4 == 0:
        c.rect(x0, y1 - h * 0.2, x1, y1, LEAF)
        c.rect(x0 + w * 0.16, y1 - h * 0.46, x0 + w * 0.5, y1 - h * 0.14, AMBER)
        c.polygon([(x0 + w * 0.1, y1 - h * 0.44), (x0 + w * 0.33, y1 - h * 0.7), (x0 + w * 0.56, y1 - h * 0.44)], FLAME)
    elif subject % 4 == 1:
        c.rect(x0, y1 - h * 0.34, x1, y1, RIVER)
        c.polygon(
            [
                (x0 + w * 0.2, y1 - h * 0.3),
                (x0 + w * 0.66, y1 - h * 0.3),
                (x0 + w * 0.56, y1 - h * 0.16),
                (x0 + w * 0.3, y1 - h * 0.16),
            ],
            FLAME,
        )
        c.polygon(
            [(x0 + w * 0.42, y1 - h * 0.7), (x0 + w * 0.42, y1 - h * 0.34), (x0 + w * 0.62, y1 - h * 0.34)], WHITE
        )
    elif subject % 4 == 2:
        for share, color in ((0.2, PLUM), (0.44, FLAME), (0.66, BLUE)):
            c.line([(x0 + w * share, y1), (x0 + w * share, y1 - h * 0.42)], h * 0.03, LEAF)
            c.polygon(star_points(x0 + w * share, y1 - h * 0.46, h * 0.15, tips=6, inner=0.6), color)
            c.circle(x0 + w * share, y1 - h * 0.46, h * 0.05, AMBER)
    else:
        c.polygon([(x0, y1), (x0 + w * 0.28, y1 - h * 0.5), (x0 + w * 0.56, y1)], mix(LEAF, BLUE, 0.3))
        c.polygon([(x0 + w * 0.34, y1), (x0 + w * 0.62, y1 - h * 0.38), (x1, y1)], LEAF)
