"""The examination room."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import FLAG_RED, WHITE, Color, rgb
from infra.demo.pictures.parts.campus import YARDS, draw_campus
from infra.demo.pictures.parts.crowds import add_person
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_banner, draw_clock
from infra.demo.pictures.parts.furniture import DESKS, draw_desk, draw_sitter
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.people import pupil, teacher
from infra.demo.pictures.parts.rooms import SHUTTERS, draw_blackboard, draw_fan, draw_room, draw_view
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene

FLOOR = 480


def draw_exam(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw an examination: candidates at single desks, or in line before the rooms."""
    {"board": _under_board, "banner": _under_banner, "line": _in_line}[plan.variant](c, rng, plan.people)


def _under_board(c: Canvas, rng: Random, count: int) -> None:
    left = rng.choice((380, 470, 560))
    _room(c, rng)
    draw_blackboard(c, rng, (left, 150, left + 530, 370))
    draw_clock(c, left + 610, 150, 46)
    _examine(c, rng, count)


def _under_banner(c: Canvas, rng: Random, count: int) -> None:
    top = rng.uniform(120, 180)
    _room(c, rng)
    draw_banner(c, 430, top, 1060, top + 110, color=rng.choice((FLAG_RED, rgb("#2F5D83"))))
    draw_clock(c, 1150, top + 50, 46)
    _examine(c, rng, count)


def _room(c: Canvas, rng: Random) -> None:
    draw_room(c, rng, floor=FLOOR)
    shutters = rng.choice(SHUTTERS)
    for left in (70, 1290):
        draw_view(c, rng, (left, 140, left + 240, 350), shutters=shutters)
    draw_fan(c, 400, 66)
    draw_fan(c, 1200, 66)


def _examine(c: Canvas, rng: Random, count: int) -> None:
    """Draw two proctors and two rows of candidates."""
    for x in (rng.uniform(420, 560), rng.uniform(1060, 1180)):
        arms = rng.choice((("low", "low"), ("hold", "hold"), ("down", "hip")))
        draw_person(c, teacher(rng, height=246), (x, FLOOR + 40), arms=arms)
    wood = rng.choice(DESKS)
    far = count // 2
    for y, number, half, height in ((650, far, 570, 184), (850, count - far, 710, 226)):
        for seat in range(number):
            _candidate(c, rng, (800 - half + 2 * half * (seat + 0.5) / number, y), height, wood)


def _candidate(c: Canvas, rng: Random, at: Point, height: float, wood: Color) -> None:
    """Draw a candidate writing at a single desk, seen from the front."""
    x, y = at
    top, foot = y - height * 0.4, y + height * 0.14
    draw_sitter(c, pupil(rng, height=height, scarf=False), x, top=top, foot=foot, arms=("low", "low"))
    draw_desk(c, x, y + height * 0.14, height * 0.92, height * 0.54, wood)
    c.polygon(
        [
            (x - height * 0.16, top + 2),
            (x - height * 0.12, top - height * 0.07),
            (x + height * 0.16, top - height * 0.07),
            (x + height * 0.14, top + 2),
        ],
        WHITE,
    )
    c.line([(x + height * 0.1, top - height * 0.03), (x + height * 0.15, top - height * 0.13)], 4, rgb("#2F6FA5"))
    c.rect(x - height * 0.36, top - height * 0.09, x - height * 0.28, top, rgb("#BFDCE0"), radius=3)


def _in_line(c: Canvas, rng: Random, count: int) -> None:
    """Draw candidates in two lines before the rooms, a proctor calling them by a list."""
    width = rng.uniform(1040, 1160)
    draw_campus(c, rng, school="corridor", left=rng.uniform(180, 360), width=width, yard=rng.choice(YARDS))
    draw_tree(c, rng, rng.choice(("flame", "round", "terminalia")), (110, 690), 390)
    hands = draw_person(c, teacher(rng, height=200), (rng.uniform(420, 500), 720), arms=("down", "book"), view="right")
    c.polygon([(hands.near[0] + dx, hands.near[1] + dy) for dx, dy in ((-4, -34), (34, -40), (40, 4), (2, 10))], WHITE)
    stage = Depth()
    for i, x in enumerate(spread(rng, count, 600, 1440, jitter=0.1)):
        y = 850 if i % 2 else 770
        look = pupil(rng, height=188 if i % 2 else 164, scarf=False)
        add_person(c, stage, look, (x, y), arms=rng.choice((("down", "down"), ("hold", "hold"))), view="left")
    stage.draw()


SCENE = Scene(
    draw=draw_exam,
    people=(7, 9),
    sentences={
        "board": "{people} thí sinh ngồi mỗi người một bàn làm bài trong phòng thi {time}, "
        "hai giám thị đứng phía trên, cạnh bảng xanh.",
        "line": "{people} thí sinh đứng thành hàng trước dãy phòng thi {time}, giám thị cầm danh sách.",
        "banner": "{people} thí sinh ngồi mỗi người một bàn làm bài {time}, "
        "hai giám thị đứng dưới tấm băng treo trên tường phòng thi.",
    },
)
