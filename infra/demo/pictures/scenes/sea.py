"""The coast."""

from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point
from infra.demo.pictures.colors import BEACH, HILL_NEAR, RIVER, SEA, darker, mix, rgb
from infra.demo.pictures.parts.crowds import Ground, add_group
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_sky, draw_sun_path, draw_water, rolling
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.parts.vehicles import draw_basket_boat, draw_sea_boat
from infra.demo.pictures.plan import Plan, Scene


def draw_sea(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the beach with fishing boats off shore; the sun stands low in the variant "sunset"."""
    horizon = rng.uniform(400, 450)
    is_low = plan.light == "sunset"
    draw_sky(c, rng, horizon=horizon, sun=not is_low, clouds=2 if is_low else 3)
    sun = rng.uniform(640, 1080)
    if is_low:
        with c.lit():
            c.glow(sun, horizon - 10, 200, c.light.sun, alpha=0.2)
            c.circle(sun, horizon - 10, 92, c.light.sun)
    headland = rng.choice((-140, 120))
    c.ridge(
        [
            (headland - 60, horizon + 6),
            (headland + 120, horizon - 70),
            (headland + 330, horizon - 96),
            (headland + 520, horizon - 30),
            (headland + 640, horizon + 6),
        ],
        c.light.haze(HILL_NEAR, 0.42),
        bottom=horizon + 10,
    )
    draw_water(c, rng, top=horizon, bottom=720, color=mix(SEA, RIVER, rng.uniform(0.0, 0.3)), glints=46)
    if is_low:
        draw_sun_path(c, rng, x=sun, top=horizon, bottom=690)
    for x, depth in zip(spread(rng, 3, 120, 1480), rng.sample((0.12, 0.4, 0.62), 3), strict=True):
        _boat(c, rng, (x, horizon + 22 + 170 * depth), 90 + 170 * depth)
    shore = rng.uniform(676, 712)
    line = rolling(rng, base=shore, rise=16, steps=4)
    c.ridge([(x, y - 16) for x, y in line], mix(SEA, RIVER, 0.8))
    c.ridge([(x, y - 9) for x, y in line], rgb("#F3F6EF"))
    c.ridge(line, darker(BEACH, 0.07))
    c.ridge([(x, y + 26) for x, y in line], BEACH)
    for _ in range(50):
        x, y = rng.uniform(0, WIDTH), rng.uniform(shore + 50, HEIGHT)
        c.ellipse(x, y, rng.uniform(3, 9), 2, darker(BEACH, 0.1))
    stage = Depth()
    edge = rng.choice((110, 190))
    for x, tall in ((edge, 470), (edge - 90, 380)):
        stage.add(780, draw_tree, c, rng, "coconut", (x, 800 + tall * 0.05), tall)
    stage.add(790, draw_basket_boat, c, (rng.uniform(1180, 1450), 806), 170)
    add_group(
        c,
        rng,
        stage,
        count=plan.people,
        spots=rng.choice(((560.0, 980.0), (720.0,), (480.0, 800.0, 1090.0))),
        ground=Ground(far=770, near=866, heights=(138, 172)),
        hat=0.35,
    )
    stage.draw()


def _boat(c: Canvas, rng: Random, at: Point, length: float) -> None:
    if rng.random() < 0.4:
        with c.flipped(at[0]):
            draw_sea_boat(c, rng, at, length)
    else:
        draw_sea_boat(c, rng, at, length)


SCENE = Scene(
    draw=draw_sea,
    people=(3, 6),
    lights=("noon", "sunset", "morning"),
    sentences={
        "beach": "{people} học sinh đứng trên bãi biển {time}, "
        "ngoài khơi có ba thuyền cá, trên bờ có thuyền thúng và hai cây dừa."
    },
)
