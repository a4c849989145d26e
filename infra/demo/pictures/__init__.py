"""The demo's pictures: flat drawings of school life in the province, in place of photographs of real children."""

from PIL import Image

from infra.demo.pictures.canvas import Canvas
from infra.demo.pictures.colors import LIGHTS
from infra.demo.pictures.plan import make_plan, sentence_of
from infra.demo.pictures.registry import SCENES

__all__ = ["SCENES", "describe", "draw"]


def draw(*, scene: str, seed: int, size: tuple[int, int] = (1600, 900)) -> Image.Image:
    """Draw a scene of `SCENES`, as an RGB image of exactly this width and height in pixels.

    The same scene and seed always give the same picture; other sizes show its middle. About 30 ms at 1600 × 900.
    Raise KeyError for an unknown scene.
    """
    plan, rng = make_plan(scene, SCENES[scene], seed)
    canvas = Canvas(size=size, light=LIGHTS[plan.light], mirrored=plan.is_mirrored)
    SCENES[scene].draw(canvas, plan, rng)
    return canvas.finish()


def describe(*, scene: str, seed: int) -> str:
    """Return one Vietnamese sentence that tells what `draw` shows for this scene and seed: its alternative text."""
    plan, _ = make_plan(scene, SCENES[scene], seed)
    return sentence_of(SCENES[scene], plan)
