import { PDFDict, type PDFDocument, PDFHeader, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { xmlText } from '../../xlsx/xml-text';

/** What a document says about itself. */
export interface PdfFacts {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** ISO instant of the content: its day is the document's, so that the same content has the same bytes all day. */
  readonly at: string;
  /** What the document is made of, as hexadecimal digits. */
  readonly contentHash: string;
}

const CREATOR = 'Modelfolio';

const xmp = (
  { title, subject, author }: PdfFacts,
  lang: string,
  day: string,
): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(subject)}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${xmlText(lang)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>${day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>${day}T00:00:00Z</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;

/** Title, subject, author and day in both places that programs look at, and an identity that follows from the content. */
export function writeMetadata(document: PDFDocument, facts: PdfFacts): void {
  const { context, catalog } = document;
  const day = facts.at.slice(0, 10);
  const date = PDFString.of(`D:${day.replaceAll('-', '')}000000Z`);
  const lang = catalog.lookup(PDFName.of('Lang'));
  const info = context.obj({});
  for (const [key, text] of Object.entries({
    Title: facts.title,
    Subject: facts.subject,
    Author: facts.author,
    Creator: CREATOR,
    Producer: producerOf(document),
  }))
    info.set(PDFName.of(key), PDFHexString.fromText(text));
  info.set(PDFName.of('CreationDate'), date);
  info.set(PDFName.of('ModDate'), date);
  // The browser's own has its clock and its name.
  const { Info: old } = context.trailerInfo;
  if (old instanceof PDFRef) context.delete(old);
  context.trailerInfo.Info = context.register(info);
  context.header = PDFHeader.forVersion(1, 7);
  const packet = xmp(facts, lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : 'en', day);
  const stream = context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const id = PDFHexString.of(facts.contentHash.slice(0, 32).padEnd(32, '0'));
  context.trailerInfo.ID = context.obj([id, id]);
}

/** Who printed it, without the number of a release, which the content does not depend on. */
function producerOf({ context }: PDFDocument): string {
  const info = context.lookup(context.trailerInfo.Info);
  const found = info instanceof PDFDict ? info.lookup(PDFName.of('Producer')) : undefined;
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : CREATOR;
}
