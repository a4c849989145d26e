"""Song and music."""

from dataclasses import replace
from random import Random

from infra.demo.pictures.canvas import WIDTH, Canvas, Point
from infra.demo.pictures.colors import BOOKS, INK, WHITE, WOOD, Color, darker, lighter, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_banner, draw_bunting
from infra.demo.pictures.parts.furniture import draw_on_stool, draw_open_book
from infra.demo.pictures.parts.instruments import INSTRUMENTS, draw_microphone
from infra.demo.pictures.parts.layout import spread
from infra.demo.pictures.parts.nature import rolling
from infra.demo.pictures.parts.people import AO_DAI, pupil, teacher
from infra.demo.pictures.parts.plants import draw_bush
from infra.demo.pictures.parts.rooms import draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene


def draw_music(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw a performance on the stage, or a music lesson."""
    (_concert if plan.variant == "stage" else _music_lesson)(c, rng, plan.people)


def _concert(c: Canvas, rng: Random, count: int) -> None:
    curtain = rng.choice((rgb("#A8323A"), rgb("#8C2F55"), rgb("#2F5D83"), rgb("#2F7368"), rgb("#C08A3A")))
    back = rng.choice((rgb("#3B5F8C"), rgb("#6A8F9C"), rgb("#5E5A8C"), rgb("#A86B5A"), rgb("#3F6B5E")))
    c.fade(0, 0, WIDTH, 680, back, lighter(back, 0.35))
    for x, lean in ((420.0, -160), (800, 0), (1180, 160)):
        c.polygon([(x - 26, 0), (x + 26, 0), (x + lean + 190, 680), (x + lean - 190, 680)], rgb("#FFF3CF"), alpha=0.12)
    if rng.random() < 0.5:
        draw_banner(c, 500, 150, 1100, 270)
    else:
        _backdrop(c, rng)
    c.rect(0, 670, WIDTH, 900, rgb("#A8744A"))
    for y in (720, 776, 838):
        c.rect(0, y, WIDTH, y + 2, darker(rgb("#A8744A"), 0.14))
    for side in (0, 1):
        _curtain(c, side, curtain)
    c.rect(0, 0, WIDTH, 74, darker(curtain, 0.1))
    for i in range(16):
        c.chord(50 + i * 100, 74, 50, 44, (0, 180), curtain if i % 2 else darker(curtain, 0.1))
    _choir(c, rng, count - 2)
    for x, name in zip((390.0, 1210.0), rng.sample(list(INSTRUMENTS), 2), strict=True):
        INSTRUMENTS[name](c, rng, (x, 846))
    draw_microphone(c, (800, 850), 170)
    _flower_edge(c, rng)


def _choir(c: Canvas, rng: Random, count: int) -> None:
    """Draw a row of singers, every other one in áo dài of the same color."""
    gown = rng.choice(AO_DAI)
    for i, x in enumerate(spread(rng, count, 520, 1080, jitter=0.05)):
        look = pupil(rng, height=208, scarf=False)
        if i % 2:
            look = replace(look, outfit="ao_dai", hair="ponytail", top=gown, bottom=WHITE)
        draw_person(c, look, (x, 748), arms=rng.choice((("hold", "hold"), ("down", "down"), ("low", "low"))))


def _backdrop(c: Canvas, rng: Random) -> None:
    """Draw a painted backdrop of hills under a round sun or moon."""
    x = rng.uniform(640, 960)
    c.circle(x, 300, 130, rgb("#F6D98B"))
    c.ridge(rolling(rng, base=500, rise=50), rgb("#7FA99A"), bottom=680)
    c.ridge(rolling(rng, base=590, rise=30), rgb("#5C8C74"), bottom=680)


def _curtain(c: Canvas, side: int, color: Color) -> None:
    for fold in range(4):
        left = fold * 62 if side == 0 else WIDTH - (fold + 1) * 62
        waist = 20 * fold
        tone = color if fold % 2 else darker(color, 0.12)
        shift = -waist if side == 0 else waist
        c.polygon(
            [
                (left, 0),
                (left + 62, 0),
                (left + 62 + shift, 520),
                (left + 62 + shift * 0.5, 720),
                (left + shift * 0.5, 720),
                (left + shift, 520),
            ],
            tone,
        )


def _flower_edge(c: Canvas, rng: Random) -> None:
    c.rect(0, 872, WIDTH, 900, darker(rgb("#8A5A36"), 0.1))
    for place in range(30, 1600, 120):
        draw_bush(c, rng, (place + rng.uniform(-10, 10), 894), 34)


def _music_lesson(c: Canvas, rng: Random, count: int) -> None:
    floor = 620
    draw_room(c, rng, floor=floor)
    draw_view(c, rng, (120, 150, 390, 400))
    draw_view(c, rng, (1210, 150, 1480, 400))
    c.rect(520, 130, 1080, 400, WOOD, radius=6)
    c.rect(534, 144, 1066, 386, rgb("#F7F3E6"))
    with c.readable(800):
        for stave in (186, 286):
            for row in range(5):
                c.rect(560, stave + row * 14, 1040, stave + row * 14 + 2.4, rgb("#6B6660"))
            for x in spread(rng, 7, 600, 1030, jitter=0.1):
                _note(c, (x, stave + rng.choice((0, 14, 28, 42))))
    draw_bunting(c, rng, (0, 60), (1600, 60), sag=34, size=28)
    draw_person(c, teacher(rng, height=250), (rng.choice((470, 1130)), floor + 30), arms=("wave", "wave"))
    places = spread(rng, count, 190, 1410, jitter=0.08)
    names = list(INSTRUMENTS)
    for i, x in enumerate(places):
        if i % 2:
            INSTRUMENTS[names[(i + count) % len(names)]](c, rng, (x, 850))
        else:
            hands = draw_on_stool(c, pupil(rng, height=196), (x, 836), ("book", "book"))
            draw_open_book(c, (x, hands.near[1]), 62, rng.choice(BOOKS))


def _note(c: Canvas, at: Point) -> None:
    x, y = at
    c.ellipse(x, y, 10, 7.5, INK)
    c.line([(x + 8.6, y), (x + 8.6, y - 40)], 3, INK)
    c.line([(x + 8.6, y - 40), (x + 22, y - 28)], 4, INK)


SCENE = Scene(
    draw=draw_music,
    people=(6, 8),
    sentences={
        "stage": "{people} học sinh hát và chơi nhạc cụ trên sân khấu có màn nhung {time}.",
        "lesson": "{people} học sinh hát và tập nhạc cụ trong giờ âm nhạc {time}, "
        "giáo viên đánh nhịp trước bảng khuông nhạc.",
    },
)
