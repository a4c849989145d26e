"""The kindergarten yard."""

import math
from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Canvas
from infra.demo.pictures.colors import AMBER, BRIGHT, FLAME, GRASS, SAND, WHITE, lighter, mix, rgb
from infra.demo.pictures.parts.buildings import draw_school
from infra.demo.pictures.parts.crowds import add_person
from infra.demo.pictures.parts.frame import View
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_flowers, draw_hills, draw_sky
from infra.demo.pictures.parts.people import teacher, toddler
from infra.demo.pictures.parts.playground import PLAYTHINGS, draw_plaything
from infra.demo.pictures.parts.props import draw_ball
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene

GAMES: tuple[tuple[str, View, tuple[str, str]], ...] = (
    ("run", "right", ("back", "pump")),
    ("run", "left", ("back", "pump")),
    ("stand", "front", ("cheer", "cheer")),
    ("walk", "left", ("swing", "ahead")),
    ("stand", "back", ("down", "wave")),
)


def draw_kindergarten(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw small children at play before their bright houses."""
    horizon = 500
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=110)
    for x in spread(rng, 4, 0, WIDTH, jitter=0.4):
        draw_tree(c, rng, rng.choice(("round", "areca", "coconut")), (x, horizon + 30), rng.uniform(200, 270))
    lawn = rng.choice((GRASS, rgb("#8DB35F"), rgb("#97B873")))
    c.rect(0, horizon + 12, WIDTH, HEIGHT, lawn)
    width = rng.uniform(900, 1000)
    draw_school(c, rng, "kindergarten", (rng.uniform(260, 420), 590), width)
    c.ellipse(800, 760, 860, 170, mix(SAND, rgb("#E9C7A0"), 0.5))
    c.ellipse(800, 752, 850, 160, lighter(SAND, 0.25))
    draw_flowers(c, rng, area=(20, 600, 1580, 640), colors=(FLAME, AMBER, rgb("#F2B8C6"), WHITE))
    stage = Depth()
    stage.add(600, draw_tree, c, rng, rng.choice(("round", "flame")), (110, 650), 340)
    stage.add(600, draw_tree, c, rng, rng.choice(("round", "terminalia")), (1500, 640), 320)
    if plan.variant == "ring":
        _ring(c, rng, stage, plan.people)
    else:
        _playground(c, rng, stage, plan.people)
    stage.draw()


def _ring(c: Canvas, rng: Random, stage: Depth, count: int) -> None:
    """Stand the children in a ring, arms spread, around their teacher."""
    add_person(c, stage, teacher(rng, height=232, in_ao_dai=True), (800, 770), arms=("wave", "wave"), view="front")
    for slot in range(count):
        turn = slot / count * math.tau + 0.3
        x, y = 800 + 400 * math.cos(turn), 770 + 84 * math.sin(turn)
        view: View = "back" if y > 800 else "front"
        add_person(c, stage, toddler(rng, height=112 + (y - 680) * 0.2), (x, y), arms=("out", "out"), view=view)


def _playground(c: Canvas, rng: Random, stage: Depth, count: int) -> None:
    things = rng.sample(list(PLAYTHINGS), 3)
    for thing, x in zip(things, (390.0, 800.0, 1200.0), strict=True):
        y = rng.uniform(726, 752)
        stage.add(y, draw_plaything, c, rng, thing, (x, y))
    add_person(
        c,
        stage,
        teacher(rng, height=222, in_ao_dai=True),
        (rng.choice((600, 1010)), 770),
        arms=("down", "ahead"),
        view="right",
    )
    for x in spread(rng, count, 220, 1400):
        y = rng.uniform(790, 862)
        legs, view, arms = rng.choice(GAMES)
        add_person(c, stage, toddler(rng, height=132), (x, y), arms=arms, legs=legs, view=view)
    stage.add(880, draw_ball, c, (rng.uniform(500, 1100), 884), 24, rng.choice(BRIGHT))


SCENE = Scene(
    draw=draw_kindergarten,
    people=(5, 8),
    sentences={
        "play": "Các bé mẫu giáo chơi cùng cô giáo giữa những đồ chơi ngoài trời {time}, "
        "phía sau là những ngôi nhà nhiều màu.",
        "ring": "{people} bé mẫu giáo đứng thành vòng tròn dang tay quanh cô giáo mặc áo dài {time}.",
    },
)
