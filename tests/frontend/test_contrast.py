"""The contrast table of the design, computed again from tokens.css."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tenants.units.models.unit import Palette

TOKENS = Path(settings.BASE_DIR) / "core" / "static" / "css" / "tokens.css"
TEXT, CONTROL, AIM = 4.5, 3.0, 7.0
GROUNDS = ("--paper", "--wash", "--wash-2", "--field")
# Text on ground, as components put them together; the palette's own names among them.
PAIRS = (
    *((text, ground) for text in ("--ink", "--ink-2", "--ink-3", "--accent") for ground in GROUNDS),
    *(("--ink", ground) for ground in ("--accent-soft", "--mark", "--ok-soft", "--warn-soft", "--bad-soft")),
    *((text, "--accent-soft") for text in ("--ink-3", "--accent")),
    *((f"--{status}", f"--{status}-soft") for status in ("ok", "warn", "bad")),
    *((text, "--hero") for text in ("--on-hero", "--hero-line", "--hero-soft")),
    ("--on-accent", "--accent"),
    ("--on-spark", "--spark"),
)
EVERY_VIEW = ("light", "dark", "high")


def rules() -> list[tuple[str, dict[str, str]]]:
    """Return (selector, declarations) in source order, without comments and media queries of size."""
    text = re.sub(r"/\*.*?\*/", "", TOKENS.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = []
    for selectors, block in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        declarations = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", block))
        found += [(selector.strip(), declarations) for selector in selectors.split(",")]
    return found


RULES = rules()


def tokens(*selectors: str) -> dict[str, str]:
    """Return the tokens that hold where all these selectors match, later ones winning, `var()` followed."""
    values: dict[str, str] = {}
    for wanted in selectors:
        for selector, declarations in RULES:
            if selector == wanted:
                values |= declarations

    def follow(text: str) -> str:
        return re.sub(r"var\((--[\w-]+)\)", lambda use: follow(values[use[1]]), text)

    return {name: follow(text) for name, text in values.items()}


def palette(name: str) -> dict[str, str]:
    own = [] if name == "hien-luong" else [f'[data-palette="{name}"]']
    return tokens(":root", *own, "[data-palette]")


def palette_in(view: str, name: str) -> dict[str, str]:
    """Return the tokens of a page, and as much of a badge inside another page, in a chosen view."""
    own = [] if name == "hien-luong" else [f'[data-palette="{name}"]']
    return tokens(":root", *own, "[data-palette]", f'[data-view="{view}"]', f'html[data-view="{view}"]')


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2.2 contrast of two "#rrggbb" colors, rounded as the design's table."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return round((lighter + 0.05) / (darker + 0.05), 2)


def luminance(color: str) -> float:
    channels = (int(color[index : index + 2], 16) / 255 for index in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# white/accent, white/strong, accent/soft, accent/wash, ink/soft, dark tint on the dark paper: the design's table.
TABLE = {
    "hien-luong": (8.70, 12.78, 7.61, 8.14, 14.00, 10.22),
    "cua-tung": (7.95, 11.83, 6.92, 7.44, 13.93, 10.29),
    "truong-son": (7.53, 11.31, 6.61, 7.05, 14.07, 10.67),
    "nhat-le": (8.35, 12.32, 7.22, 7.81, 13.85, 10.17),
    "phong-nha": (8.49, 12.39, 7.34, 7.94, 13.85, 10.23),
    "hoa-phuong": (7.52, 11.42, 6.59, 7.03, 14.03, 10.01),
    "khe-sanh": (8.40, 12.41, 7.32, 7.86, 13.95, 10.60),
    "thach-han": (8.27, 12.46, 7.21, 7.74, 13.95, 10.56),
}


def test_every_palette_of_the_register_is_drawn() -> None:
    assert set(TABLE) == set(Palette.values)


@pytest.mark.parametrize("name", TABLE)
def test_palette_has_the_contrast_of_the_table(name: str) -> None:
    shades, dark = palette(name), tokens('[data-view="dark"]')
    measured = (
        contrast("#ffffff", shades["--accent"]),
        contrast("#ffffff", shades["--accent-strong"]),
        contrast(shades["--accent"], shades["--accent-soft"]),
        contrast(shades["--accent"], shades["--wash"]),
        contrast(shades["--ink"], shades["--accent-soft"]),
        contrast(shades["--pal-dark"], dark["--paper"]),
    )
    assert measured == pytest.approx(TABLE[name], abs=0.01)
    assert contrast(shades["--accent-line"], shades["--accent-strong"]) >= TEXT
    assert contrast(shades["--ink-3"], shades["--accent-soft"]) >= TEXT
    assert contrast(shades["--accent"], shades["--mark"]) >= TEXT


@pytest.mark.parametrize("name", TABLE)
def test_palette_stays_legible_in_dark_and_high(name: str) -> None:
    dark, high = palette_in("dark", name), palette_in("high", name)
    assert contrast(dark["--accent"], dark["--wash-2"]) >= AIM
    assert contrast(dark["--on-accent"], dark["--accent"]) >= AIM
    assert contrast(dark["--hero-line"], dark["--hero"]) >= TEXT
    assert contrast(high["--accent"], high["--paper"]) >= 16
    assert contrast(high["--on-accent"], high["--accent"]) >= 16
    assert contrast(high["--ink"], high["--mark"]) >= AIM


@pytest.mark.parametrize("view", ["light", "dark"])
def test_text_controls_and_statuses_are_legible(view: str) -> None:
    shades = tokens(":root") if view == "light" else tokens(":root", '[data-view="dark"]')
    for ground in ("--paper", "--wash", "--wash-2"):
        for text in ("--ink", "--ink-2", "--ink-3"):
            assert contrast(shades[text], shades[ground]) >= TEXT, (text, ground)
        assert contrast(shades["--line-2"], shades[ground]) >= CONTROL, ground
    for status in ("--ok", "--warn", "--bad"):
        assert contrast(shades[status], shades[f"{status}-soft"]) >= TEXT
        assert contrast(shades["--ink"], shades[f"{status}-soft"]) >= AIM
    assert contrast(shades["--ink"], shades["--mark"]) >= AIM
    assert contrast(shades["--on-spark"], shades["--spark"]) >= AIM
    assert contrast(shades["--focus"], shades["--focus-ring"]) >= AIM


@pytest.mark.parametrize("view", EVERY_VIEW)
@pytest.mark.parametrize("name", TABLE)
def test_every_pair_of_text_and_ground_is_legible(name: str, view: str) -> None:
    """WCAG 2.2 AA everywhere, AAA in "Tương phản cao"; borders of controls and the focus ring 3, there 4.5."""
    shades = palette(name) if view == "light" else palette_in(view, name)
    text, control = (AIM, TEXT) if view == "high" else (TEXT, CONTROL)
    weak = {pair: ratio for pair in PAIRS if (ratio := contrast(shades[pair[0]], shades[pair[1]])) < text}
    assert weak == {}
    assert min(contrast(shades["--line-2"], shades[ground]) for ground in GROUNDS) >= control
    assert contrast(shades["--focus"], shades["--focus-ring"]) >= control
    for ground in (*GROUNDS, "--hero"):
        assert max(contrast(shades[ring], shades[ground]) for ring in ("--focus", "--focus-ring")) >= control, ground


def test_high_contrast_wish_of_the_system_gives_the_same_as_the_choice() -> None:
    css = TOKENS.read_text(encoding="utf-8")
    chosen, wished = css.split("@media (prefers-contrast: more)")
    blocks = (
        re.findall(r"\{([^{}]*)\}", chosen[chosen.index('[data-view="high"]') :]),
        re.findall(r"\{([^{}]*)\}", wished[2:]),
    )
    assert [block.split() for block in blocks[0]] == [block.split() for block in blocks[1]]
