"""The colours of the demonstration landscapes, by the light that they show."""

from dataclasses import dataclass

from PIL import ImageColor

type_rgb = tuple[int, int, int]


def rgb(value: str) -> type_rgb:
    """The colour written as #RRGGBB."""
    red, green, blue = ImageColor.getrgb(value)[:3]
    return red, green, blue


def mix(first: type_rgb, second: type_rgb, share: float) -> type_rgb:
    """The colour that lies `share` (0 to 1) of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


@dataclass(frozen=True)
class Palette:
    """One light. `hills` runs from the farthest layer to the nearest."""

    light: str  # in Chinese, for the alternative text
    sky: tuple[str, str, str]  # top, middle, horizon
    disc: str
    moon: bool
    mist: str
    hills: tuple[str, str, str, str]
    water: tuple[str, str]  # far, near
    gleam: str
    blossom: tuple[str, str]  # petal, heart
    roof: str
    field: tuple[str, str]  # crop, flooded
    band: tuple[str, str]  # ground, figure

    def hill(self, depth: float) -> type_rgb:
        """The colour of a hill at `depth` (0 = farthest, 1 = nearest)."""
        place = depth * (len(self.hills) - 1)
        index = min(int(place), len(self.hills) - 2)
        return mix(rgb(self.hills[index]), rgb(self.hills[index + 1]), place - index)


PALETTES: dict[str, Palette] = {
    "dawn": Palette(
        light="粉色的晨光",
        sky=("#FBD3CF", "#FDE3D8", "#FFF3E8"),
        disc="#FFF8F0",
        moon=False,
        mist="#FFEDE8",
        hills=("#F0C3CE", "#DB8FAE", "#B94A82", "#7A1145"),
        water=("#F3CBD2", "#CF87A6"),
        gleam="#FFF3EC",
        blossom=("#FBE3EC", "#A21C5B"),
        roof="#4E0E30",
        field=("#A63C6E", "#F7D3D2"),
        band=("#FFFCFA", "#A21C5B"),
    ),
    "river": Palette(
        light="青绿的晴日",
        sky=("#D3E8E3", "#E4EFE6", "#F5F3E6"),
        disc="#FFFBF0",
        moon=False,
        mist="#F1F4EA",
        hills=("#CCD5C3", "#98BDAC", "#4C9485", "#0E5A52"),
        water=("#CFDFD2", "#7FB0A2"),
        gleam="#FAFBF0",
        blossom=("#F6C9DC", "#A21C5B"),
        roof="#1F3D38",
        field=("#5E9A6A", "#DCEBDD"),
        band=("#FFFCFA", "#0E6B63"),
    ),
    "morning": Palette(
        light="湛蓝的清晨",
        sky=("#B9D9EA", "#D9E9EE", "#F4F1E6"),
        disc="#FFFBEF",
        moon=False,
        mist="#EFF4F1",
        hills=("#C9D7D6", "#93B5BF", "#4A8299", "#1F4A66"),
        water=("#CBDFE3", "#729FB2"),
        gleam="#FBFCF5",
        blossom=("#F3C3D8", "#A21C5B"),
        roof="#1B3345",
        field=("#6E9E86", "#D8E9EA"),
        band=("#FFFCFA", "#2B5F80"),
    ),
    "sunset": Palette(
        light="橙红的晚霞",
        sky=("#F0A98C", "#F8C9A2", "#FEEBCB"),
        disc="#FFF6DE",
        moon=False,
        mist="#FBDCC0",
        hills=("#EDB598", "#CF8188", "#94476D", "#4B1C42"),
        water=("#F3C3A2", "#B9697C"),
        gleam="#FFF2D6",
        blossom=("#FBD9DE", "#93164F"),
        roof="#351532",
        field=("#9B4E55", "#F6CDA8"),
        band=("#FFF8EF", "#8E2A55"),
    ),
    "terrace": Palette(
        light="金黄的秋日",
        sky=("#F3DDB4", "#F8E9CB", "#FDF6E4"),
        disc="#FFFAEA",
        moon=False,
        mist="#FBF1DC",
        hills=("#DDCFA9", "#BBB283", "#7D8A5C", "#3F5A41"),
        water=("#E6DDBF", "#A9AE8C"),
        gleam="#FFFAE8",
        blossom=("#F7D3DC", "#A21C5B"),
        roof="#43301F",
        field=("#D9A441", "#F2E6C2"),
        band=("#FFFCFA", "#B7791F"),
    ),
    "lavender": Palette(
        light="淡紫的月夜",
        sky=("#5D5690", "#9A8BB8", "#E5CBD6"),
        disc="#FFF7E4",
        moon=True,
        mist="#CFBFD8",
        hills=("#AE9FC6", "#8574AB", "#574684", "#2A2050"),
        water=("#BBA6C8", "#62538D"),
        gleam="#FFF1DC",
        blossom=("#F4CFE2", "#8E1B57"),
        roof="#1E173B",
        field=("#6A5A97", "#D6C2D6"),
        band=("#F7F0F7", "#5B3F86"),
    ),
}
