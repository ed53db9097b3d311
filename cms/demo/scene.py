"""What a demonstration landscape shows, decided by its seed before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from cms.demo.drawing.palettes import PALETTES

KINDS = ("river", "bridge", "city", "village", "terraces", "bamboo", "blossom")


@dataclass(frozen=True)
class Scene:
    """The plan of one landscape. Both the drawing and its description are made from it."""

    seed: int
    palette: str
    kind: str
    disc: tuple[float, float]  # where the sun or the moon stands, as shares of width and height
    layers: int
    boats: int
    birds: int
    petals: int
    tower: bool
    right: bool  # the side of the branch, the bamboo or the hamlet
    band: str  # "", "bottom" or "both"


def plan(seed: int, palette: str | None = None, kind: str | None = None) -> Scene:
    """The scene of a seed; the same arguments always give the same scene.

    Raises KeyError for a palette, and ValueError for a kind, that there is none of.
    """
    rng = Random(seed * 7919 + 17)  # noqa: S311 - variety, not secrecy
    names = list(PALETTES)
    drawn_palette, drawn_kind = rng.choice(names), rng.choice(KINDS)
    palette, kind = palette or drawn_palette, kind or drawn_kind
    if kind not in KINDS:
        raise ValueError(f"no such kind of scene: {kind}")
    light = PALETTES[palette]
    right = rng.random() < 0.5
    side = rng.uniform(0.18, 0.4) if right else rng.uniform(0.6, 0.82)
    boats = rng.choice((1, 1, 2))
    return Scene(
        seed=seed,
        palette=palette,
        kind=kind,
        disc=(side, rng.uniform(0.14, 0.24)),
        layers=rng.choice((4, 5, 5)),
        boats=boats if kind in {"river", "blossom", "village", "bamboo"} else 0,
        birds=rng.choice((0, 3, 5, 6)) if not light.moon else 0,
        petals=rng.choice((7, 10, 13)) if kind == "blossom" else 0,
        tower=rng.random() < 0.6,
        right=right,
        band=rng.choice(("", "bottom", "bottom", "both")),
    )
