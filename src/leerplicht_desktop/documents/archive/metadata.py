"""Who, what and when of a document, written twice from one source: the Info entries and the XMP packet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from string import Template
from xml.sax.saxutils import escape

PRODUCER = "Leerplicht Desktop met ReportLab"

_PACKET = Template(
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    "<dc:format>application/pdf</dc:format>"
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">$title</rdf:li></rdf:Alt></dc:title>'
    "<dc:creator><rdf:Seq><rdf:li>$author</rdf:li></rdf:Seq></dc:creator>"
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">$subject</rdf:li></rdf:Alt></dc:description>'
    "<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag></dc:language>"
    "<xmp:CreateDate>$moment</xmp:CreateDate><xmp:ModifyDate>$moment</xmp:ModifyDate>"
    "<xmp:CreatorTool>$creator</xmp:CreatorTool><pdf:Producer>$producer</pdf:Producer>"
    "<pdf:Keywords>$keywords</pdf:Keywords></rdf:Description>"
    # PDF/A wants the schema of every foreign property spelled out, in long form (ISO 19005-2, 6.6.2.3).
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed"
    "</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>"
    "</pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="r"?>'
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author and the rest; ``moment`` is aware and is the time of closing, not of printing."""

    title: str
    author: str
    subject: str
    keywords: str
    creator: str
    moment: datetime

    def xmp(self) -> bytes:
        """The XMP packet as UTF-8."""
        values = {
            name: escape(getattr(self, name))
            for name in ("title", "author", "subject", "keywords", "creator")
        }
        moment = self.moment.isoformat(timespec="seconds")
        return _PACKET.substitute(values, moment=moment, producer=PRODUCER).encode()
