"""The examination room."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import WHITE, Color, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_banner, draw_clock
from infra.demo.pictures.parts.furniture import DESKS, draw_desk, draw_sitter
from infra.demo.pictures.parts.people import pupil, teacher
from infra.demo.pictures.parts.rooms import SHUTTERS, draw_blackboard, draw_fan, draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene


def draw_exam(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw an examination: single desks, candidates facing the viewer, a proctor, a clock."""
    floor = 480
    draw_room(c, rng, floor=floor)
    shutters = rng.choice(SHUTTERS)
    for left in (70, 1290):
        draw_view(c, rng, (left, 140, left + 240, 350), shutters=shutters)
    draw_blackboard(c, rng, (470, 150, 1000, 370)) if plan.variant == "board" else draw_banner(c, 430, 150, 1060, 260)
    draw_clock(c, 1130, 150, 50)
    draw_fan(c, 400, 66)
    draw_fan(c, 1200, 66)
    for x in (rng.uniform(420, 560), rng.uniform(1060, 1180)):
        draw_person(
            c,
            teacher(rng, height=246),
            (x, floor + 40),
            arms=rng.choice((("low", "low"), ("hold", "hold"), ("down", "hip"))),
            view="front",
        )
    wood = rng.choice(DESKS)
    far = plan.people // 2
    for y, count, span, height in ((650, far, (230, 1370), 184), (850, plan.people - far, (90, 1510), 226)):
        step = (span[1] - span[0]) / count
        for seat in range(count):
            _candidate(c, rng, (span[0] + step * (seat + 0.5), y), height, wood)


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


SCENE = Scene(
    draw=draw_exam,
    people=(7, 9),
    has_handedness=True,
    sentences={
        "board": "{people} thí sinh ngồi mỗi người một bàn làm bài trong phòng thi {time}, "
        "hai giám thị đứng phía trên, cạnh bảng xanh.",
        "banner": "{people} thí sinh ngồi mỗi người một bàn làm bài {time}, "
        "hai giám thị đứng dưới tấm băng đỏ của kỳ thi.",
    },
)
