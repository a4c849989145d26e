"""Drawing lessons."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import (
    AMBER,
    BLUE,
    BRIGHT,
    FLAME,
    WHITE,
    WOOD,
    darker,
    lighter,
    rgb,
)
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.furniture import draw_table
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_flowers, draw_ground, draw_hills, draw_sky
from infra.demo.pictures.parts.paintings import draw_painting, hang_paintings
from infra.demo.pictures.parts.people import in_colors, pupil, teacher
from infra.demo.pictures.parts.plants import draw_bush, draw_pot_plant
from infra.demo.pictures.parts.rooms import draw_room, draw_view
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_art(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw pupils at easels, in the art room or out in the open."""
    stage = Depth()
    if plan.variant == "room":
        _art_room(c, rng)
    else:
        horizon = 480
        draw_sky(c, rng, horizon=horizon)
        draw_hills(c, rng, horizon=horizon, rise=150)
        draw_ground(c, rng, top=horizon + 14, color=rgb("#7FA95C"))
        draw_flowers(c, rng, area=(30, 600, 1570, 720), colors=(WHITE, AMBER, FLAME, rgb("#C58FC0")), count=34)
        stage.add(640, draw_tree, c, rng, rng.choice(("flame", "round")), (120, 660), 430)
        stage.add(640, draw_tree, c, rng, rng.choice(("round", "bamboo")), (1500, 640), 360)
        stage.add(642, draw_bush, c, rng, (1330, 640), 54)
    places = spread(rng, plan.people, 150, 1330, jitter=0.1)
    for i, x in enumerate(places):
        y = 860 if i % 2 else 778
        stage.add(y, _painter, c, rng, (x, y), 222 if i % 2 else 196, i)
    stage.add(744, draw_person, c, teacher(rng, height=256), (1450, 756), arms=("down", "ahead"), view="left")
    stage.draw()


def _art_room(c: Canvas, rng: Random) -> None:
    floor = 610
    draw_room(c, rng, floor=floor)
    draw_view(c, rng, (110, 150, 400, 410))
    hang_paintings(c, rng, left=470, right=1560, y=190)
    draw_table(c, 520, 900, floor + 24, 120, lighter(WOOD, 0.2))
    for step in range(5):
        x = 560 + step * 70
        c.rect(x - 15, floor - 134, x + 15, floor - 96, rng.choice(BRIGHT), radius=5)
        for lean in (-8, 0, 8):
            c.line([(x + lean * 0.4, floor - 128), (x + lean, floor - 172)], 4, rng.choice((WOOD, BLUE, FLAME)))
    draw_pot_plant(c, rng, (1080, floor + 26), 150)


def _painter(c: Canvas, rng: Random, at: Point, height: float, turn: int) -> None:
    """Draw a pupil standing at an easel with brush and palette."""
    x, y = at
    easel = x + height * 0.52
    for foot in (-0.26, 0.26):
        c.line([(easel, y - height * 1.06), (easel + foot * height, y)], height * 0.035, WOOD)
    area = (easel - height * 0.33, y - height * 0.98, easel + height * 0.33, y - height * 0.46)
    draw_painting(c, rng, area, turn)
    c.rect(easel - height * 0.36, y - height * 0.46, easel + height * 0.36, y - height * 0.42, darker(WOOD, 0.15))
    look = pupil(rng, height=height)
    if rng.random() < 0.5:
        look = in_colors(look, rng)
    hands = draw_person(c, look, at, arms=("low", "ahead"), view="right")
    c.line([hands.near, (hands.near[0] + height * 0.12, hands.near[1] - height * 0.1)], height * 0.025, rgb("#C98D5E"))
    px, py = hands.far
    c.ellipse(px - height * 0.02, py, height * 0.13, height * 0.08, rgb("#E4C99B"))
    for dx, color in ((-0.06, FLAME), (0.0, BLUE), (0.05, AMBER)):
        c.circle(px - height * 0.02 + dx * height, py - height * 0.015, height * 0.02, color)


SCENE = Scene(
    draw=draw_art,
    people=(4, 6),
    sentences={
        "room": "{people} học sinh đứng vẽ bên giá vẽ trong phòng mỹ thuật {time}, tranh của các em treo thành dây.",
        "open": "{people} học sinh đứng vẽ bên giá vẽ trên bãi cỏ {time}, trước mặt là đồi núi.",
    },
)
