"""The ground shared by all pictures of a school yard."""

from random import Random

from infra.demo.pictures.canvas import WIDTH, Canvas
from infra.demo.pictures.colors import SAND, Color, darker, rgb
from infra.demo.pictures.parts.buildings import draw_school
from infra.demo.pictures.parts.layout import spread
from infra.demo.pictures.parts.nature import draw_hills, draw_sky, draw_yard
from infra.demo.pictures.parts.trees import draw_tree

YARDS = (SAND, rgb("#D9C7A6"), rgb("#DDBE92"), rgb("#CFC3AB"))
HORIZON = 560
FRAMES = (("flame", "flame"), ("flame", "round"), ("terminalia", "flame"), ("round", "terminalia"), ("flame", "areca"))


def draw_campus(c: Canvas, rng: Random, *, school: str, left: float, width: float, yard: Color) -> None:
    """Draw sky, hills, trees behind, the school and the empty yard."""
    draw_sky(c, rng, horizon=HORIZON)
    draw_hills(c, rng, horizon=HORIZON, rise=120)
    for x in spread(rng, 5, 0, WIDTH, jitter=0.4):
        draw_tree(c, rng, rng.choice(("round", "round", "areca", "coconut")), (x, HORIZON + 24), rng.uniform(170, 260))
    draw_yard(c, top=HORIZON + 14, color=yard)
    c.rect(0, HORIZON + 14, WIDTH, HORIZON + 30, darker(yard, 0.12))
    draw_school(c, rng, school, (left, HORIZON + 40), width)
