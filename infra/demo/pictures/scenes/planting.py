"""Planting trees on a river bank or a bare hill."""

from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point
from infra.demo.pictures.colors import GRASS, LEAF, MEADOW, RIVER, darker, mix, rgb
from infra.demo.pictures.parts.crowds import add_person
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.frame import View
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_bank, draw_hills, draw_sky, draw_tufts, draw_water, rolling
from infra.demo.pictures.parts.people import Person, in_colors, pupil, teacher, villager
from infra.demo.pictures.parts.plants import draw_sapling
from infra.demo.pictures.parts.props import CANS, draw_spade, draw_watering_can
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_tree_planting(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw pupils planting saplings on a river bank or on a bare hill."""
    horizon = rng.uniform(430, 470)
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=140)
    if plan.variant == "river":
        draw_water(c, rng, top=horizon + 12, bottom=640, color=mix(RIVER, rgb("#5E9FAE"), rng.random()))
        draw_bank(c, rng, top=600, color=GRASS, edge=rgb("#B99B6C"))
    else:
        c.rect(0, horizon + 12, WIDTH, HEIGHT, rgb("#93B074"))
        c.ridge(rolling(rng, base=horizon + 66, rise=30, steps=3), rgb("#A7B56B"))
        for x in spread(rng, 16, 0, WIDTH, jitter=0.4):
            draw_sapling(c, (x, horizon + 120 + rng.uniform(0, 40)), 34, rgb("#6E9C55"))
        c.ridge(rolling(rng, base=620, rise=20, steps=3), GRASS)
    c.ridge(rolling(rng, base=740, rise=18, steps=4), MEADOW)
    draw_tufts(c, rng, top=640, bottom=890, color=darker(MEADOW, 0.12))
    stage = Depth()
    stage.add(
        690,
        draw_tree,
        c,
        rng,
        rng.choice(("round", "bamboo", "round")),
        (rng.uniform(80, 170), 690),
        rng.uniform(290, 370),
    )
    stage.add(700, draw_tree, c, rng, "round", (rng.uniform(1430, 1530), 706), rng.uniform(300, 390))
    places = spread(rng, plan.people, 270, 1370, jitter=0.14)
    for i, x in enumerate(places):
        y = rng.uniform(738, 862)
        look = pupil(rng, height=174 + (y - 738) * 0.26, hat=0.5)
        if i == 0:
            look = in_colors(look, rng)
        stage.add(y, _planter, c, rng, look, (x, y), i)
    grown = villager(rng, height=236) if plan.variant == "hill" else teacher(rng, height=232, in_ao_dai=False)
    add_person(c, stage, grown, (places[-1] + 120, 770), arms=("down", "point"), view="left")
    stage.draw()


def _planter(c: Canvas, rng: Random, look: Person, at: Point, turn: int) -> None:
    """Draw one pupil at work with the sapling beside: kneeling to it, watering it, or with a spade."""
    x, y = at
    to_right = rng.random() < 0.5
    view: View = "right" if to_right else "left"
    side = 1 if to_right else -1
    h = look.height
    green = rng.choice((LEAF, rgb("#5E9E4F")))
    if turn % 3 == 0:
        draw_person(c, look, at, arms=("reach", "reach"), legs="squat", view=view)
        draw_sapling(c, (x + side * h * 0.36, y + 6), h * 0.5, green)
    elif turn % 3 == 1:
        draw_sapling(c, (x + side * h * 0.62, y + 6), h * 0.5, green)
        hands = draw_person(c, look, at, arms=("down", "ahead"), view=view)
        draw_watering_can(c, hands.near, h * 0.2, rng.choice(CANS), to_right=to_right)
    else:
        draw_sapling(c, (x - side * h * 0.5, y + 6), h * 0.48, green)
        hands = draw_person(c, look, at, arms=("ahead", "ahead"), view=view)
        draw_spade(c, hands.near, h * 0.72)


SCENE = Scene(
    draw=draw_tree_planting,
    people=(4, 7),
    sentences={
        "river": "{people} học sinh trồng và tưới cây non bên bờ sông {time} cùng thầy giáo, xa xa là đồi núi.",
        "hill": "{people} học sinh trồng và tưới cây non trên đồi {time} cùng một người dân đội nón lá.",
    },
)
