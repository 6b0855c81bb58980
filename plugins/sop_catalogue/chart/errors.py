"""What can go wrong on this floor, told to authors in their language."""

from __future__ import annotations


class ChartError(Exception):
    """A chart that could not be drawn."""


class GraphvizMissing(ChartError):
    """Neither pygraphviz nor a `dot` program is there."""

    def __init__(self) -> None:
        super().__init__(
            "Graphviz tidak ditemukan, jadi bagan tidak dapat digambar. "
            "Pasang salah satu: 'pip install pygraphviz' (sudah berisi Graphviz), "
            "atau Graphviz dari https://graphviz.org/download/ sampai perintah 'dot -V' berjalan."
        )


class GraphvizFailed(ChartError):
    """Graphviz is there and refused this chart."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Graphviz gagal menggambar bagan: {reason}")


class GraphvizTooSlow(GraphvizFailed):
    """Graphviz was ended, for it did not come to an end by itself."""

    def __init__(self, limit: float) -> None:
        super().__init__(f"tidak selesai dalam {limit:g} detik")
