"""XML without document types, so without entities: a tree of elements under their plain names."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from ..primitives import UnreadableError

DEEPEST = 120


def parsed(data: bytes, most: int) -> tuple[Element, int]:
    """The root and how many elements there are. Attributes of another namespace keep a colon: `:id`."""
    reading = _Reading(most)
    try:
        return reading.run(data), reading.count
    except (ExpatError, UnicodeError, LookupError, ValueError) as error:
        raise UnreadableError("bagian di dalamnya rusak (XML tidak utuh)") from error


class _Reading:
    def __init__(self, most: int) -> None:
        self.most, self.count, self.depth = most, 0, 0
        self.builder = TreeBuilder()
        self.names: dict[str, str] = {}

    def run(self, data: bytes) -> Element:
        parser = ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refused
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.builder.data
        parser.Parse(data, True)
        return self.builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        self.depth += 1
        if self.count > self.most:
            raise UnreadableError("terlalu besar: memuat terlalu banyak sel atau bentuk")
        if self.depth > DEEPEST:
            raise UnreadableError("bentuknya bertumpuk terlalu dalam")
        self.builder.start(
            self._plain(name),
            {key if "\n" not in key else f":{self._plain(key)}": value for key, value in attributes.items()},
        )

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.builder.end(self._plain(name))

    def _plain(self, name: str) -> str:
        """The same kind of part has one of two namespaces, by who saved it."""
        return self.names.setdefault(name, name.rpartition("\n")[2])


def _refused(*_: object) -> None:
    raise UnreadableError("memuat jenis dokumen (DTD) di dalam XML-nya; demi keamanan tidak dibaca")


def at(element: Element | None, *path: str) -> Element | None:
    for name in path:
        if element is None:
            return None
        element = element.find(name)
    return element


def number(element: Element | None, key: str, otherwise: float = 0) -> float:
    """A finite one that a drawing can have; anything else is `otherwise`."""
    try:
        value = float(element.get(key, "")) if element is not None else otherwise
    except ValueError:
        return otherwise
    return value if abs(value) < 1e12 else otherwise


def whole(element: Element | None, key: str, otherwise: int = 0) -> int:
    return int(number(element, key, otherwise))


def said(element: Element | None, key: str) -> bool:
    return element is not None and element.get(key, "0").lower() in ("1", "true", "on")
