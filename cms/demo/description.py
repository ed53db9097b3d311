"""What a demonstration landscape shows, in Chinese: its alternative text."""

from __future__ import annotations

from cms.demo.drawing.palettes import PALETTES
from cms.demo.scene import Scene, plan

COUNTS = {1: "一", 2: "两", 3: "三", 4: "四", 5: "五", 6: "六"}


def describe(seed: int, palette: str | None = None, kind: str | None = None) -> str:
    """The alternative text of the picture that `pictures.draw` makes of the same arguments."""
    scene = plan(seed, palette, kind)
    light = PALETTES[scene.palette]
    side = "左" if scene.disc[0] < 0.5 else "右"
    disc = "一轮圆月" if light.moon else "一轮太阳"
    far = f"{COUNTS[scene.layers]}重石山由浓到淡"
    parts = [f"插画：{light.light}里，{far}，{side}上方是{disc}", _subject(scene)]
    if scene.boats:
        parts.append(f"江面停着{COUNTS[scene.boats]}只没有人的篷船")
    if scene.birds:
        parts.append(
            f"{COUNTS[scene.birds]}只水鸟飞过"
            if scene.kind != "terraces"
            else f"{COUNTS[scene.birds]}只鸟飞过"
        )
    text = "，".join(parts)
    if scene.band:
        text += "；画面上下各有一条菱形壮锦纹" if scene.band == "both" else "；画面下边有一条菱形壮锦纹"
    return text + "。"


def _subject(scene: Scene) -> str:
    near = "右" if scene.right else "左"
    if scene.kind == "village":
        hamlet = f"{near}岸一片吊脚楼"
        return f"{hamlet}围着一座多层鼓楼，倒影落在江中" if scene.tower else f"{hamlet}，倒影落在江中"
    return {
        "river": "山脚下江水平静，映着山影和光点",
        "bridge": "一座有楼亭的风雨桥横跨江面",
        "city": "一座三拱的大桥横跨江面",
        "terraces": "山前的梯田一层层弯向近处，有的水田泛着亮光",
        "bamboo": f"{near}下方是一丛翠竹，江水映着山影",
        "blossom": f"{near}上角伸出一枝洋紫荆，花瓣飘落，山下是平静的江水",
    }[scene.kind]
