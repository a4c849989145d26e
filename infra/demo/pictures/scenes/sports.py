"""Sports days: a race, a football match, a tug of war."""

from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Canvas
from infra.demo.pictures.colors import (
    AMBER,
    FLAME,
    GRASS,
    INK,
    LEAF,
    MEADOW,
    ORANGE,
    SAND,
    STONE,
    WHITE,
    Color,
    darker,
    mix,
    rgb,
)
from infra.demo.pictures.parts.crowds import add_person
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_bunting, draw_flag
from infra.demo.pictures.parts.frame import View
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_hills, draw_sky, draw_yard
from infra.demo.pictures.parts.people import athlete, pupil
from infra.demo.pictures.parts.props import draw_football
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene

TRACK = rgb("#BE5B40")
ROPE = rgb("#C9A262")
COOL_TEAMS = (rgb("#3E79B8"), LEAF, rgb("#7D5BA0"))
WARM_TEAMS = (AMBER, FLAME, ORANGE)
TEAMS = (*COOL_TEAMS, *WARM_TEAMS)


def draw_sports(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw a race, a football match or a tug of war."""
    horizon = 430
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=110)
    c.rect(0, horizon + 14, WIDTH, HEIGHT, GRASS)
    for x in spread(rng, 9, 0, WIDTH, jitter=0.4):
        draw_tree(
            c, rng, rng.choice(("round", "round", "flame", "terminalia")), (x, horizon + 40), rng.uniform(120, 180)
        )
    _stand(c, rng, rng.uniform(380, 760))
    draw_bunting(c, rng, (-20, rng.uniform(120, 190)), (1620, rng.uniform(120, 190)), sag=60)
    {"race": _race, "football": _football, "tug": _tug_of_war}[plan.variant](c, rng, plan.people)


def _stand(c: Canvas, rng: Random, left: float) -> None:
    """Draw the roofed stand with its rows of spectators."""
    right, base = left + 520, 500
    c.rect(left, base - 130, right, base, rgb("#C9CFCB"))
    for row in range(4):
        y = base - 100 + row * 30
        c.rect(left, y, right, y + 30, mix(rgb("#B9C0BD"), rgb("#8E9A9A"), row / 6))
        x = left + 20
        while x < right - 16:
            if rng.random() < 0.86:
                c.rect(x - 8, y - 2, x + 8, y + 20, rng.choice((WHITE, WHITE, *TEAMS)), radius=5)
                c.circle(x, y - 8, 7.5, rgb("#D49A72"))
                c.chord(x, y - 8, 8.4, 8.6, (180, 360), INK)
            x += rng.uniform(21, 27)
    for x in (left + 6, left + 178, left + 346, right - 14):
        c.rect(x, base - 196, x + 8, base, STONE)
    c.polygon(
        [(left - 26, base - 190), (left + 10, base - 222), (right - 10, base - 222), (right + 26, base - 190)],
        rgb("#4F84A8"),
    )
    c.rect(left - 26, base - 192, right + 26, base - 182, rgb("#3C6785"))
    c.rect(left - 12, base, right + 12, base + 8, INK, alpha=0.14)
    for x in (left - 60, right + 60):
        c.rect(x - 3, base - 190, x + 3, base + 4, STONE)
        draw_flag(c, (x + 3, base - 188), 62)


def _race(c: Canvas, rng: Random, count: int) -> None:
    top, lanes = 556, count
    c.rect(0, top - 12, WIDTH, HEIGHT, TRACK)
    edges = [top + (HEIGHT - 20 - top) * (lane / lanes) ** 1.22 for lane in range(lanes + 1)]
    for edge in edges:
        c.rect(0, edge - 1.5 - edge * 0.002, WIDTH, edge + 1.5 + edge * 0.002, rgb("#F2DCCB"))
    c.polygon([(1390, top - 12), (1414, top - 12), (1500, HEIGHT), (1466, HEIGHT)], rgb("#F2DCCB"))
    colors = rng.sample(TEAMS, len(TEAMS))
    places = spread(rng, count, 240, 1260)
    rng.shuffle(places)
    for lane in range(count):
        foot = edges[lane + 1] - (edges[lane + 1] - edges[lane]) * 0.3
        tall = 128 + 66 * lane / max(1, count - 1)
        draw_person(
            c,
            athlete(rng, top=colors[lane % len(colors)], height=tall),
            (places[lane], foot),
            arms=("swing", "pump"),
            legs="run",
            view="right",
        )


def _football(c: Canvas, rng: Random, count: int) -> None:
    top = 520
    for stripe in range(8):
        color = mix(GRASS, MEADOW, 0.75 if stripe % 2 else 0.35)
        c.polygon(
            [
                (100 + stripe * 175, top),
                (275 + stripe * 175, top),
                (-400 + (stripe + 1) * 300, HEIGHT),
                (-400 + stripe * 300, HEIGHT),
            ],
            color,
        )
    c.rect(0, top, WIDTH, top + 4, WHITE)
    c.rect(0, 512, WIDTH, top, darker(GRASS, 0.1))
    _goal(c)
    stage = Depth()
    home, away = rng.sample(TEAMS, 2)
    keeper = athlete(rng, top=AMBER if AMBER not in (home, away) else INK, height=168)
    add_person(c, stage, keeper, (240, 700), arms=("cheer", "cheer"), view="front")
    for i, x in enumerate(spread(rng, count - 1, 480, 1480)):
        y = rng.uniform(640, 850)
        look = athlete(rng, top=home if i % 2 else away, height=132 + (y - 640) * 0.28)
        legs, arms = rng.choice((("run", ("swing", "pump")), ("walk", ("back", "ahead")), ("run", ("back", "pump"))))
        add_person(c, stage, look, (x, y), arms=arms, legs=legs, view="left" if rng.random() < 0.75 else "right")
    stage.add(830, draw_football, c, (rng.uniform(560, 760), 838), 20)
    stage.draw()


def _goal(c: Canvas) -> None:
    for step in range(13):
        c.line([(70 + step * 24, 500), (64 + step * 24, 672)], 1.8, WHITE, alpha=0.6)
    for step in range(8):
        c.line([(66, 508 + step * 23), (368, 508 + step * 23)], 1.8, WHITE, alpha=0.6)
    c.line([(60, 684), (60, 494), (380, 494), (380, 684)], 9, WHITE)
    c.rect(20, 684, 420, 688, WHITE, alpha=0.7)


def _tug_of_war(c: Canvas, rng: Random, _count: int) -> None:
    """Draw two teams of the same number at one rope, their friends cheering behind."""
    draw_yard(c, top=520, color=SAND)
    for x in spread(rng, 7, 80, 1520):
        arms = rng.choice((("cheer", "cheer"), ("wave", "down"), ("up", "wave")))
        draw_person(c, pupil(rng, height=116), (x, 610 + rng.uniform(-10, 14)), arms=arms)
    y, size = 810, rng.choice((3, 4))
    c.rect(796, y - 60, 804, y + 30, WHITE, alpha=0.9)
    c.line([(150, y - 78), (1450, y - 78)], 9, ROPE)
    teams: tuple[tuple[View, int, Color], ...] = (
        ("right", -1, rng.choice(COOL_TEAMS)),
        ("left", 1, rng.choice(WARM_TEAMS)),
    )
    for view, side, top in teams:
        for place in range(size):
            at = (800 + side * (150 + 480 * place / size), y + rng.uniform(-4, 4))
            draw_person(c, athlete(rng, top=top, height=184), at, arms=("ahead", "ahead"), legs="lean", view=view)
    c.line([(690, y - 78), (910, y - 78)], 9, ROPE)
    c.polygon([(792, y - 80), (808, y - 80), (814, y - 30), (800, y - 42), (786, y - 30)], FLAME)


SCENE = Scene(
    draw=draw_sports,
    people=(5, 7),
    sentences={
        "race": "{people} học sinh thi chạy trên đường đua đỏ {time}, khán giả ngồi kín khán đài.",
        "football": "{people} học sinh đá bóng trên sân cỏ {time}, một em giữ gôn, khán giả ngồi kín khán đài.",
        "tug": "Hai đội học sinh thi kéo co trên sân {time}, các bạn đứng cổ vũ phía sau.",
    },
)
