"""What can stand on a sheet, as values that say what each thing is; how it looks is written last, in `html`."""

from __future__ import annotations

from .book import BookCover, Clause, DecreeHead, Spines, TabTitle
from .form import Form, Signatures
from .table import FlowTable, Table
from .words import Caption, Centred, Heading, Remark, Text

Content = (
    Heading
    | Caption
    | Text
    | Remark
    | Centred
    | Table
    | FlowTable
    | Form
    | Signatures
    | BookCover
    | Spines
    | TabTitle
    | DecreeHead
    | Clause
)
