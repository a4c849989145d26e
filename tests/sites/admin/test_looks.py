"""The admin's stylesheet repeats the public tokens; these tests keep the two together."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TOKENS = (ROOT / "core/static/css/tokens.css").read_text(encoding="utf-8")
STAFF = (ROOT / "sites/static/staff/staff.css").read_text(encoding="utf-8")


def test_palettes_are_those_of_the_public_pages() -> None:
    palette = r'\[data-palette="([a-z-]+)"\] \{ --accent: (#\w+); --accent-strong: (#\w+);.*--pal-dark: (#\w+)'
    public = re.findall(palette, TOKENS)
    ours = re.findall(r'content="([a-z-]+)"\]\) \{ --lt-accent: (#\w+); --lt-strong: (#\w+); --lt-tint: (#\w+);', STAFF)
    assert len(ours) == 8
    assert ours == public


def test_states_have_the_public_colors() -> None:
    for name in ("ok", "warn", "bad"):
        for part in (name, f"{name}-soft"):
            public = re.search(rf"--{part}: (#\w+);", TOKENS)[1]
            assert f"--lt-{part}: {public};" in STAFF


def test_every_page_names_its_unit(log_in) -> None:
    page = log_in("minh@anbinh.example").get("/quan-tri/viet-bai/").content.decode()
    assert '<meta name="unit-palette" content="cua-tung">' in page
    assert "- Trường Tiểu học An Bình</title>" in page
