"""What a printed summary is made of: small typed blocks, all lengths in points. No painting here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtGui import QImage

DrawImage: TypeAlias = Callable[[float, float, float], QImage]
"""Draws an image for a width and a height in points and a number of pixels a point."""

FAMILY_SIZE = 14.0
"""Nothing on the family's page is smaller: its readers may be old."""
GREY = "#e4e4e4"
"""Light enough that black on it stays readable on any printer."""
CLERK_SIZE = 9.0
TABLE_SIZE = 8.0


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. ``before`` and ``after``: space around it; ``stays``: on the page of what follows."""

    text: str
    size: float = CLERK_SIZE
    indent: float = 0
    before: float = 0
    after: float = 3
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own, plain, underlined or on grey; it stays on the page of what follows."""

    text: str
    size: float
    before: float = 10
    style: Literal["plain", "line", "grey"] = "plain"


@dataclass(frozen=True, slots=True)
class Box:
    """A framed group of paragraphs that stays whole."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of this height, as wide as the page's text; it is drawn when it is painted."""

    draw: DrawImage
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width, its head (all blank: no row of heads), its alignment."""

    share: float
    head: str = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one text a column; ``indent`` moves the first; ``note`` stands below over the full width."""

    cells: tuple[str, ...]
    indent: float = 0
    note: str = ""
    total: bool = False
    """Set off by a strong line above."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows break between pages, never inside; the heads stand on every page.

    ``title``: said above the heads, and said again where the table goes on.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    size: float = TABLE_SIZE
    title: str = ""
    after: float = 6


Block: TypeAlias = Text | Heading | Box | Picture | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that begin on a page of their own. ``frame_size``: of the words above and below, in points."""

    blocks: tuple[Block, ...]
    frame_size: float
