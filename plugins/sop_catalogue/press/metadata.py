"""What a PDF says of itself, and the standards it is made to: PDF/UA-1 to be read aloud, PDF/A-2a to be kept."""

from __future__ import annotations

from importlib.resources import files

from pikepdf import Array, Dictionary, Name, Pdf, String

from .about import About

LANGUAGE = "id"
_STANDARDS = {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}
_COLOURS = files(__package__).joinpath("srgb.icc")
"""sRGB, as Little CMS makes it ("No copyright, use freely"), with a fixed date."""
_EXTENSION = b"""\
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A knows of PDF/UA only what is told to it."""


def declare(pdf: Pdf, about: About) -> None:
    _tell(pdf, about)
    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                DestOutputProfile=pdf.make_stream(_COLOURS.read_bytes(), N=3),
            )
        ]
    )


def _tell(pdf: Pdf, about: About) -> None:
    said = {
        "Title": about.title,
        "Subject": about.subject,
        "Author": about.author,
        "Creator": "Katalog SOP",
    }
    if about.date:
        said |= {"CreationDate": f"D:{about.date}000000Z", "ModDate": f"D:{about.date}000000Z"}
    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    for key, value in said.items():
        if value:
            info[f"/{key}"] = String(value)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta.load_from_docinfo(info)
        meta["dc:language"] = {LANGUAGE}
        for key, value in _STANDARDS.items():
            meta[key] = value
    written = pdf.Root.Metadata.read_bytes().replace(b"</rdf:RDF>", _EXTENSION + b"</rdf:RDF>")
    pdf.Root.Metadata = pdf.make_stream(written, Type=Name.Metadata, Subtype=Name.XML)
