"""The last day of the final year."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import STONE, darker, lighter, rgb
from infra.demo.pictures.parts.campus import FRAMES, YARDS, draw_campus
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_banner, draw_bunting
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.people import Person, graduate
from infra.demo.pictures.parts.plants import draw_bush
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_graduation(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the leavers in gowns: throwing their caps, or lined up before the stage."""
    width = rng.uniform(940, 1080)
    left = 800 - width / 2 + rng.uniform(-60, 60)
    draw_campus(c, rng, school=rng.choice(("hip", "corridor")), left=left, width=width, yard=rng.choice(YARDS))
    stage = Depth()
    draw_bunting(c, rng, (-20, rng.uniform(120, 200)), (1620, rng.uniform(120, 200)), sag=80, size=36)
    if plan.variant == "stage":
        _stage_front(c, rng)
    kinds = rng.choice(FRAMES)
    stage.add(640, draw_tree, c, rng, kinds[0], (80, 680), 400)
    stage.add(640, draw_tree, c, rng, kinds[1], (1520, 680), 400)
    for x in spread(rng, plan.people, 280, 1320, jitter=0.12):
        y = rng.uniform(800, 862)
        look = graduate(rng, height=rng.uniform(214, 236))
        arms = (
            rng.choice((("cheer", "cheer"), ("up", "down"), ("hip", "cheer")))
            if plan.variant == "caps"
            else rng.choice((("hold", "hold"), ("down", "down"), ("low", "low")))
        )
        stage.add(y, _graduate, c, look, (x, y), arms, plan.variant == "stage")
    stage.draw()
    if plan.variant == "caps":
        _thrown_caps(c, rng, plan.people)


def _graduate(c: Canvas, look: Person, at: Point, arms: tuple[str, str], has_scroll: bool) -> None:
    hands = draw_person(c, look, at, arms=arms)
    if has_scroll and arms != ("down", "down"):
        x, y = hands.near
        c.line([(x - 26, y - 4), (x + 22, y + 4)], 13, rgb("#FBF4DF"))
        c.line([(x - 3, y - 6), (x - 2, y + 6)], 5, rgb("#C7402C"))


def _thrown_caps(c: Canvas, rng: Random, count: int) -> None:
    for x in spread(rng, count, 300, 1300):
        y, size, tilt = rng.uniform(330, 500), rng.uniform(26, 32), rng.uniform(-0.4, 0.4)
        color = rng.choice((rgb("#2B4A78"), rgb("#8C2F39")))
        c.polygon(
            [
                (x - size * 0.6, y),
                (x + size * 0.6, y + size * tilt * 0.5),
                (x + size * 0.45, y + size * 0.5),
                (x - size * 0.5, y + size * 0.5),
            ],
            darker(color, 0.25),
        )
        c.polygon(
            [
                (x - size * 1.2, y - size * tilt),
                (x, y - size * 0.45),
                (x + size * 1.2, y + size * tilt),
                (x, y + size * 0.45),
            ],
            color,
        )
        c.line(
            [(x, y), (x + size, y + size * 0.3 + size * tilt), (x + size * 1.1, y + size * 0.9)], 3.4, rgb("#F0C14B")
        )


def _stage_front(c: Canvas, rng: Random) -> None:
    """Draw the open-air stage in front of the school, with its banner and flowers."""
    c.rect(420, 360, 1180, 640, rgb("#2F5D83"))
    c.rect(420, 360, 1180, 380, lighter(rgb("#2F5D83"), 0.2))
    for post in (420, 1164):
        c.rect(post, 340, post + 16, 690, STONE)
    draw_banner(c, 500, 410, 1100, 530)
    c.rect(380, 640, 1220, 690, rgb("#9C6B43"))
    c.rect(380, 632, 1220, 646, rgb("#B98457"))
    for x in spread(rng, 9, 400, 1200, jitter=0.1):
        draw_bush(c, rng, (x, 694), 26)


SCENE = Scene(
    draw=draw_graduation,
    people=(6, 9),
    sentences={
        "caps": "{people} học sinh mặc áo choàng tốt nghiệp tung mũ lên trời trong sân trường {time}, "
        "trên đầu là dây cờ nhiều màu.",
        "stage": "{people} học sinh mặc áo choàng tốt nghiệp đứng trước sân khấu lễ ra trường {time}.",
    },
)
