"""A river of the plain."""

from random import Random

from infra.demo.pictures.canvas import WIDTH, Canvas
from infra.demo.pictures.colors import AMBER, GRASS, MEADOW, RIVER, WHITE, WOOD, darker, mix, rgb
from infra.demo.pictures.parts.crowds import Ground, add_group
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.landmarks import draw_buffalo, draw_house
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import (
    draw_bank,
    draw_flowers,
    draw_hills,
    draw_sky,
    draw_tufts,
    draw_water,
    rolling,
)
from infra.demo.pictures.parts.people import villager
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.parts.vehicles import draw_sampan
from infra.demo.pictures.plan import Plan, Scene


def draw_river(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw a river with sampans and bamboo, or with a buffalo grazing on its bank."""
    horizon = rng.uniform(400, 450)
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=150, layers=3)
    draw_water(c, rng, top=horizon + 12, bottom=720, color=mix(RIVER, rgb("#5E9FAE"), rng.random()), glints=46)
    _far_bank(c, rng, horizon + 26)
    for x, y in zip(spread(rng, 2, 420, 1180), rng.sample((horizon + 120, horizon + 190), 2), strict=True):
        size = 150 + (y - horizon) * 0.7
        hand = draw_person(
            c,
            villager(rng, height=size * 0.42),
            (x + size * 0.1, y - size * 0.05),
            arms=("ahead", "ahead"),
            view="right",
            shadow=False,
        ).near
        draw_sampan(c, (x, y), size)
        c.line(
            [(hand[0] - size * 0.05, hand[1] - size * 0.06), (x + size * 0.4, y + size * 0.1)],
            size * 0.022,
            darker(WOOD, 0.2),
        )
    draw_bank(c, rng, top=690, color=rng.choice((GRASS, rgb("#8DAF62"))), edge=rgb("#B99B6C"))
    c.ridge(rolling(rng, base=800, rise=16, steps=4), MEADOW)
    draw_tufts(c, rng, top=730, bottom=890, color=darker(MEADOW, 0.12))
    draw_flowers(c, rng, area=(40, 790, 1560, 890), colors=(WHITE, AMBER, rgb("#E5A3B4")), count=18)
    stage = Depth()
    stage.add(730, draw_tree, c, rng, "bamboo", (rng.uniform(70, 170), 760), 420)
    stage.add(
        730,
        draw_tree,
        c,
        rng,
        rng.choice(("round", "banana", "bamboo")),
        (rng.uniform(1440, 1540), 770),
        rng.uniform(300, 380),
    )
    spots: tuple[float, ...] = (560.0, 1000.0)
    if plan.variant == "buffalo":
        x = rng.uniform(1060, 1160)
        stage.add(800, draw_buffalo, c, (x, 800), 230)
        spots = (480.0, 780.0)
    add_group(
        c, rng, stage, count=plan.people, spots=spots, ground=Ground(far=770, near=866, heights=(142, 176)), hat=0.6
    )
    stage.draw()


def _far_bank(c: Canvas, rng: Random, y: float) -> None:
    """Draw the far bank with its village and palms."""
    c.ridge(rolling(rng, base=y, rise=6, steps=5), c.light.haze(rgb("#7FA96B"), 0.15), bottom=y + 14)
    c.rect(0, y + 10, WIDTH, y + 16, c.light.haze(rgb("#B99B6C"), 0.2))
    for x in spread(rng, 3, 260, 1340, jitter=0.4):
        draw_house(c, rng, (x, y + 8), rng.uniform(86, 120))
    for x in spread(rng, 8, 0, WIDTH, jitter=0.45):
        draw_tree(c, rng, rng.choice(("round", "areca", "coconut", "bamboo")), (x, y + 10), rng.uniform(80, 130))


SCENE = Scene(
    draw=draw_river,
    people=(3, 6),
    sentences={
        "sampans": "{people} học sinh đứng bên bờ sông có lũy tre {time}, trên sông có hai chiếc đò, "
        "bên kia là xóm làng và núi.",
        "buffalo": "{people} học sinh đứng bên bờ sông {time}, gần đó một con trâu gặm cỏ, trên sông có hai chiếc đò.",
    },
)
