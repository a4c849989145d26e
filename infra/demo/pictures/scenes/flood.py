"""The drill before the flood season."""

from dataclasses import replace
from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point
from infra.demo.pictures.colors import AMBER, GRASS, INK, LEAF, ORANGE, RIVER, STONE, WHITE, WOOD, darker, mix, rgb
from infra.demo.pictures.parts.buildings import draw_school
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.layout import spread
from infra.demo.pictures.parts.nature import draw_bank, draw_hills, draw_sky, draw_water, rolling
from infra.demo.pictures.parts.people import LIFE_JACKET, Person, pupil, volunteer
from infra.demo.pictures.parts.props import draw_life_ring, draw_megaphone
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.parts.vehicles import draw_sampan
from infra.demo.pictures.plan import Plan, Scene


def draw_flood_drill(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the exercise before the flood season: pupils in life jackets in a boat, or learning on the bank."""
    horizon = 430
    draw_sky(c, rng, horizon=horizon, sun=plan.light != "overcast", clouds=4)
    draw_hills(c, rng, horizon=horizon, rise=120)
    c.rect(0, horizon + 12, WIDTH, 620, rgb("#8CAD6C"))
    draw_school(c, rng, rng.choice(("corridor", "hip")), (rng.uniform(180, 560), 500), rng.uniform(660, 760))
    for x in (80.0, 1490.0):
        draw_tree(c, rng, rng.choice(("areca", "coconut", "round")), (x, 510), rng.uniform(230, 300))
    water = mix(RIVER, rgb("#9A8F6A"), rng.uniform(0.1, 0.35))
    if plan.variant == "boat":
        draw_water(c, rng, top=530, bottom=HEIGHT, color=water, glints=60)
        c.ridge(rolling(rng, base=524, rise=5, steps=5), rgb("#8CAD6C"), bottom=536)
        for x in (210, 1440):
            _buoy(c, (x, 650))
        _crew(c, rng, plan.people)
    else:
        draw_water(c, rng, top=530, bottom=700, color=water)
        c.ridge(rolling(rng, base=524, rise=5, steps=5), rgb("#8CAD6C"), bottom=536)
        draw_sampan(c, (rng.uniform(900, 1250), 620), 250)
        draw_bank(c, rng, top=676, color=GRASS, edge=rgb("#B99B6C"))
        _bank_lesson(c, rng, plan.people)


def _jacket(person: Person) -> Person:
    return replace(person, vest=LIFE_JACKET, scarf=False)


def _crew(c: Canvas, rng: Random, count: int) -> None:
    """Draw the pupils in a broad boat, an instructor standing at the stern."""
    y = 770
    guide = replace(volunteer(rng, height=250), vest=LIFE_JACKET)
    hands = draw_person(c, guide, (1230, y - 14), arms=("ahead", "ahead"), view="left", shadow=False)
    c.line([(hands.near[0] + 24, hands.near[1] - 130), (hands.near[0] - 60, y + 96)], 8, WOOD)
    for i, x in enumerate(spread(rng, count, 420, 1150, jitter=0.08)):
        arms = rng.choice((("down", "wave"), ("low", "low"), ("hold", "hold"), ("cheer", "down")))
        look = _jacket(pupil(rng, height=196, hat=0.0))
        draw_person(
            c, replace(look, hat="cap" if i % 3 == 0 else "", hat_color=AMBER), (x, y - 40), arms=arms, legs="none"
        )
    hull = rng.choice((rgb("#C7502F"), rgb("#2F6FA5"), rgb("#3F8A6A")))
    c.ellipse(830, y + 62, 560, 20, INK, alpha=0.18)
    c.polygon([(270, y - 66), (360, y - 36), (1300, y - 36), (1390, y - 66), (1320, y + 60), (350, y + 60)], hull)
    c.polygon(
        [
            (270, y - 66),
            (360, y - 36),
            (1300, y - 36),
            (1390, y - 66),
            (1380, y - 44),
            (1306, y - 14),
            (354, y - 14),
            (280, y - 44),
        ],
        WHITE,
    )
    c.polygon([(318, y + 20), (1342, y + 20), (1320, y + 60), (350, y + 60)], darker(hull, 0.2))
    for x in (480, 830, 1180):
        draw_life_ring(c, x, y + 10, 34)
    for x in (250, 1370):
        c.wire([(x - 60, y + 64), (x, y + 56), (x + 60, y + 66)], 5, WHITE, alpha=0.8)


def _buoy(c: Canvas, at: Point) -> None:
    x, y = at
    c.ellipse(x, y, 34, 7, INK, alpha=0.2)
    c.polygon([(x - 26, y), (x - 12, y - 62), (x + 12, y - 62), (x + 26, y)], ORANGE)
    c.polygon([(x - 20, y - 24), (x - 16, y - 42), (x + 16, y - 42), (x + 20, y - 24)], WHITE)
    c.rect(x - 3, y - 84, x + 3, y - 60, STONE)


def _bank_lesson(c: Canvas, rng: Random, count: int) -> None:
    _assembly_sign(c, (1430, 800))
    guide = replace(volunteer(rng, height=244), vest=LIFE_JACKET)
    hands = draw_person(c, guide, (280, 800), arms=("down", "ahead"), view="right")
    draw_megaphone(c, (hands.near[0] + 4, hands.near[1] - 6), 56, to_right=True)
    for i, x in enumerate(spread(rng, count, 470, 1330, jitter=0.1)):
        y = (862 if i % 2 else 800) + rng.uniform(-6, 6)
        look = _jacket(pupil(rng, height=204 if i % 2 else 184))
        if i == count // 2:
            holds = draw_person(c, look, (x, y), arms=("hold", "hold"))
            draw_life_ring(c, x, holds.near[1] + 22, 44)
        else:
            draw_person(
                c,
                look,
                (x, y),
                arms=rng.choice((("down", "down"), ("down", "wave"), ("hold", "hold"))),
                view=rng.choice(("front", "front", "left")),
            )


def _assembly_sign(c: Canvas, at: Point) -> None:
    """Draw the green sign with an arrow that shows the way to high ground."""
    x, y = at
    c.ellipse(x, y, 14, 3, INK, alpha=0.2)
    c.rect(x - 4, y - 140, x + 4, y, STONE)
    c.rect(x - 40, y - 196, x + 40, y - 118, LEAF, radius=6)
    c.polygon(
        [
            (x - 26, y - 160),
            (x, y - 188),
            (x + 26, y - 160),
            (x + 11, y - 160),
            (x + 11, y - 126),
            (x - 11, y - 126),
            (x - 11, y - 160),
        ],
        WHITE,
    )


SCENE = Scene(
    draw=draw_flood_drill,
    people=(5, 7),
    lights=("overcast", "morning", "afternoon"),
    sentences={
        "boat": "{people} học sinh mặc áo phao ngồi trên thuyền diễn tập ứng phó lũ {time}, "
        "một người hướng dẫn đứng chèo, phía sau là trường.",
        "bank": "{people} học sinh mặc áo phao đứng trên bờ nghe hướng dẫn ứng phó lũ qua loa {time}, "
        "một em ôm phao tròn.",
    },
)
