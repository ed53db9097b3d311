"""Colours of a photo: from whatever a scanner or a camera made of them to what a browser shows right."""

from io import BytesIO

from PIL import Image, ImageCms

KEPT_MODES = {
    "JPEG": {"RGB", "L"},
    "PNG": {"1", "L", "LA", "RGB", "RGBA"},
    "WEBP": {"RGB", "RGBA"},
}
PROFILE_MODES = {"RGB ": {"RGB", "RGBA"}, "GRAY": {"L", "LA"}}


def normalised(image: Image.Image, target: str, palette: bool = True) -> Image.Image:
    """Return *image* in a mode that *target* holds, its ``info`` emptied but for profile and transparency.

    CMYK goes to sRGB, by its own profile where it has a valid one. A palette (screenshots) and pure black and
    white stay so in PNG if *palette* allows; they cannot be resized smoothly.
    """
    profile = image.info.get("icc_profile")
    transparency = image.info.get("transparency")
    if target == "PNG" and image.mode == "P" and palette:
        image.info = _info(profile, "RGB", transparency)
        return image
    if image.mode == "CMYK":
        converted = _by_profile(image, profile) or image.convert("RGB")
        profile = None  # it described the inks
    elif image.mode == "1" and not palette:
        converted = image.convert("L")
    elif image.mode in KEPT_MODES[target] and transparency is None:
        converted = image
    elif image.mode.startswith("I") or image.mode == "F":
        converted = _eight_bits(image)
    else:
        see_through = transparency is not None or image.mode in ("RGBA", "LA", "PA", "La", "RGBa")
        converted = image.convert("RGBA" if see_through and target != "JPEG" else "RGB")
    if converted.mode not in KEPT_MODES[target]:
        converted = converted.convert("RGB")
    converted.info = _info(profile, converted.mode, None)
    return converted


def profile_to_keep(image: Image.Image) -> dict[str, bytes]:
    """Return the save option that keeps the image's profile, or none."""
    profile = image.info.get("icc_profile")
    return {"icc_profile": profile} if profile else {}


def _info(profile: bytes | None, mode: str, transparency: object) -> dict[str, object]:
    info: dict[str, object] = {}
    if profile and _fits(profile, mode):
        info["icc_profile"] = profile
    if transparency is not None:
        info["transparency"] = transparency
    return info


def _fits(profile: bytes, mode: str) -> bool:
    """Whether *profile* can be read and describes *mode*; a wrong one would spoil the colours."""
    try:
        space = ImageCms.ImageCmsProfile(BytesIO(profile)).profile.xcolor_space
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return mode in PROFILE_MODES.get(space, set())


def _by_profile(image: Image.Image, profile: bytes | None) -> Image.Image | None:
    if not profile:
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return 16-bit greys (scanners) as 8-bit greys; a plain conversion would clip them to white."""
    image = image.convert("I")
    if image.getextrema()[1] > 255:
        image = image.point(lambda value: value * (1 / 256))
    return image.convert("L")
