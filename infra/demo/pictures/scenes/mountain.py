"""The highlands."""

from random import Random

from infra.demo.pictures.canvas import Canvas
from infra.demo.pictures.colors import RICE, darker, lighter, mix, rgb
from infra.demo.pictures.parts.crowds import add_walkers
from infra.demo.pictures.parts.landmarks import draw_stilt_house
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_ground, draw_mist, draw_sky, rolling
from infra.demo.pictures.parts.plants import draw_bush
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_mountain(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the highlands: pupils on a path below stilt houses, or above terraced fields."""
    horizon = 520
    draw_sky(c, rng, horizon=horizon, clouds=2)
    for layer in range(4):
        color = c.light.haze(mix(rgb("#8FB5B0"), rgb("#4F8A74"), layer / 3), 0.5 * (1 - layer / 3))
        c.ridge(_peaks(rng, 250 + layer * 74, 118 - layer * 16), color, bottom=640)
        if layer in (1, 2):
            draw_mist(c, rng, y=300 + layer * 76)
    c.ridge(rolling(rng, base=540, rise=22, steps=4), rgb("#7FA95F"))
    if plan.variant == "terraces":
        _terraces(c, rng)
    else:
        draw_ground(c, rng, top=590, color=rgb("#76A058"))
        _path(c)
    stage = Depth()
    for x, size in ((rng.uniform(150, 240), 250), (rng.uniform(1180, 1290), 290), (rng.uniform(880, 960), 190)):
        y = 560 + size * 0.3
        stage.add(y, draw_stilt_house, c, rng, (x, y), size)
    for x in (30, 420, 1090, 1480, 1560):
        stage.add(
            612,
            draw_tree,
            c,
            rng,
            rng.choice(("pine", "pine", "banana", "round")),
            (x + rng.uniform(-20, 20), 640),
            rng.uniform(170, 250),
        )
    stage.add(790, draw_tree, c, rng, "banana", (70, 850), 300)
    stage.add(790, draw_bush, c, rng, (1530, 850), 70)
    places = [(x, 846 + 8 * (i % 2)) for i, x in enumerate(spread(rng, plan.people, 360, 1280, jitter=0.15))]
    add_walkers(c, rng, stage, places=places, height=168, view="right", hat=0.3)
    stage.draw()


def _peaks(rng: Random, base: float, rise: float) -> list[tuple[float, float]]:
    points, x, is_peak = [], -160.0, rng.random() < 0.5
    while x < 1820:
        points.append((x, base + (-rise if is_peak else rise * 0.55) * rng.uniform(0.5, 1)))
        x += rng.uniform(120, 230)
        is_peak = not is_peak
    return points


def _path(c: Canvas) -> None:
    c.ridge([(-20, 826), (400, 812), (900, 818), (1300, 806), (1640, 814)], rgb("#D3B184"), bottom=880)
    c.ridge([(-20, 876), (400, 868), (900, 874), (1300, 866), (1640, 872)], rgb("#6B964F"))


def _terraces(c: Canvas, rng: Random) -> None:
    """Draw terraced rice, each step with its earth wall and a paler rim of water."""
    y = 600.0
    step = 0
    while y < 800:
        line = rolling(rng, base=y, rise=9, steps=5)
        c.ridge([(px, py - 7) for px, py in line], darker(rgb("#9A7B4E"), 0.05))
        c.ridge(line, mix(RICE, rgb("#86AD55"), (step % 3) / 2.4))
        c.ridge([(px, py + 7) for px, py in line], lighter(mix(RICE, rgb("#86AD55"), (step % 3) / 2.4), 0.12))
        y += 32 + step * 6
        step += 1
    _path(c)


SCENE = Scene(
    draw=draw_mountain,
    people=(4, 6),
    sentences={
        "path": "{people} học sinh đeo cặp đi trên đường bản {time}, phía sau là nhà sàn và núi nhiều lớp.",
        "terraces": "{people} học sinh đeo cặp đi bên ruộng bậc thang {time}, phía sau là nhà sàn và núi.",
    },
)
