"""Pieces put on pages, from the top down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.ui.printing.piece import Piece


@dataclass(slots=True)
class Sheet:
    """The pieces of one page, each with its top, in points from the top of the page's text."""

    placed: list[tuple[float, Piece]] = field(default_factory=list)
    used: float = 0

    def place(self, piece: Piece) -> None:
        """Put a piece below the others."""
        top = self.used + (piece.before if self.placed else 0)
        self.placed.append((top, piece))
        self.used = top + piece.height


def fill_sheets(pieces: Iterable[Piece], height: float) -> list[Sheet]:
    """Fill pages of this height with the pieces, in order; each piece, and what must stay with it, whole.

    What is higher than a page by itself runs over its end.
    """
    sheets = [Sheet()]
    for group in _groups(pieces):
        if sheets[-1].placed and sheets[-1].used + _height(group) > height:
            sheets.append(Sheet())
            for head in group[0].repeated:
                sheets[-1].place(head)
        for piece in group:
            if sheets[-1].placed and sheets[-1].used + piece.before + piece.height > height:
                sheets.append(Sheet())
            sheets[-1].place(piece)
    return sheets


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Put together what must stand on one page: pieces that stay, with the one they stay with."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.stays:
            yield group
            group = []
    if group:
        yield group


def _height(group: list[Piece]) -> float:
    return sum(piece.before + piece.height for piece in group)
