"""An answer rendered once, with gaps: of what everybody is shown, only the texts of the own row differ."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

# Not to be met in a list, whatever somebody types there.
_GAP = secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class Pattern:
    """parts: what stands around the gaps, one more than there are gaps."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, render: Callable[[Sequence[str]], str], *, gaps: int) -> "Pattern":
        """Return what `render` makes of so many texts, apart from the texts."""
        return cls(tuple(render([_GAP] * gaps).split(_GAP)))

    def filled(self, texts: Sequence[str]) -> str:
        """Return the HTML with each text in its gap, escaped. Raise ValueError unless there is a text for each gap."""
        pieces = [self.parts[0]]
        for text, part in zip(texts, self.parts[1:], strict=True):
            pieces += (escape(text), part)
        return "".join(pieces)
