"""What one picture will show, decided from its scene and seed before anything is drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from infra.demo.pictures.canvas import Canvas
from infra.demo.pictures.colors import LIGHTS

NUMBERS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The choices of one picture.

    variant: a key of the scene's sentences. light: a key of `LIGHTS`. people: how many pupils the sentence counts.
    is_mirrored: left and right are exchanged.
    """

    variant: str
    light: str
    people: int
    is_mirrored: bool


DrawScene: TypeAlias = Callable[[Canvas, Plan, Random], None]


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A kind of picture.

    sentences: what each variant shows, in Vietnamese, with {people} (how many, in words) and {time}.
    people: fewest and most, where the sentences count them. lights: keys of `LIGHTS` that suit the scene.
    evening: the variants at night.
    has_handedness: shows traffic, which keeps to the right and must not be mirrored.
    """

    draw: DrawScene
    sentences: Mapping[str, str]
    people: tuple[int, int] = (1, 1)
    lights: tuple[str, ...] = ("morning", "noon", "afternoon")
    evening: tuple[str, ...] = ()
    has_handedness: bool = False


def make_plan(name: str, scene: Scene, seed: int) -> tuple[Plan, Random]:
    """Return the plan of this seed and the chance that draws its details.

    Variants, lights and the mirror take turns with the seed, so that neighboring seeds never look alike.
    """
    rng = Random(f"{name}:{seed}")
    turn, place = divmod(seed, len(scene.sentences))
    variant = list(scene.sentences)[place]
    plan = Plan(
        variant=variant,
        light="evening" if variant in scene.evening else scene.lights[(turn + place) % len(scene.lights)],
        people=rng.randint(*scene.people),
        is_mirrored=turn % 2 == 1 and not scene.has_handedness,
    )
    return plan, rng


def sentence_of(scene: Scene, plan: Plan) -> str:
    """Return what the picture of this plan shows, as one Vietnamese sentence."""
    text = scene.sentences[plan.variant].format(people=NUMBERS[plan.people], time=LIGHTS[plan.light].phrase)
    return text[0].upper() + text[1:]
