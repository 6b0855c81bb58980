"""Every sentence about a change, once: for pages, the console, reports and notes alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..markup import plain
from .values import About, Change, Kind
from .words import Run, shortened

ENDS = "berakhir di sini"
_LONGEST = 160
"""Letters of a text that is told whole, where nothing stands beside it to be compared with."""
_SAME_WORDS = "ditulis lain, kata-katanya sama"
Sentence = list[Run]
"""In pieces: what was, what is, and what is neither."""


def sentence(change: Change) -> str:
    return "".join(run.text for run in pieces(change))


def pieces(change: Change) -> Sentence:
    match change.about:
        case About.VALUE:
            return _value(change)
        case About.ITEM:
            return _item(change)
        case About.EXIT:
            return _exit(change)
        case About.DECISION:
            return _decision(change)
        case About.STEP:
            return _step(change)
        case About.LANE | About.CHART:
            return _thing(change)


def count(changes: Sequence[Change]) -> str:
    return f"{len(changes)} perubahan" if changes else "Tidak ada perubahan"


def leads(row: int, target: int, called: str, which: str) -> str:
    """Where an arrow goes."""
    if target == row:
        return f"ke {which} pada langkah ini"
    return f"{'kembali ke' if target < row else 'ke'} {called}{f' ({which})' if which else ''}"


def _value(change: Change) -> Sentence:
    place, was, is_ = _start(change), _was(change), _is(change)
    if change.kind is Kind.CHANGED and plain(change.before) == plain(change.after):
        return [Run(f"{place} {_SAME_WORDS}", None)]
    if change.kind is Kind.CHANGED:
        return [Run(f"{place} ", None), was, Run(" → ", None), is_]
    if change.kind is Kind.NEW:
        return [Run(f"{place} kini diisi ", None), is_]
    return [Run(f"{place} dikosongkan (sebelumnya ", None), was, Run(")", None)]


def _item(change: Change) -> Sentence:
    place = _start(change)
    item = "butir " if change.quoted else ""
    match change.kind:
        case Kind.NEW:
            return [Run(f"{place} {'butir baru' if item else 'ditambah'} ", None), _is(change)]
        case Kind.GONE:
            return [Run(f"{place} {item}", None), _was(change), Run(" dihapus", None)]
        case Kind.MOVED:
            return [Run(f"{place} urutan butirnya berubah", None)]
    if plain(change.before) == plain(change.after):
        return [Run(f"{place} satu butir {_SAME_WORDS}", None)]
    return [Run(f"{place} {item}", None), _was(change), Run(" → ", None), _is(change)]


def _exit(change: Change) -> Sentence:
    was, is_ = Run(change.before, Kind.GONE), Run(change.after, Kind.NEW)
    place, label = f"{change.place}:", change.part
    if change.kind is Kind.NEW:
        return [Run(f"{place} cabang baru “{label}” ", None), is_]
    if change.kind is Kind.GONE:
        return [Run(f"{place} cabang “{label}” (", None), was, Run(") dihapus", None)]
    subject = f"{label} kini " if label else "panahnya kini "
    return [Run(f"{place} {subject}", None), is_, Run(" (sebelumnya ", None), was, Run(")", None)]


def _decision(change: Change) -> Sentence:
    new = change.kind is Kind.NEW
    said = "kini keputusan: " if new else "bukan keputusan lagi: "
    if new:
        return [Run(f"{change.place} {said}", None), Run(change.after, Kind.NEW)]
    now = Run(change.after, Kind.NEW)
    return [
        Run(f"{change.place} {said}kini ", None),
        now,
        Run(" (sebelumnya ", None),
        Run(change.before, Kind.GONE),
        Run(")", None),
    ]


def _step(change: Change) -> Sentence:
    match change.kind:
        case Kind.NEW:
            return [Run(f"{change.place} baru: ", None), _is(change)]
        case Kind.GONE:
            return [Run(f"{change.place} yang lama dihapus: ", None), _was(change)]
    return [Run(f"{change.place}: dipindah, sebelumnya ", None), Run(change.before, Kind.GONE)]


def _thing(change: Change) -> Sentence:
    """A lane, or a chart."""
    match change.kind:
        case Kind.NEW:
            return [Run(f"{change.place} baru: ", None), _is(change)]
        case Kind.GONE:
            return [Run(f"{change.place} ", None), _was(change), Run(" dihapus", None)]
        case Kind.MOVED:
            return [Run(f"Urutan {change.place.lower()} berubah menjadi ", None), _is(change)]
    return [Run(f"{change.place} ", None), _was(change), Run(" kini bernama ", None), _is(change)]


def _start(change: Change) -> str:
    """`Langkah 4: waktu`, `Nomor SOP:`."""
    return f"{change.place}: {change.part}" if change.part else f"{change.place}:"


def _was(change: Change) -> Run:
    return Run(_shown(change, change.before, change.after, 0), Kind.GONE)


def _is(change: Change) -> Run:
    return Run(_shown(change, change.before, change.after, 1), Kind.NEW)


def _shown(change: Change, before: str, after: str, which: int) -> str:
    texts = shortened(plain(before), plain(after)) if before and after else (plain(before), plain(after))
    text = texts[which]
    if not (before and after) and len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{text}”" if change.quoted else text


def told(changes: Sequence[Change]) -> Iterator[str]:
    return map(sentence, changes)
