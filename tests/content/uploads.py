"""Files as people upload them, good and hostile, with the rule that answers each; pictures are made by Pillow."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener(thumbnails=False)
Content = bytes | Callable[[], bytes]
"""What a file holds; what is large is made when it is written."""


def picture(
    kind: str, size: tuple[int, int] = (16, 12), mode: str = "RGB", color: object = None, **options: Any
) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, kind, **options)
    return out.getvalue()


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (4, 4), color) for color in ("red", "green")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


def png(width: int, height: int, data: bytes = b"", *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG that claims a size, with other chunks and packed data."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    parts = [(b"IDAT", zlib.compress(data)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*each) for each in [*chunks, *parts])


def scans(times: int) -> bytes:
    """A progressive JPEG that goes through its picture many times."""
    whole = picture("JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * times + b"\xff\xd9"


def svg(inside: str = "", attributes: str = "", before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def nested_masks(depth: int, reference: str) -> str:
    """Masks of ten shapes, each masked by the next mask."""
    shapes = (f"<rect {reference.format(number + 1)}/>" * 10 for number in range(depth))
    return "".join(f'<mask id="m{number}">{each}</mask>' for number, each in enumerate(shapes))


def sheet(classes: int) -> str:
    return "<style>" + "".join(f".m{number}{{mask:url(#m{number})}}" for number in range(classes)) + "</style>"


def office(main: str, parts: dict[str, str] | None = None, types: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in ({"[Content_Types].xml": types or "<Types/>", main: "<x/>"} | (parts or {})).items():
            archive.writestr(name, text)
    return out.getvalue()


WORD, EXCEL = "word/document.xml", "xl/workbook.xml"
FETCHED = {
    "word/_rels/settings.xml.rels": '<R Type="attachedTemplate" TargetMode="External" Target="https://a.example/x.dotm"/>'
}
RELATIONS = {
    "object": ("word/_rels/document.xml.rels", "oleObject", "https://a.example/x.html!"),
    "picture": ("word/_rels/header1.xml.rels", "image", "//a.example/x.png"),
    "share": ("word/_rels/document.xml.rels", "subDocument", "\\\\a.example\\x.docx"),
    "entity": ("Word/_rels/Settings.xml.RELS", "attachedTemplate", "&#104;ttps://a.example/x.dotm"),
    "padded": ("word/_rels/settings.xml.rels", "attachedTemplate", " " * 1_100_000 + "mhtml:https://a.example/x"),
    "script": ("word/_rels/document.xml.rels", "hyperlink", "javascript:alert(1)"),
}
"""Relations of parts to what runs or is fetched: the part, the type and the address."""


def relation(kind: str, target: str, mode: str = "External") -> str:
    return f'<R><Relationship Type="https://a.example/{kind}" Target="{target}" TargetMode="{mode}"/></R>'


LOCAL = {
    "word/_rels/settings.xml.rels": '<R Type="attachedTemplate" TargetMode="External" Target="file:///C:\\Normal.dotm"/>'
}
HTML = b"<!DOCTYPE html><script>alert(1)</script>"
JPEG = picture("JPEG")
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

GOOD: dict[str, Content] = {
    "photo.jpg": JPEG,
    "photo-2.jpeg": picture("JPEG", progressive=True),
    "photos/2026/congress-1.png": picture("PNG", mode="RGBA"),
    "cmyk.jpg": picture("JPEG", mode="CMYK"),
    "grey-16.png": picture("PNG", mode="I;16"),
    "one-bit.png": picture("PNG", mode="1"),
    "few-colours.png": picture("PNG", mode="P"),
    "photo.webp": picture("WEBP"),
    "photo.avif": picture("AVIF"),
    "photo.heic": picture("HEIF", (64, 64)),
    "still.gif": picture("GIF"),
    "two-pictures.jpg": moving("MPO"),
    "large.jpg": lambda: picture("JPEG", (8192, 6144), mode="L"),
    "plain.svg": svg('<title>а</title><path d="M0 0h2v1z" fill="url(#g)"/><text x="1">б</text>'),
    "style.svg": svg("<style>.a{fill:#123;clip-path:url(#c)}</style><g class='a'/>", before='<?xml version="1.0" encoding="UTF-8"?>'),
    "clipped.svg": svg(sheet(60) + "".join(f'<clipPath id="m{n}"><rect class="a"/></clipPath><g class="m{n}"/>' for n in range(60))),
    "gradient.svg": svg(f'<linearGradient {XLINK} xlink:href="#b" id="a"/>'),
    "decision.pdf": PDF,
    "letter.docx": office(WORD),
    "template-of-this-machine.docx": office(WORD, LOCAL),
    "budget.xlsx": office(EXCEL),
    "with-a-link.docx": office(WORD, {"word/_rels/document.xml.rels": relation("hyperlink", "https://www.gov.kg/")}),
    "with-a-table.xlsx": office(EXCEL, {"xl/externalLinks/_rels/a.xml.rels": relation("externalLinkPath", "budget.xlsx")}),
    "telephones.csv": "аты,тел\n\"Ош, = шаар\",+996 312 000000\n–,- 5\n".encode(),
    "budget.csv": "аймак;сумма\nОш;1\n".encode(),
    "budget-excel.csv": b"\xef\xbb\xbfa,b\r\n1,2\r\n",
}  # fmt: skip
"""Below docs/assets."""

HOSTILE: dict[str, tuple[str, Content]] = {
    # Places: nothing may lie over a page or a file of the site itself.
    "index.html": ("file-outside", HTML),
    "404.html": ("file-outside", HTML),
    "CNAME": ("file-outside", b"evil.example"),
    "sitemap.xml": ("file-outside", b"<x/>"),
    "links.json": ("file-outside", b"{}"),
    "robots.txt": ("file-outside", b"x"),
    "manifest.json": ("file-outside", b"{}"),
    "search/search_index.json": ("file-outside", b"{}"),
    "go/strategy/index.html": ("file-outside", HTML),
    "images/photo.jpg": ("file-outside", JPEG),
    "de/index.md": ("page-outside", b"x"),
    "assets/page.md": ("page-outside", b"x"),
    "ky/news/photo.jpg": ("not-markdown", JPEG),
    "ru/index.html": ("not-markdown", HTML),
    "ky/about/page.mdown": ("page-ending", b"x"),
    "ky/about/page.markdown": ("page-ending", b"x"),
    "ru/page.mkd": ("page-ending", b"x"),
    "page.mkdn": ("file-outside", b"x"),
    "assets/page.mkd": ("asset-kind", b"x"),
    "Стратегия.docx": ("word-file", office(WORD)),
    "assets/mark.svg": ("asset-reserved", svg()),
    "assets/felt.svg": ("asset-reserved", svg()),
    "assets/search/photo.jpg": ("asset-reserved", JPEG),
    "assets/icons/favicon.png": ("asset-reserved", picture("PNG")),
    "assets/cards/photo.png": ("asset-reserved", picture("PNG")),
    # Kinds
    "assets/site.css": ("asset-kind", b"*{display:none}"),
    "assets/search/dialog.js": ("asset-kind", b"alert(1)"),
    "assets/page.html": ("asset-kind", HTML),
    "assets/page.xhtml": ("asset-kind", HTML),
    "assets/feed.xml": ("asset-kind", b"<x/>"),
    "assets/program.exe": ("asset-kind", b"MZ"),
    "assets/program.py": ("asset-kind", b"x"),
    "assets/archive.zip": ("asset-kind", office(WORD)),
    "assets/old.doc": ("asset-kind", b"\xd0\xcf\x11\xe0"),
    "assets/macros.docm": ("asset-kind", office(WORD)),
    "assets/packed.svgz": ("asset-kind", b"\x1f\x8b"),
    "assets/picture.tiff": ("asset-kind", b"II*\0"),
    "assets/Thumbs.db": ("asset-kind", b"x"),
    "assets/no-ending": ("asset-kind", JPEG),
    "assets/photo.jpg.exe": ("asset-kind", b"MZ"),
    # Names
    "assets/Фото 1.JPG": ("asset-name", JPEG),
    "assets/photo 2.jpg": ("asset-name", JPEG),
    "assets/photo.PNG": ("asset-name", picture("PNG")),
    "assets/photo.min.jpg": ("asset-name", JPEG),
    "assets/photo.jpg.400.webp": ("asset-name", picture("WEBP")),
    "assets/photo_1.jpg": ("asset-name", JPEG),
    "assets/photo\"onerror='x'.jpg": ("asset-name", JPEG),
    "assets/<b>.jpg": ("asset-name", JPEG),
    "assets/line\nend.jpg": ("asset-name", JPEG),
    "assets/\u202egpj.jpg": ("asset-name", JPEG),
    "assets/con.jpg": ("asset-name", JPEG),
    "assets/%2e%2e.jpg": ("asset-name", JPEG),
    f"assets/{'a' * 100}.jpg": ("asset-name", JPEG),
    "assets/My Photos/photo.jpg": ("asset-name", JPEG),
    # Contents that are not what the ending says
    "assets/html.png": ("asset-content", HTML),
    "assets/html.svg": ("drawing-unsafe", HTML),
    "assets/html.pdf": ("asset-content", HTML),
    "assets/html.docx": ("asset-content", HTML),
    "assets/empty.jpg": ("asset-content", b""),
    "assets/tiff.jpg": ("asset-content", picture("TIFF")),
    "assets/postscript.jpg": ("asset-content", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
    "assets/lfs.png": ("asset-content", b"version https://git-lfs.github.com/spec/v1\n"),
    "assets/table.docx": ("asset-content", office(EXCEL)),
    "assets/archive.xlsx": ("asset-content", office("a.txt")),
    "assets/cut.docx": ("asset-content", office(WORD)[:-30]),
    "assets/cut.svg": ("asset-content", svg()[:-3]),
    "assets/no-text.csv": ("asset-content", b"a;b\0"),
    "assets/really-a-png.jpg": ("picture-kind", picture("PNG")),
    "assets/really-a-gif.webp": ("picture-kind", picture("GIF")),
    "assets/from-a-phone.jpg": ("picture-kind", picture("HEIF", (64, 64))),
    # Pictures that would keep the build busy, or are broken
    "assets/cut.jpg": ("picture-broken", picture("JPEG", (400, 300))[:-200]),
    "assets/cut.png": ("picture-broken", picture("PNG", (400, 300))[:-40]),
    "assets/cut.webp": ("picture-broken", picture("WEBP", (400, 300), lossless=True)[:-8]),
    "assets/many-scans.jpg": ("picture-broken", scans(5000)),
    "assets/words-bomb.png": ("picture-broken", lambda: png(1, 1, b"\0\0", (b"zTXt", b"a\0\0" + zlib.compress(bytes(80_000_000))))),
    "assets/bomb.png": ("picture-large", png(60_000, 60_000, bytes(1_000_000))),
    "assets/over-the-limit.png": ("picture-large", png(9_000, 9_000)),
    "assets/ribbon.png": ("picture-large", png(1, 20_000)),
    "assets/moving.gif": ("picture-moving", moving("GIF")),
    "assets/moving.webp": ("picture-moving", moving("WEBP")),
    "assets/moving.png": ("picture-moving", moving("PNG")),
    "assets/huge.jpg": ("asset-size", JPEG + bytes(20_000_000)),
    "assets/huge.pdf": ("asset-size", b"%PDF-" + bytes(5_000_000)),
    # Drawings that run or fetch
    "assets/script.svg": ("drawing-unsafe", svg("<script>alert(1)</script>")),
    "assets/on.svg": ("drawing-unsafe", svg("", 'onload="alert(1)"')),
    "assets/foreign.svg": ("drawing-unsafe", svg("<foreignObject/>")),
    "assets/html-inside.svg": ("drawing-unsafe", svg('<script xmlns="http://www.w3.org/1999/xhtml"/>')),
    "assets/link.svg": ("drawing-unsafe", svg('<a href="javascript:alert(1)"/>')),
    "assets/image.svg": ("drawing-unsafe", svg('<image href="https://a.example/x.png"/>')),
    "assets/use.svg": ("drawing-unsafe", svg('<use href="#a"/>')),
    "assets/gradient-elsewhere.svg": ("drawing-unsafe", svg(f'<linearGradient {XLINK} xlink:href="data:x"/>')),
    "assets/set.svg": ("drawing-unsafe", svg('<set attributeName="href" to="javascript:alert(1)"/>')),
    "assets/url.svg": ("drawing-unsafe", svg('<path style="fill:url(https://a.example/x)"/>')),
    "assets/url-escaped.svg": ("drawing-unsafe", svg('<path style="fill:u\\72l(x)"/>')),
    "assets/import.svg": ("drawing-unsafe", svg("<style>@im<!-- -->port 'https://a.example'</style>")),
    "assets/entity.svg": ("drawing-unsafe", svg("&b;", "", LAUGHS)),
    "assets/sheet.svg": ("drawing-unsafe", svg("", "", '<?xml-stylesheet href="https://a.example/x.xsl"?>')),
    "assets/utf-7.svg": ("drawing-unsafe", svg("", "", '<?xml version="1.0" encoding="UTF-7"?>')),
    "assets/other-root.svg": ("drawing-unsafe", b'<html xmlns="http://www.w3.org/1999/xhtml"/>'),
    # Documents that run or fetch
    "assets/macros.docx": ("document-macros", office(WORD, {"word/vbaProject.bin": "x"})),
    "assets/macros-by-type.xlsx": ("document-macros", office(EXCEL, types="application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
    "assets/active-x.docx": ("document-macros", office(WORD, {"word/activeX/activeX1.bin": "x"})),
    "assets/template.docx": ("document-macros", office(WORD, FETCHED)),
    **{
        f"assets/relation-{name}.docx": ("document-macros", office(WORD, {part: relation(kind, target)}))
        for name, (part, kind, target) in RELATIONS.items()
    },
    "assets/chunk.docx": ("document-macros", office(WORD, {"word/_rels/document.xml.rels": relation("aFChunk", "x", "")})),
    "assets/page.docx": ("document-macros", office(WORD, {"word/x.html": "<script>"})),
    "assets/field.docx": ("document-macros", office(WORD, {WORD: "<w:instrText> DDEAUTO cmd</w:instrText>"})),
    "assets/command.xlsx": ("document-macros", office(EXCEL, {"xl/externalLinks/a.xml": '<ddeLink ddeService="cmd"/>'})),
    "assets/old-macros.xlsx": ("document-macros", office(EXCEL, {"xl/macrosheets/sheet1.xml": "<x/>"})),
    "assets/zip-bomb.docx": ("asset-content", lambda: office(WORD, {"word/a.xml": "0" * 100_000_001})),
    "assets/broken-relations.docx": ("asset-content", office(WORD, {"_rels/.rels": "<R"})),
    "assets/cut.pdf": ("asset-content", PDF[:-8]),
    "assets/script.pdf": ("pdf-active", PDF.replace(b"/Catalog", b"/Action/S/JavaScript")),
    "assets/escaped.pdf": ("pdf-active", PDF.replace(b"/Catalog", b"/Action/S/Java#53cript")),
    "assets/packed.pdf": ("pdf-active", PDF.replace(b"%%EOF", b"<</Type/ObjStm>>stream\n" + zlib.compress(b"<</S/Launch>>") + b"\nendstream %%EOF")),
    "assets/attached.pdf": ("pdf-active", PDF.replace(b"/Catalog", b"/EmbeddedFile")),
    **{
        f"assets/formula-{number}.csv": ("csv-formula", cell.encode())
        for number, cell in enumerate(("=1+1", "а;=1", 'а,"@SUM(1)"', "-2+3+cmd|x!A", "\ufeff=1", "а\t+HYPERLINK(1)"), 1)
    },
    "assets/moving.svg": ("drawing-unsafe", svg("<style>@keyframes a{to{opacity:0}}</style>")),
    "assets/moving-by-style.svg": ("drawing-unsafe", svg('<g style="animation:a 1s infinite"/>')),
    "assets/turned-words.svg": ("drawing-unsafe", svg("<text>а&#x202e;б</text>")),
    "assets/arrow.svg": ("drawing-unsafe", svg("<marker/>")),
    "assets/masks-in-masks.svg": ("drawing-unsafe", svg(nested_masks(9, 'mask="url(#m{})"'))),
    "assets/masks-by-class.svg": ("drawing-unsafe", svg(nested_masks(9, 'class="m{}"') + sheet(10))),
    "assets/masks-by-name.svg": ("drawing-unsafe", svg("<style>rect{mask:url(#m1)}</style>")),
    "assets/masks-over-and-over.svg": ("drawing-unsafe", svg(f"<mask id='m'>{'<g/>' * 1000}</mask>" + "<g mask='url(#m)'/>" * 1000)),
    "assets/-photo.jpg": ("asset-name", JPEG),
    "assets/windows.csv": ("csv-encoding", "аймак;сумма\n".encode("windows-1251")),
}  # fmt: skip
"""Below docs/: the rule, and the bytes."""


def write_files(folder: Path, files: dict[str, Content]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data() if callable(data) else data)


def one_of_each() -> dict[str, Content]:
    """The first file of each rule."""
    first: dict[str, tuple[str, Content]] = {}
    for name, (rule, data) in HOSTILE.items():
        first.setdefault(rule, (name, data))
    return dict(first.values())
