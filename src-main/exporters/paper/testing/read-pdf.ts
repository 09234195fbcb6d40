import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfWords {
  /** Of the content, page by page, without what is marked as none of it. */
  readonly content: string;
  /** Painted without a tag and without that mark. */
  readonly untagged: string;
}

const LETTERS = new URL('../../../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url).pathname;

/** The words of a PDF as a stranger's program reads them. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<PdfWords> {
  const task = getDocument({ data: Uint8Array.from(bytes), standardFontDataUrl: LETTERS, verbosity: 0 });
  const document = await task.promise;
  const [content, untagged]: [string[], string[]] = [[], []];
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const marks: string[] = [];
      for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
        if ('str' in item) {
          if (marks.includes('Artifact')) continue;
          (marks.length === 0 && item.str.trim() !== '' ? untagged : content).push(item.str, item.hasEOL ? '\n' : '');
        } else if (item.type === 'endMarkedContent') marks.pop();
        else marks.push('tag' in item ? String(item.tag) : ''); // its types leave the tag out
      }
    }
  } finally {
    await task.destroy();
  }
  return { content: content.join(''), untagged: untagged.join('') };
}

const at = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));
const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

function kids(dict: PDFDict): PDFDict[] {
  const found = at(dict, 'K');
  const list = found instanceof PDFArray ? found.asArray().map((_, index) => found.lookup(index)) : [found];
  return list.filter((one) => one instanceof PDFDict);
}

/** Every tag under a tag. */
function tagsUnder(dict: PDFDict): PDFDict[] {
  return kids(dict).flatMap((one) => (at(one, 'S') instanceof PDFName ? [one, ...tagsUnder(one)] : []));
}

/** What ISO 14289-1 asks of a PDF's structure and can be told from its objects alone, a line for each fault. */
export async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog } = document;
  const faults: string[] = [];
  const expectThat = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  const marked = at(catalog, 'MarkInfo');
  expectThat(marked instanceof PDFDict && String(at(marked, 'Marked')) === 'true', 'not marked as tagged');
  expectThat(textOf(at(catalog, 'Lang')).startsWith('en'), 'no language');
  const preferences = at(catalog, 'ViewerPreferences');
  expectThat(
    preferences instanceof PDFDict && String(at(preferences, 'DisplayDocTitle')) === 'true',
    'title not shown',
  );
  expectThat(at(catalog, 'Metadata') !== undefined, 'no XMP');
  expectThat(
    document.getTitle() !== '' && document.getAuthor() !== '' && document.getSubject() !== '',
    'no title, author or subject',
  );
  const root = at(catalog, 'StructTreeRoot');
  const tags = root instanceof PDFDict ? tagsUnder(root) : [];
  const kindOf = (tag: PDFDict): string => String(at(tag, 'S')).slice(1);
  expectThat(tags.length > 0, 'no tags');
  for (const tag of tags) {
    if (kindOf(tag) === 'Figure') expectThat(textOf(at(tag, 'Alt')) !== '', 'a figure without words');
    if (kindOf(tag) === 'LI')
      expectThat(
        kids(tag).some((one) => kindOf(one) === 'LBody'),
        'a list item without body',
      );
    if (kindOf(tag) !== 'Table') continue;
    const rows = tagsUnder(tag)
      .filter((one) => kindOf(one) === 'TR')
      .map((row) => kids(row).length);
    expectThat(new Set(rows).size === 1, `a table with rows of ${rows.join(', ')} cells`);
  }
  const levels = tags
    .map((tag) => /^H([1-6])$/.exec(kindOf(tag))?.[1])
    .filter((level) => level !== undefined)
    .map(Number);
  for (const [index, level] of levels.entries())
    expectThat(
      level <= (levels[index - 1] ?? 0) + 1,
      `a heading of level ${level} after one of ${levels[index - 1] ?? 0}`,
    );
  for (const page of document.getPages()) {
    expectThat(String(page.node.get(PDFName.of('Tabs'))) === '/S', 'a page without tab order');
    for (const one of page.node.Annots()?.asArray() ?? []) {
      const link = document.context.lookup(one);
      expectThat(link instanceof PDFDict && textOf(at(link, 'Contents')) !== '', 'a link without words');
    }
  }
  return faults;
}

/** Titles of the bookmarks, top down. */
export async function bookmarksOf(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const walk = (item: PDFObject | undefined): string[] =>
    item instanceof PDFDict ? [textOf(at(item, 'Title')), ...walk(at(item, 'First')), ...walk(at(item, 'Next'))] : [];
  const root = at(document.catalog, 'Outlines');
  return root instanceof PDFDict ? walk(at(root, 'First')) : [];
}
