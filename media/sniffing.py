"""What a file is, by its first bytes. The name is only what somebody called it."""

from .exceptions import PhotoRefused

ADVICE = "请另存为 JPG、PNG、WebP 或 HEIC 格式后再上传"
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def photo_format(head: bytes, name: str) -> str:
    """Return Pillow's name of the format that the first 512 bytes begin, or raise ``PhotoRefused``."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        brands = {head[8:12], *(head[at : at + 4] for at in range(16, 64, 4))}
        if brands & {b"avif", b"avis"}:
            raise PhotoRefused(name, "是 AVIF 格式，本站不接受", ADVICE, "unsupported")
        if brands & HEIC_BRANDS:
            return "HEIF"
        raise PhotoRefused(name, "是视频，不是图片", "视频请在正文中用“视频链接”添加", "not_a_photo")
    raise _explained(head, name)


def _explained(head: bytes, name: str) -> PhotoRefused:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<?xml", b"<svg", b"<!doctype svg")) or b"<svg" in text:
        return PhotoRefused(name, "是 SVG 矢量图，可能带有程序，不能上传", "请导出为 PNG 后再上传", "svg")
    for magic, format_name in [(b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF")]:
        if head.startswith(magic):
            return PhotoRefused(name, f"是 {format_name} 格式，本站不接受", ADVICE, "unsupported")
    return PhotoRefused(name, "不是图片文件", "请选择 JPG、PNG、WebP 或 HEIC 格式的照片", "not_a_photo")
