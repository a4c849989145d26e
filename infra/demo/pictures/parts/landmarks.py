"""What stands in the landscape: the bridge and flag tower of Hiền Lương, houses, stilt houses, a buffalo."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import AMBER, BRICK, INK, STONE, WOOD, darker, lighter, rgb
from infra.demo.pictures.parts.flags import draw_flag

BRIDGE_BLUE, BRIDGE_YELLOW = rgb("#27618F"), rgb("#E9AE35")


def draw_truss_bridge(c: Canvas, *, left: float, right: float, deck: float, truss: float, water: float) -> None:
    """Draw a truss bridge on piers from `left` to `right`: blue up to the middle of the river, then yellow.

    deck, water: heights of the roadway and of the feet of the piers. truss: height of the steel above the deck.
    """
    bays = round((right - left) / (truss * 0.95))
    pitch = (right - left) / bays
    for pier in range(1, bays, 2):
        x = left + pitch * pier
        c.rect(x - 13, deck + 18, x + 13, water, rgb("#94A0A4"))
        c.rect(x + 3, deck + 18, x + 13, water, rgb("#7F8C91"))
        c.rect(x - 26, deck + 16, x + 26, deck + 32, rgb("#9AA6AA"))
        c.ellipse(x, water, 34, 6, rgb("#5E8FA3"))
        c.rect(x - 11, water, x + 11, water + 46, INK, alpha=0.1)
    for bay in range(bays):
        color = BRIDGE_BLUE if bay < bays // 2 else BRIDGE_YELLOW
        x = left + pitch * bay
        c.line([(x, deck), (x + pitch / 2, deck - truss), (x + pitch, deck)], 9, color)
        c.line([(x + pitch / 2, deck - truss), (x + pitch / 2, deck)], 5, darker(color, 0.12))
        c.line([(x, deck - truss), (x + pitch, deck - truss)], 11, color)
        c.line([(x, deck - truss * 0.3), (x + pitch, deck - truss * 0.3)], 4, lighter(color, 0.2))
    c.rect(left, deck, right, deck + 9, rgb("#5E6C73"))
    c.rect(left, deck + 9, right, deck + 20, rgb("#77868D"))


def draw_flag_tower(c: Canvas, at: Point, height: float) -> None:
    """Draw the flag tower on the north bank: a stepped plinth, a tapering column and a great flag."""
    x, y = at
    for share, level in ((0.3, 0.06), (0.22, 0.12), (0.15, 0.19)):
        c.rect(
            x - height * share,
            y - height * level,
            x + height * share,
            y - height * (level - 0.07),
            lighter(rgb("#C9BDA3"), 0.25 - share),
        )
    c.polygon(
        [
            (x - height * 0.085, y - height * 0.19),
            (x - height * 0.05, y - height * 0.62),
            (x + height * 0.05, y - height * 0.62),
            (x + height * 0.085, y - height * 0.19),
        ],
        rgb("#D9CFB8"),
    )
    c.polygon(
        [
            (x, y - height * 0.19),
            (x, y - height * 0.62),
            (x + height * 0.05, y - height * 0.62),
            (x + height * 0.085, y - height * 0.19),
        ],
        rgb("#C4B89D"),
    )
    c.rect(x - height * 0.035, y - height * 0.36, x + height * 0.035, y - height * 0.28, rgb("#B5472F"), radius=4)
    c.rect(x - height * 0.07, y - height * 0.65, x + height * 0.07, y - height * 0.61, rgb("#B9AD92"))
    c.rect(x - 4, y - height * 1.06, x + 4, y - height * 0.64, STONE)
    draw_flag(c, (x + 4, y - height * 1.05), height * 0.36)


def draw_house(c: Canvas, rng: Random, at: Point, width: float) -> None:
    """Draw a village house under a tiled roof."""
    x, y = at
    wall = rng.choice((rgb("#F1E3BF"), rgb("#DDE5DA"), rgb("#F0D2B5"), rgb("#CFE0E2")))
    roof = rng.choice((BRICK, rgb("#A8563D"), rgb("#8C5A48")))
    half = width / 2
    c.rect(x - half, y - width * 0.34, x + half, y, wall)
    c.polygon(
        [
            (x - half * 1.2, y - width * 0.32),
            (x - half * 0.8, y - width * 0.62),
            (x + half * 0.8, y - width * 0.62),
            (x + half * 1.2, y - width * 0.32),
        ],
        roof,
    )
    c.rect(x - half * 1.2, y - width * 0.335, x + half * 1.2, y - width * 0.3, darker(roof, 0.25))
    c.rect(x - width * 0.09, y - width * 0.25, x + width * 0.09, y, WOOD)
    for side in (-1, 1):
        c.rect(
            x + side * half * 0.6 - width * 0.07,
            y - width * 0.24,
            x + side * half * 0.6 + width * 0.07,
            y - width * 0.1,
            rgb("#5B93A3"),
        )


def draw_stilt_house(c: Canvas, rng: Random, at: Point, width: float) -> None:
    """Draw a highland house on stilts under thatch, with its ladder."""
    x, y = at
    half, floor = width / 2, y - width * 0.24
    wall = rng.choice((rgb("#A67A4B"), rgb("#96693F"), rgb("#B48A58")))
    thatch = rng.choice((rgb("#8C7150"), rgb("#A08558"), rgb("#7C6A52")))
    c.ellipse(x, y, half * 1.2, width * 0.04, INK, alpha=0.16)
    c.rect(x - half * 0.9, floor, x + half * 0.9, y, INK, alpha=0.16)
    for post in range(6):
        px = x - half * 0.92 + post * half * 0.368
        c.rect(px - width * 0.014, floor, px + width * 0.014, y, darker(WOOD, 0.2))
    c.rect(x - half, floor - width * 0.26, x + half, floor, wall)
    for plank in range(1, 12):
        px = x - half + plank * half / 6
        c.rect(px, floor - width * 0.26, px + 1.6, floor, darker(wall, 0.16))
    c.rect(x - half * 1.08, floor - width * 0.02, x + half * 1.08, floor + width * 0.025, darker(WOOD, 0.1))
    c.rect(x - half * 0.2, floor - width * 0.21, x + half * 0.12, floor, darker(wall, 0.5))
    c.rect(x + half * 0.42, floor - width * 0.19, x + half * 0.74, floor - width * 0.08, darker(wall, 0.45))
    c.polygon(
        [
            (x - half * 1.24, floor - width * 0.22),
            (x - half * 0.72, floor - width * 0.58),
            (x + half * 0.72, floor - width * 0.58),
            (x + half * 1.24, floor - width * 0.22),
        ],
        thatch,
    )
    for share in (0.3, 0.55, 0.78):
        inset = half * 0.52 * share
        c.rect(
            x - half * 1.2 + inset,
            floor - width * (0.22 + 0.36 * share),
            x + half * 1.2 - inset,
            floor - width * (0.22 + 0.36 * share) + 3,
            darker(thatch, 0.14),
        )
    c.rect(x - half * 1.24, floor - width * 0.235, x + half * 1.24, floor - width * 0.205, darker(thatch, 0.3))
    for rail in (-0.42, -0.28):
        c.line([(x + half * rail, y), (x + half * (rail + 0.22), floor)], width * 0.018, lighter(WOOD, 0.1))
    for rung in range(1, 5):
        share = rung / 5
        px = x + half * (-0.42 + 0.22 * share)
        c.line(
            [(px, y - width * 0.24 * share), (px + half * 0.14, y - width * 0.24 * share)],
            width * 0.016,
            lighter(WOOD, 0.1),
        )


def draw_buffalo(c: Canvas, at: Point, length: float) -> None:
    """Draw a water buffalo grazing, its head to the left."""
    x, y = at
    color = rgb("#5B5558")
    c.ellipse(x, y, length * 0.46, length * 0.045, INK, alpha=0.18)
    for leg, shade in ((-0.2, 0.25), (0.3, 0.25), (-0.26, 0.0), (0.24, 0.0)):
        c.line(
            [(x + leg * length, y - length * 0.26), (x + leg * length, y - length * 0.03)],
            length * 0.085,
            darker(color, shade),
        )
    c.blob(
        [
            (x - length * 0.34, y - length * 0.42),
            (x - length * 0.1, y - length * 0.5),
            (x + length * 0.2, y - length * 0.5),
            (x + length * 0.38, y - length * 0.42),
            (x + length * 0.38, y - length * 0.24),
            (x + length * 0.1, y - length * 0.17),
            (x - length * 0.28, y - length * 0.2),
        ],
        color,
    )
    c.wire(
        [
            (x + length * 0.38, y - length * 0.4),
            (x + length * 0.45, y - length * 0.28),
            (x + length * 0.43, y - length * 0.14),
        ],
        length * 0.024,
        darker(color, 0.2),
    )
    c.blob(
        [
            (x - length * 0.3, y - length * 0.42),
            (x - length * 0.46, y - length * 0.36),
            (x - length * 0.58, y - length * 0.16),
            (x - length * 0.52, y - length * 0.1),
            (x - length * 0.42, y - length * 0.2),
            (x - length * 0.28, y - length * 0.26),
        ],
        darker(color, 0.08),
    )
    c.wire(
        [
            (x - length * 0.42, y - length * 0.38),
            (x - length * 0.34, y - length * 0.5),
            (x - length * 0.46, y - length * 0.56),
        ],
        length * 0.03,
        rgb("#C9BFA8"),
    )
    c.ellipse(x - length * 0.37, y - length * 0.34, length * 0.055, length * 0.03, darker(color, 0.2))
    c.circle(x - length * 0.52, y - length * 0.2, length * 0.011, AMBER)
