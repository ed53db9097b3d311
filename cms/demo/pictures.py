"""Demonstration pictures: landscapes of Liuzhou drawn by Pillow, so that they owe nobody a licence."""

from __future__ import annotations

from io import BytesIO
from random import Random

from cms.demo.drawing import brocade, buildings, hills, plants, sky, water
from cms.demo.drawing.brush import Brush
from cms.demo.drawing.palettes import PALETTES
from cms.demo.scene import Scene, plan

QUALITY = 88


def draw(
    seed: int, palette: str | None = None, size: tuple[int, int] = (1800, 1200), kind: str | None = None
) -> bytes:
    """The JPEG of a landscape. The same arguments give the same bytes; nobody is ever shown.

    A palette and a kind left out are chosen by the seed. `describe` in cms.demo.description says in
    Chinese what the same arguments show.
    """
    scene = plan(seed, palette, kind)
    light = PALETTES[scene.palette]
    rng = Random(seed)  # noqa: S311 - variety, not secrecy
    terraces = scene.kind == "terraces"
    horizon = 0.6
    picture = sky.sky_picture(size, light, horizon)
    brush = Brush(picture)
    shore = brush.height * (0.77 if terraces else rng.uniform(0.755, 0.785))
    sun = scene.disc[0] * brush.width
    if light.moon:
        sky.draw_stars(brush, rng, light)
    sky.draw_disc(brush, light, sun, scene.disc[1] * brush.height, rng.uniform(72, 96))
    sky.draw_clouds(brush, rng, light, rng.choice((2, 3, 4)), brush.height * 0.08, brush.height * 0.4)
    _draw_hills(brush, rng, scene, shore)
    if scene.birds:
        sky.draw_birds(brush, rng, light, scene.birds)
    if terraces:
        plants.draw_terraces(brush, rng, light, brush.height * 0.66)
    else:
        _draw_shore(brush, rng, scene, shore)
        water.draw_water(brush, light, shore)
        water.draw_gleams(brush, rng, light, shore, sun)
        for index in range(scene.boats):
            x = (rng.uniform(0.16, 0.3) if scene.right else rng.uniform(0.52, 0.66)) + 0.19 * index
            depth = rng.uniform(0.22, 0.55)
            y = shore + (brush.height - shore) * depth
            water.draw_boat(brush, light, x * brush.width, y, 46 + 62 * depth, rng.random() < 0.5)
    if scene.kind == "bamboo":
        plants.draw_bamboo(brush, rng, light, scene.right)
    if scene.kind == "blossom":
        plants.draw_branch(brush, rng, light, scene.right)
        plants.draw_petals(brush, rng, light, scene.petals)
    if scene.band:
        brocade.draw_band(brush, light)
    if scene.band == "both":
        brocade.draw_band(brush, light, top=True)
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()


def _draw_hills(brush: Brush, rng: Random, scene: Scene, shore: float) -> None:
    light = PALETTES[scene.palette]
    hero_layer = rng.choice((0, 1, 1))
    for index in range(scene.layers):
        depth = index / (scene.layers - 1)
        foot = shore * (0.74 + 0.26 * depth) if index < scene.layers - 1 else shore
        height = brush.height * (0.36 - 0.19 * depth) * rng.uniform(0.9, 1.1)
        hero = None
        if index == hero_layer:
            hero = brush.width * (1 - scene.disc[0] + rng.uniform(-0.08, 0.08))
        towers = rng.choice((6, 7, 8)) - round(depth * 1.5)
        outline = hills.ridge(rng, brush.width, foot, height, towers, hero)
        # The layer goes on below its foot, behind the next one, so that no gap shows between them.
        hills.draw_layer(brush, light, outline, depth, shore, height * (0.75 - 0.2 * depth))
        if index < scene.layers - 1:
            level = foot - rng.uniform(0, 30)
            hills.draw_mist(brush, rng, light, level, rng.uniform(120, 190), 0.85 - 0.35 * depth)
    hills.draw_mist(brush, rng, light, shore - 8, 70, 0.55)


def _draw_shore(brush: Brush, rng: Random, scene: Scene, shore: float) -> None:
    light = PALETTES[scene.palette]
    if scene.kind in {"bridge", "city"}:  # a haze behind it lifts the bridge off the hills
        hills.draw_mist(brush, rng, light, shore - 70, 230, 0.75)
    if scene.kind == "bridge":
        buildings.draw_covered_bridge(brush, rng, light, shore)
    elif scene.kind == "city":
        buildings.draw_arch_bridge(brush, light, shore)
    elif scene.kind == "village":
        left = brush.width * (0.5 if scene.right else 0.06)
        buildings.draw_houses(brush, rng, light, left, left + brush.width * 0.44, shore)
        if scene.tower:
            buildings.draw_drum_tower(brush, light, left + brush.width * 0.2, shore, 0.98)
