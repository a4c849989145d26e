"""The bridge of Hiền Lương."""

from random import Random

from infra.demo.pictures.canvas import HEIGHT, Canvas
from infra.demo.pictures.colors import MEADOW, RIVER, SEA, darker, mix, rgb
from infra.demo.pictures.parts.crowds import Ground, add_group
from infra.demo.pictures.parts.landmarks import draw_flag_tower, draw_truss_bridge
from infra.demo.pictures.parts.layout import Depth
from infra.demo.pictures.parts.nature import draw_bank, draw_hills, draw_sky, draw_tufts, draw_water
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.parts.vehicles import draw_sampan
from infra.demo.pictures.plan import Plan, Scene


def draw_bridge(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the bridge of Hiền Lương, half blue and half yellow, over the Bến Hải."""
    horizon = 470
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=90)
    draw_water(c, rng, top=horizon + 12, bottom=HEIGHT, color=mix(RIVER, SEA, rng.uniform(0.05, 0.3)), glints=60)
    deck = rng.uniform(430, 470)
    if plan.variant == "tower":
        x = rng.uniform(230, 330)
        c.ridge([(-40, 520), (120, 486), (460, 486), (640, 524), (700, 540)], rgb("#86AD62"), bottom=548)
        draw_flag_tower(c, (x, 500), 430)
        draw_truss_bridge(c, left=560, right=1680, deck=deck, truss=104, water=650)
    else:
        draw_truss_bridge(c, left=-60, right=1660, deck=deck, truss=150, water=690)
        draw_sampan(c, (rng.uniform(350, 1250), 700), 210)
    draw_bank(c, rng, top=780, color=rng.choice((MEADOW, rgb("#739B55"))), edge=rgb("#B99B6C"))
    draw_tufts(c, rng, top=800, bottom=895, color=darker(MEADOW, 0.14))
    stage = Depth()
    if rng.random() < 0.6:
        stage.add(760, draw_tree, c, rng, rng.choice(("bamboo", "round", "flame")), (1520, 830), 340)
    spots = rng.choice(((480.0, 1060.0), (760.0,), (400.0, 720.0, 1100.0)))
    add_group(
        c, rng, stage, count=plan.people, spots=spots, ground=Ground(far=815, near=880, heights=(150, 176)), hat=0.7
    )
    stage.draw()


SCENE = Scene(
    draw=draw_bridge,
    people=(3, 6),
    sentences={
        "span": "{people} học sinh đứng bên bờ sông Bến Hải {time}, phía sau là cầu Hiền Lương nửa xanh nửa vàng.",
        "tower": "{people} học sinh đứng bên bờ sông Bến Hải {time}, "
        "phía sau là kỳ đài và cầu Hiền Lương nửa xanh nửa vàng.",
    },
)
