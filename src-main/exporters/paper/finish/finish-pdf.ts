import { deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { DomainError } from '../../../failure/domain-error';
import { markArtifacts } from './mark-artifacts';
import { type PdfFacts, writeMetadata } from './metadata';
import { quickenReferences } from './quick-references';
import { giveItemsBodies, renumberTags } from './tags';

export interface Finish extends PdfFacts {
  /** Headings as they are written: a browser loses the space where a line of one ended. */
  readonly headings: readonly string[];
  /** What each place that is linked to is called. */
  readonly places: ReadonlyMap<string, string>;
}

/** A printed document as it can be worked on. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch {
    throw new DomainError('unavailable', 'What was printed could not be read as a PDF. Make the PDF again.');
  }
}

const named = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));
const dictOf = (value: PDFObject | undefined): PDFDict | null => (value instanceof PDFDict ? value : null);

/** The page on which each named place is, the first at 1. */
export function pagesOf(document: PDFDocument): ReadonlyMap<string, number> {
  const numbers = new Map(document.getPages().map((page, at) => [page.ref, at + 1] as const));
  const places = dictOf(named(document.catalog, 'Dests'));
  const found = new Map<string, number>();
  for (const [name] of places?.entries() ?? []) {
    const place = places?.lookup(name);
    const page = place instanceof PDFArray ? place.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    if (number !== undefined) found.set(name.decodeText(), number);
  }
  return found;
}

const bare = (text: string): string => text.replaceAll(/\s+/g, '');

/** Bookmarks with the words of their headings. */
function mendBookmarks(document: PDFDocument, headings: readonly string[]): void {
  const written = new Map(headings.map((heading) => [bare(heading), heading]));
  const walk = (first: PDFDict | null): void => {
    for (let item = first; item !== null; item = dictOf(named(item, 'Next'))) {
      const title = named(item, 'Title');
      const text = title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '';
      item.set(PDFName.of('Title'), PDFHexString.fromText(written.get(bare(text)) ?? text));
      walk(dictOf(named(item, 'First')));
    }
  };
  walk(dictOf(named(dictOf(named(document.catalog, 'Outlines')) ?? document.context.obj({}), 'First')));
}

/** Where a link leads, for those who do not see the page. */
function describeLinks(document: PDFDocument, places: ReadonlyMap<string, string>): void {
  for (const page of document.getPages()) {
    for (const one of page.node.Annots()?.asArray() ?? []) {
      const link = dictOf(document.context.lookup(one));
      if (link === null) continue;
      const place = named(link, 'Dest');
      const action = dictOf(named(link, 'A'));
      const address = action === null ? undefined : named(action, 'URI');
      const words =
        place instanceof PDFName
          ? `To: ${places.get(place.decodeText()) ?? 'another place of this report'}`
          : address instanceof PDFString || address instanceof PDFHexString
            ? `To the web: ${address.decodeText()}`
            : 'A link';
      link.set(PDFName.of('Contents'), PDFHexString.fromText(words));
    }
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
}

function markPages(document: PDFDocument): void {
  const { context } = document;
  for (const page of document.getPages()) {
    const contents = page.node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray().map((one) => context.lookup(one)) : [contents];
    const bytes = streams.flatMap((one) => (one instanceof PDFRawStream ? [decodePDFRawStream(one).decode()] : []));
    const marked = markArtifacts(Buffer.concat(bytes));
    const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), deflateSync(marked, { level: 6 }));
    page.node.set(PDFName.of('Contents'), context.register(stream));
    for (const old of contents instanceof PDFArray ? contents.asArray() : [page.node.get(PDFName.of('Contents'))])
      if (old instanceof PDFRef && old !== page.node.get(PDFName.of('Contents'))) context.delete(old);
  }
}

/**
 * A PDF as a browser prints it, made whole: what it says about itself, bookmarks with their spaces, links that say where
 * they lead, and everything painted either tagged or marked as no content. The same content gives the same bytes.
 */
export async function finishPdf(document: PDFDocument, finish: Finish): Promise<Uint8Array> {
  writeMetadata(document, finish);
  mendBookmarks(document, finish.headings);
  describeLinks(document, finish.places);
  markPages(document);
  giveItemsBodies(document);
  renumberTags(document);
  quickenReferences();
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}
