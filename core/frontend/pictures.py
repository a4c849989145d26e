"""A content image in its prepared sizes, and the `<picture>` that lets the browser choose one."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString

# How wide each place shows its image, so that a phone on a slow line takes the smallest file that is sharp.
SIZES = {
    "hero": "(min-width: 64rem) 53vw, 100vw",
    "lead": "(min-width: 48rem) 44rem, 100vw",
    "story": "(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw",
    "card": "(min-width: 64rem) 17rem, (min-width: 40rem) 45vw, 6.5rem",
    "row": "6.5rem",
    "gallery": "(min-width: 40rem) 21rem, 50vw",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """Addresses of one image. width, height: pixels. srcset, webp: "address 360w, address 720w" or empty."""

    src: str
    width: int
    height: int
    alt: str = ""
    srcset: str = ""
    webp: str = ""

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width


def picture_html(picture: Picture, place: str, *, first: bool = False, described: bool = False) -> SafeString:
    """Return the markup of the image for one of the places in SIZES.

    first: the image seen at once, fetched before all others; the rest wait until they are scrolled to.
    described: write the alternative text; without it the image is decoration beside a title that says the same.
    """
    sizes = SIZES[place]
    webp = f'<source type="image/webp" srcset="{escape(picture.webp)}" sizes="{sizes}">' if picture.webp else ""
    responsive = f' srcset="{escape(picture.srcset)}" sizes="{sizes}"' if picture.srcset else ""
    timing = 'fetchpriority="high"' if first else 'loading="lazy" decoding="async"'
    alt = escape(picture.alt) if described else ""
    image = (
        f'<img src="{escape(picture.src)}"{responsive} alt="{alt}"'
        f' width="{picture.width}" height="{picture.height}" {timing}>'
    )
    return SafeString(f"<picture>{webp}{image}</picture>")
