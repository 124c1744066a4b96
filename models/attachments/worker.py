"""Opens a paper in a process of its own, so that a hostile file can hurt only that process.

It takes the bytes over a pipe, knows no path and no office, and answers with JSON and raw pixels (never pickles). Memory and
processor time are limited where the system can do so.
"""

import io
import json
from contextlib import closing, suppress
from multiprocessing.connection import Connection

MEMORY, SECONDS = 1 << 30, 30
_LONGEST_SIDE = 4_000


def run(pipe: Connection, page: int | None, dots: int) -> None:
    """Answer one request and end: how many pages there are, and the pixels of ``page`` (from 0; ``None``: none wanted)."""
    _limit()
    with closing(pipe), suppress(BrokenPipeError, EOFError):
        content = pipe.recv_bytes()
        try:
            _answer(pipe, content, page, dots)
        except Exception:  # noqa: BLE001  the renderers' own errors have no common base; the caller names the file
            pipe.send_bytes(json.dumps({"error": "attachments.broken"}).encode())


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit of the caller remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _answer(pipe: Connection, content: bytes, page: int | None, dots: int) -> None:
    if content.startswith(b"%PDF-"):
        _pdf(pipe, content, page, dots)
    else:
        _picture(pipe, content, page)


def _pdf(pipe: Connection, content: bytes, page: int | None, dots: int) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    pages = len(document)
    if page is None:
        pipe.send_bytes(json.dumps({"pages": pages}).encode())
        return
    sheet = document[page]
    scale = min(dots / 72, _LONGEST_SIDE / max(sheet.get_size()))
    bitmap = sheet.render(scale=scale, prefer_bgrx=True)
    _send(pipe, pages, (bitmap.width, bitmap.height, bitmap.stride), bytes(bitmap.buffer))


def _picture(pipe: Connection, content: bytes, page: int | None) -> None:
    from PIL import Image

    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
        image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
        if page is None:
            image.load()
            pipe.send_bytes(json.dumps({"pages": 1}).encode())
            return
        pixels = image.convert("RGB").tobytes("raw", "BGRX")
        _send(pipe, 1, (image.width, image.height, image.width * 4), pixels)


def _send(pipe: Connection, pages: int, shape: tuple[int, int, int], pixels: bytes) -> None:
    width, height, stride = shape
    pipe.send_bytes(json.dumps({"pages": pages, "width": width, "height": height, "stride": stride}).encode())
    pipe.send_bytes(pixels)
