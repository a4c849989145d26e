"""Festivals: the lantern night of mid-autumn, the fair before Tết."""

from random import Random

from infra.demo.pictures.canvas import WIDTH, Canvas, Point
from infra.demo.pictures.colors import AMBER, BLUE, BRIGHT, FLAME, INK, SAND, WHITE, WOOD, Color, darker, lighter, rgb
from infra.demo.pictures.parts.buildings import draw_school
from infra.demo.pictures.parts.crowds import add_person
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_bunting, draw_lantern
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_hills, draw_sky, draw_yard
from infra.demo.pictures.parts.people import Person, pupil, teacher
from infra.demo.pictures.parts.props import draw_flagstick, draw_star_lamp
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_festival(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the lantern night of mid-autumn, or the spring fair before Tết."""
    if plan.variant == "lanterns":
        _lantern_night(c, rng, plan.people)
    else:
        _spring_fair(c, rng, plan.people)


def _lantern_night(c: Canvas, rng: Random, count: int) -> None:
    horizon = 560
    draw_sky(c, rng, horizon=horizon, sun=False, clouds=3)
    for _ in range(60):
        c.circle(rng.uniform(0, WIDTH), rng.uniform(0, 360), rng.uniform(1, 2.4), rgb("#F3EFD8"))
    moon = rng.uniform(1080, 1350)
    with c.lit():
        c.glow(moon, 170, 190, c.light.sun)
        c.circle(moon, 170, 84, c.light.sun)
        for dx, dy, r in ((-22, -18, 15), (26, 8, 20), (-8, 34, 11)):
            c.circle(moon + dx, 170 + dy, r, darker(c.light.sun, 0.07))
    draw_hills(c, rng, horizon=horizon, rise=120)
    draw_yard(c, top=horizon + 14, color=rgb("#A08D86"))
    draw_school(
        c,
        rng,
        rng.choice(("hip", "corridor", "village")),
        (rng.uniform(200, 380), horizon + 40),
        rng.uniform(880, 1000),
    )
    stage = Depth()
    stage.add(600, draw_tree, c, rng, "round", (90, 690), 400)
    stage.add(600, draw_tree, c, rng, "terminalia", (1520, 690), 410)
    stage.draw()
    for row, y in enumerate((230, 320)):
        _lantern_string(c, y, row)
    for i, x in enumerate(spread(rng, count, 170, 1430, jitter=0.16)):
        _lamp_bearer(c, rng, (x, rng.uniform(800, 862)), BRIGHT[i % len(BRIGHT)])


def _lantern_string(c: Canvas, y: float, row: int) -> None:
    def sag(x: float) -> float:
        return y + 50 * (1 - ((x - 800) / 860) ** 2)

    c.line([(x, sag(x)) for x in range(-60, 1700, 40)], 2.6, rgb("#5A4A3A"))
    with c.lit():
        for i, x in enumerate(range(80 + row * 90, 1600, 180)):
            draw_lantern(c, (x, sag(x) + 12), 32, BRIGHT[(i + row * 3) % len(BRIGHT)], is_star=(i + row) % 2 == 0)


def _lamp_bearer(c: Canvas, rng: Random, at: Point, color: Color) -> None:
    look = pupil(rng, height=178, scarf=False)
    hands = draw_person(c, look, at, arms=("down", "wave"), view="front")
    with c.lit():
        draw_star_lamp(c, hands.near, 26, color)


def _spring_fair(c: Canvas, rng: Random, count: int) -> None:
    horizon = 520
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=120)
    draw_yard(c, top=horizon + 14, color=rng.choice((SAND, rgb("#D9C7A6"))))
    draw_school(c, rng, rng.choice(("hip", "corridor")), (rng.uniform(260, 400), horizon + 30), rng.uniform(860, 960))
    draw_bunting(c, rng, (-20, 170), (1620, 150), sag=90)
    awnings = rng.sample(BRIGHT, 3)
    for x, color in zip((330.0, 800.0, 1270.0), awnings, strict=True):
        _stall(c, rng, (x + rng.uniform(-20, 20), 716), color)
    for edge in (60, 1540):
        _blossom(c, rng, (edge, 800), 330)
    stage = Depth()
    for x in spread(rng, count, 170, 1430):
        y = rng.uniform(800, 866)
        if rng.random() < 0.35:
            look = pupil(rng, height=172)
            stage.add(y, _flag_waver, c, rng, look, (x, y))
        else:
            add_person(
                c,
                stage,
                pupil(rng, height=172),
                (x, y),
                arms=rng.choice((("down", "ahead"), ("hold", "hold"), ("down", "wave"))),
                view=rng.choice(("back", "left", "right", "front")),
            )
    stage.draw()


def _flag_waver(c: Canvas, rng: Random, look: Person, at: Point) -> None:
    hands = draw_person(c, look, at, arms=("down", "wave"))
    draw_flagstick(c, hands.near, 46, rng.choice((FLAME, AMBER, BLUE)))


def _stall(c: Canvas, rng: Random, at: Point, color: Color) -> None:
    """Draw a market stall under a striped awning, a teacher behind it and wares on it."""
    x, y = at
    for side in (-1, 1):
        c.rect(x + side * 165 - 5, y - 230, x + side * 165 + 5, y, WOOD)
    draw_person(c, teacher(rng, height=186), (x + rng.uniform(-70, 70), y - 10), arms=("down", "wave"), shadow=False)
    c.rect(x - 176, y - 80, x + 176, y, lighter(WOOD, 0.25))
    c.rect(x - 176, y - 80, x + 176, y - 66, lighter(WOOD, 0.45))
    for step in range(6):
        ware = x - 150 + step * 60
        tone = rng.choice((rgb("#5E8F4C"), FLAME, AMBER, rgb("#E58FA0")))
        c.rect(ware - 18, y - 104, ware + 18, y - 80, tone, radius=5)
        c.rect(ware - 3, y - 104, ware + 3, y - 80, lighter(tone, 0.4))
    for stripe in range(8):
        left = x - 196 + stripe * 49
        tone = color if stripe % 2 == 0 else WHITE
        c.polygon(
            [
                (left + 12 - stripe * 3, y - 276),
                (left + 55 - stripe * 3, y - 276),
                (left + 49, y - 216),
                (left, y - 216),
            ],
            tone,
        )
        c.chord(left + 24.5, y - 217, 24.5, 22, (0, 180), tone)
    c.rect(x - 190, y, x + 190, y + 7, INK, alpha=0.14)


def _blossom(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw an apricot or peach tree in flower in a big pot."""
    x, y = at
    bloom = rng.choice((rgb("#F5CE4A"), rgb("#F2A0B2")))
    c.ellipse(x, y, 80, 12, INK, alpha=0.16)
    for dx, share in ((-0.3, 0.8), (0.28, 0.85), (-0.1, 1.0), (0.12, 0.95), (-0.36, 0.58), (0.38, 0.6)):
        tip = (x + dx * height, y - height * share)
        c.wire(
            [(x, y - height * 0.2), (x + dx * height * 0.3, y - height * (0.25 + share * 0.25)), tip], 7, rgb("#6B4A30")
        )
        for _ in range(11):
            along = rng.uniform(0.35, 1.05)
            px, py = (
                x + dx * height * along + rng.uniform(-24, 24),
                y - height * (0.2 + (share - 0.2) * along) + rng.uniform(-20, 20),
            )
            c.circle(px, py, rng.uniform(7, 11), bloom)
            c.circle(px, py, 3, lighter(bloom, 0.6))
    c.polygon([(x - 62, y - 74), (x + 62, y - 74), (x + 46, y), (x - 46, y)], rgb("#3E79A8"))
    c.rect(x - 68, y - 84, x + 68, y - 66, rgb("#2F6690"), radius=5)


SCENE = Scene(
    draw=draw_festival,
    people=(6, 9),
    evening=("lanterns",),
    sentences={
        "lanterns": "{people} học sinh cầm đèn ông sao trong sân trường dưới trăng rằm, "
        "trên đầu là những dây đèn lồng.",
        "fair": "{people} học sinh đi hội chợ xuân trong sân trường {time}, có ba gian hàng mái sọc và chậu hoa Tết.",
    },
)
