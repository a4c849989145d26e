"""Every scene by name."""

from collections.abc import Mapping
from types import MappingProxyType

from infra.demo.pictures.plan import Scene
from infra.demo.pictures.scenes import (
    art,
    bridge,
    classroom,
    computer,
    exam,
    festivals,
    flag_ceremony,
    flood,
    garden,
    graduation,
    health,
    kindergarten,
    library,
    meal,
    meeting,
    mountain,
    music,
    planting,
    reading,
    river,
    school,
    science,
    sea,
    sports,
    traffic,
    volunteers,
)

SCENES: Mapping[str, Scene] = MappingProxyType(
    {
        "school": school.SCENE,
        "flag-ceremony": flag_ceremony.SCENE,
        "graduation": graduation.SCENE,
        "classroom": classroom.SCENE,
        "exam": exam.SCENE,
        "computer": computer.SCENE,
        "library": library.SCENE,
        "reading": reading.SCENE,
        "science": science.SCENE,
        "art": art.SCENE,
        "music": music.SCENE,
        "meeting": meeting.SCENE,
        "meal": meal.SCENE,
        "health": health.SCENE,
        "kindergarten": kindergarten.SCENE,
        "sports": sports.SCENE,
        "festival": festivals.SCENE,
        "tree-planting": planting.SCENE,
        "garden": garden.SCENE,
        "volunteer": volunteers.SCENE,
        "flood-drill": flood.SCENE,
        "traffic": traffic.SCENE,
        "sea": sea.SCENE,
        "river": river.SCENE,
        "mountain": mountain.SCENE,
        "bridge": bridge.SCENE,
    }
)
