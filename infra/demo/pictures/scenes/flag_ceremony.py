"""The salute to the flag on a Monday morning."""

from random import Random

from infra.demo.pictures.canvas import Canvas
from infra.demo.pictures.parts.campus import FRAMES, HORIZON, YARDS, draw_campus
from infra.demo.pictures.parts.crowds import Ground, add_person, add_ranks
from infra.demo.pictures.parts.flags import draw_flagpole
from infra.demo.pictures.parts.layout import Depth
from infra.demo.pictures.parts.people import teacher
from infra.demo.pictures.parts.plants import draw_hedge
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_flag_ceremony(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the ranks of pupils facing the flag on a Monday morning."""
    width = rng.uniform(1040, 1220)
    draw_campus(c, rng, school=plan.variant, left=800 - width / 2 - 150, width=width, yard=rng.choice(YARDS))
    stage = Depth()
    draw_hedge(c, left=800 - width * 0.44, right=800 - width * 0.1, y=HORIZON + 58, height=24)
    draw_hedge(c, left=800 + width * 0.1, right=800 + width * 0.44, y=HORIZON + 58, height=24)
    stage.add(HORIZON + 84, draw_flagpole, c, (800, HORIZON + 84), 490, flag=138)
    for x in (640, 960):
        add_person(c, stage, teacher(rng, height=118), (x, HORIZON + 90), arms=("down", "down"), view="front")
    kinds = rng.choice(FRAMES)
    stage.add(HORIZON + 100, draw_tree, c, rng, kinds[0], (96, HORIZON + 100), 380)
    stage.add(HORIZON + 100, draw_tree, c, rng, kinds[1], (1510, HORIZON + 100), 390)
    ranks, files = rng.choice(((3, 8), (3, 9), (4, 8)))
    add_ranks(
        c, rng, stage, ranks=ranks, files=files, ground=Ground(far=720, near=895, heights=(104, 172)), spread=(410, 640)
    )
    stage.draw()


SCENE = Scene(
    draw=draw_flag_ceremony,
    lights=("morning", "noon"),
    sentences={
        "hip": "Học sinh áo trắng xếp hàng quay về phía cột cờ giữa sân trường mái ngói đỏ {time}, "
        "hai giáo viên đứng hai bên.",
        "corridor": "Học sinh áo trắng xếp hàng chào cờ trước dãy phòng học có hành lang {time}, "
        "hai giáo viên đứng hai bên cột cờ.",
    },
)
