"""Volunteer days: sweeping the village road, bringing presents."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import AMBER, BLUE, BRIGHT, FLAME, LEAF, ORANGE, SAND, WHITE, rgb
from infra.demo.pictures.parts.crowds import add_person
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.frame import View
from infra.demo.pictures.parts.landmarks import draw_house
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_flowers, draw_ground, draw_hills, draw_sky
from infra.demo.pictures.parts.people import Person, in_colors, pupil, volunteer
from infra.demo.pictures.parts.plants import draw_bush
from infra.demo.pictures.parts.props import draw_bin, draw_box, draw_broom
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_volunteer_day(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw young volunteers in blue: sweeping the village road, or bringing presents to a village."""
    horizon = 460
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=130)
    draw_ground(c, rng, top=horizon + 12, color=rgb("#82AA60"))
    for x in spread(rng, 3, 160, 1440, jitter=0.2):
        draw_house(c, rng, (x, 580), rng.uniform(230, 290))
    stage = Depth()
    for x in spread(rng, 4, 20, 1580, jitter=0.3):
        stage.add(
            590,
            draw_tree,
            c,
            rng,
            rng.choice(("areca", "banana", "round", "flame", "coconut")),
            (x, 610),
            rng.uniform(250, 330),
        )
        stage.add(596, draw_bush, c, rng, (x + rng.uniform(70, 150), 606), rng.uniform(30, 46))
    stage.draw()
    road = rng.choice((rgb("#C9BEA8"), rgb("#BDB5A4"), SAND))
    c.ridge([(-20, 668), (500, 654), (1100, 662), (1640, 652)], rgb("#9DB277"), bottom=700)
    c.ridge([(-20, 690), (500, 678), (1100, 686), (1640, 676)], road)
    c.ridge([(-20, 872), (500, 864), (1100, 872), (1640, 862)], rgb("#7FA65A"))
    draw_flowers(c, rng, area=(30, 640, 1570, 664), colors=(FLAME, AMBER, WHITE), count=20)
    work = Depth()
    (_clean_up if plan.variant == "cleaning" else _presents)(c, rng, work, plan.people)
    work.draw()


def _clean_up(c: Canvas, rng: Random, stage: Depth, count: int) -> None:
    for x, color in zip((180.0, 276.0), rng.sample((LEAF, BLUE, AMBER, ORANGE), 2), strict=True):
        stage.add(764, draw_bin, c, (x, 764), 118, color)
    for i, x in enumerate(spread(rng, count, 380, 1440, jitter=0.14)):
        y = rng.uniform(770, 846)
        stage.add(y, _cleaner, c, rng, volunteer(rng, height=206), (x, y), i)
    for _ in range(9):
        x, y = rng.uniform(380, 1480), rng.uniform(790, 852)
        stage.add(y, c.ellipse, x, y, 9, 4, rng.choice((rgb("#B98A45"), rgb("#A86B3C"), rgb("#8FA650"))))


def _cleaner(c: Canvas, rng: Random, look: Person, at: Point, turn: int) -> None:
    to_right = rng.random() < 0.5
    view: View = "right" if to_right else "left"
    if turn % 3 == 2:
        hands = draw_person(c, look, at, arms=("down", "low"), view="front")
        x, y = hands.far[0] - 10, hands.far[1]
        c.blob([(x - 6, y), (x + 10, y), (x + 26, y + 50), (x, y + 66), (x - 26, y + 48)], rgb("#5B7F8F"))
        return
    hands = draw_person(c, look, at, arms=("ahead", "ahead"), legs="walk" if turn % 3 else "stand", view=view)
    draw_broom(c, hands.near, look.height * 0.78, to_right=to_right)


def _presents(c: Canvas, rng: Random, stage: Depth, count: int) -> None:
    for x, y, size in ((196.0, 760.0, 96), (286.0, 770.0, 80), (232.0, 700.0, 74)):
        stage.add(y if y > 700 else 761, draw_box, c, (x, y), size, ribbon=rng.choice(BRIGHT))
    places = spread(rng, count, 380, 1400, jitter=0.1)
    for i, x in enumerate(places):
        y = rng.uniform(782, 842)
        if i % 2:
            look: Person = pupil(rng, height=158, scarf=False)
            add_person(c, stage, in_colors(look, rng), (x - 40, y), arms=("ahead", "ahead"), view="left")
        else:
            stage.add(y, _giver, c, rng, volunteer(rng, height=208), (x, y))


def _giver(c: Canvas, rng: Random, look: Person, at: Point) -> None:
    hands = draw_person(c, look, at, arms=("ahead", "ahead"), view="right")
    draw_box(
        c,
        (hands.near[0] + 18, hands.near[1] + 20),
        54,
        rng.choice((rgb("#F1E3BF"), rgb("#F3C2B3"), rgb("#BFDCE0"))),
        ribbon=rng.choice((FLAME, BLUE, LEAF)),
    )


SCENE = Scene(
    draw=draw_volunteer_day,
    people=(5, 7),
    sentences={
        "cleaning": "{people} thanh niên tình nguyện áo xanh quét dọn đường làng {time}, bên đường là nhà dân và cây.",
        "presents": "Thanh niên tình nguyện áo xanh trao quà cho các em nhỏ trên đường làng {time}.",
    },
)
