import { briefOf } from '#domain/reports/brief/brief';
import type { ReportContent } from '#domain/reports/content';
import { DomainError } from '../../failure/domain-error';
import { BRIEF_FITS, briefHeadings, briefHtml } from './brief-html';
import { finishPdf, openPdf, pagesOf } from './finish/finish-pdf';
import { anchorsOf, hasContents, headingsOf, laidOut, placesOf, reportHtml } from './report-html';
import type { PaperSize } from './style';

/** Who prints, and what is told meanwhile. `print` throws where it is cancelled. */
export interface Printing {
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly progress: (step: string) => void;
}

interface Dress {
  readonly paper: PaperSize;
  readonly line: string;
}

/** Author, subject and day of whatever is printed of a content: no person, for the same content gives the same bytes. */
export const paperFacts = ({ title, headline, portfolio, at, contentHash }: ReportContent) => ({
  title,
  subject: headline,
  author: portfolio,
  at,
  contentHash,
});

/** Printed twice where it has contents: no browser knows on which page a part will be before it has laid all of them out. */
export async function printReport(
  content: ReportContent,
  dress: Dress,
  { print, progress }: Printing,
): Promise<Uint8Array> {
  const printed = (of: ReportContent, pages: readonly number[]): Promise<Uint8Array> =>
    print(reportHtml(of, { ...dress, pages }));
  progress('Laying out the pages');
  let document = await openPdf(await printed(hasContents(content) ? laidOut(content) : content, []));
  if (hasContents(content)) {
    const laid = pagesOf(document);
    const pages = anchorsOf(content).map((place) => laid.get(place) ?? 0);
    progress('Printing the pages');
    document = await openPdf(await printed(content, pages));
  }
  return finishPdf(document, {
    ...paperFacts(content),
    headings: headingsOf(content),
    places: placesOf(content),
  });
}

/**
 * The board paper on one page, exactly: the first of its fits that a browser lays on a single page.
 *
 * @param content of the length `board`
 */
export async function printBrief(
  content: ReportContent,
  { paper, line }: Dress,
  { print, progress }: Printing,
): Promise<Uint8Array> {
  const brief = briefOf(content);
  progress('Printing the page');
  for (const fit of BRIEF_FITS) {
    const document = await openPdf(await print(briefHtml(brief, paper, line, content.locale, fit)));
    if (document.getPageCount() > 1) continue;
    const facts = { ...paperFacts(content), title: `${brief.portfolio}: brief`, subject: brief.title };
    return finishPdf(document, { ...facts, headings: briefHeadings(brief), places: new Map() });
  }
  throw new DomainError(
    'refused',
    'The brief does not fit on one page, whatever is left out. Make the PDF report instead.',
  );
}
