"""The school garden: beds of vegetables or flowers."""

from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point
from infra.demo.pictures.colors import AMBER, FLAME, ORANGE, SOIL, Color, darker, lighter, rgb
from infra.demo.pictures.parts.buildings import draw_school
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.frame import View
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_ground, draw_hills, draw_sky
from infra.demo.pictures.parts.people import Person, pupil
from infra.demo.pictures.parts.props import CANS, draw_spade, draw_watering_can
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_garden(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the school garden: beds of vegetables or of flowers, with pupils at work between them."""
    horizon = 440
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=110)
    draw_ground(c, rng, top=horizon + 12, color=rgb("#84A860"))
    draw_school(c, rng, rng.choice(("village", "hip")), (rng.uniform(140, 620), 520), rng.uniform(700, 800))
    stage = Depth()
    for x in (60.0, 1540.0):
        stage.add(
            540,
            draw_tree,
            c,
            rng,
            rng.choice(("banana", "areca", "round")),
            (x + rng.uniform(-20, 20), 560),
            rng.uniform(250, 320),
        )
    _fence(c, 560)
    c.polygon([(70, 590), (1530, 590), (1680, HEIGHT), (-80, HEIGHT)], rgb("#C4A377"))
    crops = (
        ["cabbage", "lettuce", "morning glory"] if plan.variant == "vegetables" else ["flower", "sunflower", "flower"]
    )
    rng.shuffle(crops)
    for row, (y, deep) in enumerate(((650, 36), (744, 46), (866, 60))):
        stage.add(y, _bed, c, rng, crops[row], y, deep)
    for i, x in enumerate(spread(rng, plan.people, 250, 1360, jitter=0.15)):
        y = 694 if i % 2 else 800
        look = pupil(rng, height=164 if i % 2 else 196, hat=0.5)
        stage.add(y, _gardener, c, rng, look, (x, y), i)
    stage.draw()


def _fence(c: Canvas, y: float) -> None:
    for x in range(-10, 1620, 34):
        c.polygon([(x, y), (x, y - 52), (x + 8, y - 62), (x + 16, y - 52), (x + 16, y)], rgb("#F1E8D2"))
    for rail in (-42, -20):
        c.rect(0, y + rail, WIDTH, y + rail + 7, rgb("#E2D5B8"))


def _bed(c: Canvas, rng: Random, crop: str, y: float, deep: float) -> None:
    left, right = 150 - (y - 600) * 0.5, 1450 + (y - 600) * 0.5
    c.rect(left, y - deep * 0.5, right, y + deep * 0.5, darker(SOIL, 0.08), radius=deep * 0.4)
    c.rect(left + 6, y - deep * 0.5, right - 6, y + deep * 0.18, SOIL, radius=deep * 0.3)
    step = deep * 1.35
    green, tone = (
        rng.choice((rgb("#6FA552"), rgb("#83B35A"), rgb("#5B9A57"))),
        rng.choice((FLAME, AMBER, rgb("#E58FA0"), ORANGE)),
    )
    x = left + step * 0.7
    while x < right - step * 0.4:
        _plant(c, crop, (x, y - deep * 0.1), deep, green, tone)
        x += step


def _plant(c: Canvas, crop: str, at: Point, deep: float, green: Color, tone: Color) -> None:
    x, y = at
    if crop == "cabbage":
        c.ellipse(x, y - deep * 0.16, deep * 0.56, deep * 0.34, darker(green, 0.12))
        c.circle(x, y - deep * 0.36, deep * 0.36, lighter(green, 0.2))
        c.ellipse(x + deep * 0.1, y - deep * 0.42, deep * 0.2, deep * 0.22, lighter(green, 0.36))
    elif crop == "lettuce":
        for dx in (-0.36, 0, 0.36):
            c.blob(
                [
                    (x, y),
                    (x + dx * deep - deep * 0.14, y - deep * 0.5),
                    (x + dx * deep * 1.5, y - deep * 0.72),
                    (x + dx * deep + deep * 0.16, y - deep * 0.4),
                ],
                lighter(green, 0.12) if dx else green,
            )
    elif crop == "morning glory":
        for dx, tall in ((-0.3, 0.8), (-0.08, 1.05), (0.14, 0.9), (0.34, 0.72)):
            c.line([(x + dx * deep * 0.6, y), (x + dx * deep, y - tall * deep)], 4, darker(green, 0.1))
            c.ellipse(x + dx * deep, y - tall * deep, deep * 0.1, deep * 0.2, green)
    else:
        tall = deep * (1.7 if crop == "sunflower" else 0.9)
        petal, size = (AMBER, 0.3) if crop == "sunflower" else (tone, 0.2)
        c.line([(x, y), (x, y - tall)], 5, darker(green, 0.1))
        for side in (-1, 1):
            c.ellipse(x + side * deep * 0.2, y - tall * 0.42, deep * 0.2, deep * 0.09, green)
        c.circle(x, y - tall, deep * size, petal)
        c.circle(x, y - tall, deep * size * 0.5, rgb("#7B5232") if crop == "sunflower" else lighter(petal, 0.55))


def _gardener(c: Canvas, rng: Random, look: Person, at: Point, turn: int) -> None:
    to_right = rng.random() < 0.5
    view: View = "right" if to_right else "left"
    if turn % 3 == 0:
        hands = draw_person(c, look, at, arms=("down", "ahead"), view=view)
        draw_watering_can(c, hands.near, look.height * 0.2, rng.choice(CANS), to_right=to_right)
    elif turn % 3 == 1:
        draw_person(c, look, at, arms=("reach", "reach"), legs="squat", view=view)
    else:
        hands = draw_person(c, look, at, arms=("ahead", "ahead"), view=view)
        draw_spade(c, hands.near, look.height * 0.7)


SCENE = Scene(
    draw=draw_garden,
    people=(4, 7),
    sentences={
        "vegetables": "{people} học sinh tưới nước, xới đất giữa các luống rau trong vườn trường {time}.",
        "flowers": "{people} học sinh tưới nước, xới đất giữa các luống hoa trong vườn trường {time}.",
    },
)
