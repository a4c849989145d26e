"""The school yard on an ordinary day."""

from random import Random

from infra.demo.pictures.canvas import Canvas
from infra.demo.pictures.colors import BRIGHT
from infra.demo.pictures.parts.campus import FRAMES, HORIZON, YARDS, draw_campus
from infra.demo.pictures.parts.crowds import Ground, add_group, add_person
from infra.demo.pictures.parts.flags import draw_flagpole
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.people import pupil
from infra.demo.pictures.parts.plants import draw_bush, draw_overhang
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.parts.vehicles import draw_bicycle
from infra.demo.pictures.plan import Plan, Scene


def draw_school_yard(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the school seen from its gate, with pupils in the yard."""
    width = rng.uniform(900, 1080)
    left = rng.uniform(220, 480 - (width - 900))
    draw_campus(c, rng, school=plan.variant, left=left, width=width, yard=rng.choice(YARDS))
    stage = Depth()
    _plant_yard(c, rng, stage, left, width)
    pole = left + width * rng.choice((0.3, 0.66, 0.72))
    stage.add(HORIZON + 78, draw_flagpole, c, (pole, HORIZON + 78), 400)
    if rng.random() < 0.45:
        for step in range(3):
            stage.add(HORIZON + 140, draw_bicycle, c, (1120 + step * 62, HORIZON + 140), 96, rng.choice(BRIGHT))
    _let_out_pupils(c, rng, stage, plan.people)
    stage.draw()
    if rng.random() < 0.4:
        draw_overhang(c, rng, height=rng.uniform(180, 240))


def _plant_yard(c: Canvas, rng: Random, stage: Depth, left: float, width: float) -> None:
    for edge in (left - 40, left + width + 50):
        stage.add(HORIZON + 52, draw_bush, c, rng, (edge, HORIZON + 52), 48)
    if rng.random() < 0.6:
        for share in (0.14, 0.32, 0.68, 0.86):
            stage.add(HORIZON + 50, draw_bush, c, rng, (left + width * share, HORIZON + 50), rng.uniform(28, 36))
    near, far = rng.choice(FRAMES)
    stage.add(680, draw_tree, c, rng, near, (rng.uniform(60, 170), 680), rng.uniform(330, 400))
    stage.add(710, draw_tree, c, rng, far, (rng.uniform(1430, 1540), 710), rng.uniform(340, 420))
    if rng.random() < 0.5:
        stage.add(905, draw_bush, c, rng, (rng.uniform(40, 160), 915), 84)
        stage.add(906, draw_bush, c, rng, (rng.uniform(1440, 1560), 915), 78)


def _let_out_pupils(c: Canvas, rng: Random, stage: Depth, count: int) -> None:
    """Stand most of the pupils in groups and let a few run about."""
    runners = rng.choice((0, 2, 3))
    spots = rng.choice(((480.0, 980.0), (420.0, 760.0, 1120.0), (600.0, 1010.0), (360.0, 880.0)))
    ground = Ground(far=690, near=846, heights=(132, 184))
    add_group(c, rng, stage, count=count - runners, spots=spots, ground=ground)
    for x in spread(rng, runners, 300, 1300):
        look, at = pupil(rng, height=172), (x, rng.uniform(800, 868))
        add_person(c, stage, look, at, arms=("swing", "pump"), legs="run", view=rng.choice(("left", "right")))


SCENE = Scene(
    draw=draw_school_yard,
    people=(5, 9),
    sentences={
        "hip": "{people} học sinh áo trắng, khăn quàng đỏ trong sân ngôi trường hai tầng mái ngói đỏ {time}; "
        "lá cờ Tổ quốc bay trước trường.",
        "corridor": "{people} học sinh áo trắng, khăn quàng đỏ trong sân ngôi trường có hành lang dài {time}; "
        "lá cờ Tổ quốc bay trước trường.",
        "village": "{people} học sinh áo trắng, khăn quàng đỏ trong sân điểm trường một tầng {time}; "
        "lá cờ Tổ quốc bay trước dãy phòng học.",
    },
)
