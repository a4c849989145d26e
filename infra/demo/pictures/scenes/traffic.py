"""The way to school: the crossing before the gate, bicycles and helmets."""

from dataclasses import replace
from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point
from infra.demo.pictures.colors import (
    AMBER,
    BLUE,
    BRIGHT,
    FLAME,
    LEAF,
    ORANGE,
    STONE,
    WHITE,
    Color,
    darker,
    lighter,
    rgb,
)
from infra.demo.pictures.parts.buildings import draw_school
from infra.demo.pictures.parts.crowds import add_walkers
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_sign
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_hills, draw_sky
from infra.demo.pictures.parts.people import Person, pupil, teacher
from infra.demo.pictures.parts.plants import draw_bush
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.parts.vehicles import draw_bicycle, draw_car, draw_motorbike
from infra.demo.pictures.plan import Plan, Scene

HELMETS = (FLAME, AMBER, BLUE, LEAF, ORANGE, rgb("#E58FA0"))


def draw_traffic(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the road before the school gate: pupils on the crossing, or on bicycles with helmets."""
    horizon = 400
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=90)
    c.rect(0, horizon + 12, WIDTH, HEIGHT, rgb("#86AB62"))
    draw_school(c, rng, rng.choice(("hip", "corridor")), (rng.uniform(330, 470), 520), rng.uniform(740, 820))
    for x in spread(rng, 4, 20, 1580, jitter=0.2):
        draw_tree(c, rng, rng.choice(("round", "flame", "terminalia", "areca")), (x, 540), rng.uniform(220, 280))
    _gate(c, rng)
    c.rect(0, 590, WIDTH, 640, rgb("#CFC6B4"))
    c.rect(0, 634, WIDTH, 646, rgb("#A39C8E"))
    c.rect(0, 646, WIDTH, 850, rgb("#6E757B"))
    c.rect(0, 850, WIDTH, HEIGHT, rgb("#CFC6B4"))
    c.rect(0, 846, WIDTH, 856, rgb("#A39C8E"))
    stage = Depth()
    if plan.variant == "crossing":
        _crossing(c, rng, stage, plan.people)
    else:
        _cyclists(c, rng, stage, plan.people)
    stage.draw()


def _gate(c: Canvas, rng: Random) -> None:
    """Draw the school's wall and its gate under a nameless board."""
    wall = rng.choice((rgb("#EBDCB6"), rgb("#E3E3D2")))
    c.polygon([(730, 518), (860, 518), (960, 600), (640, 600)], rgb("#D8C7A2"))
    for left, right in ((-10, 640), (960, 1610)):
        c.rect(left, 528, right, 600, wall)
        c.rect(left, 522, right, 532, darker(wall, 0.18))
        for x in range(int(left) + 30, int(right) - 20, 26):
            c.rect(x, 542, x + 10, 586, darker(wall, 0.14))
    for x in (640, 960):
        c.rect(x - 26, 436, x + 26, 604, lighter(wall, 0.3))
        c.rect(x - 32, 428, x + 32, 444, rgb("#B5472F"))
    c.rect(612, 384, 988, 430, rgb("#2F5D83"), radius=5)
    for x, width in ((670, 60), (742, 92), (846, 70)):
        c.rect(x, 400, x + width, 414, rgb("#F3E2B5"), radius=4)


def _crossing(c: Canvas, rng: Random, stage: Depth, count: int) -> None:
    for stripe in range(7):
        left = 560 + stripe * 72
        c.polygon(
            [(left, 650), (left + 42, 650), (left + 30 + (stripe - 3) * 14, 846), (left - 22 + (stripe - 3) * 14, 846)],
            WHITE,
        )
    stage.add(640, _traffic_light, c, (500, 640))
    stage.add(642, draw_sign, c, (1196, 634), 176, color=BLUE, shape="square")
    stage.add(700, draw_car, c, (230, 806), 350, rng.choice((rgb("#4A90C0"), AMBER, rgb("#D9D4C7"), rgb("#5E9E8C"))))
    stage.add(744, _parent, c, rng, (1430, 814))
    guard = replace(
        teacher(rng, height=218, in_ao_dai=False),
        top=rgb("#B99B4E"),
        bottom=rgb("#6B5B34"),
        hat="cap",
        hat_color=rgb("#B99B4E"),
    )
    stage.add(720, _guard, c, guard, (1096, 760))
    places = [
        (x, y)
        for x, y in zip(spread(rng, count, 560, 1020, jitter=0.06), (742, 800, 760, 816, 736, 790, 770), strict=False)
    ]
    add_walkers(c, rng, stage, places=places, height=172, view=rng.choice(("right", "left")), hat=0.2)
    stage.add(899, draw_bush, c, rng, (90, 905), 60)
    stage.add(899, draw_bush, c, rng, (1510, 905), 66)


def _parent(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a grown-up with a helmet riding away on a motorbike."""
    draw_motorbike(c, at, 210, rng.choice((FLAME, BLUE)))
    look = replace(teacher(rng, height=186, in_ao_dai=False), hat="helmet", hat_color=rng.choice(HELMETS))
    draw_person(c, look, (at[0] - 16, at[1] - 34), arms=("bars", "bars"), legs="ride", view="right", shadow=False)


def _guard(c: Canvas, person: Person, at: Point) -> None:
    hands = draw_person(c, person, at, arms=("out", "up"))
    c.line([hands.near, (hands.near[0] + 2, hands.near[1] - 52)], 11, WHITE)
    c.line([(hands.near[0] + 1, hands.near[1] - 24), (hands.near[0] + 2, hands.near[1] - 40)], 11, FLAME)


def _traffic_light(c: Canvas, at: Point) -> None:
    x, y = at
    c.rect(x - 5, y - 190, x + 5, y, STONE)
    c.rect(x - 24, y - 282, x + 24, y - 178, rgb("#3B4650"), radius=10)
    with c.lit():
        for step, color in enumerate((rgb("#E5483A"), rgb("#6B5B34"), rgb("#3C5B44"))):
            c.circle(x, y - 262 + step * 32, 12, color)


def _cyclists(c: Canvas, rng: Random, stage: Depth, count: int) -> None:
    for dash in range(30, 1600, 150):
        c.rect(dash, 744, dash + 84, 752, rgb("#F1E9D2"))
    stage.add(642, draw_sign, c, (420, 632), 170, color=BLUE, shape="square")
    stage.add(642, draw_sign, c, (1220, 632), 170, color=FLAME, shape="triangle")
    for i, x in enumerate(spread(rng, count, 150, 1450, jitter=0.1)):
        y = 722 if i % 2 else 832
        stage.add(y, _cyclist, c, rng, (x, y), 176 if i % 2 else 208, HELMETS[(i + count) % len(HELMETS)])


def _cyclist(c: Canvas, rng: Random, at: Point, length: float, helmet: Color) -> None:
    """Draw a pupil on a bicycle; those in the far lane ride to the left, since the road is driven on the right."""
    if at[1] < 748:
        with c.flipped(at[0]):
            _ride(c, rng, at, length, helmet)
    else:
        _ride(c, rng, at, length, helmet)


def _ride(c: Canvas, rng: Random, at: Point, length: float, helmet: Color) -> None:
    x, y = at
    look = replace(pupil(rng, height=length * 1.14), hat="helmet", hat_color=helmet)
    draw_bicycle(c, at, length, rng.choice(BRIGHT))
    draw_person(
        c, look, (x - length * 0.1, y - length * 0.2), arms=("bars", "bars"), legs="ride", view="right", shadow=False
    )
    c.rect(
        x - length * 0.27,
        y - length * 0.96,
        x - length * 0.11,
        y - length * 0.66,
        rng.choice((FLAME, BLUE, LEAF)),
        radius=length * 0.05,
    )


SCENE = Scene(
    draw=draw_traffic,
    people=(4, 6),
    has_handedness=True,
    sentences={
        "crossing": "{people} học sinh đeo cặp đi trên vạch sang đường trước cổng trường {time}, "
        "một cảnh sát giao thông giơ gậy dừng xe.",
        "bicycles": "{people} học sinh đội mũ bảo hiểm đi xe đạp trên đường trước cổng trường {time}.",
    },
)
