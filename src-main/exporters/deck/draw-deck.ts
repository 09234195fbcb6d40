import type { ReportContent } from '#domain/reports/content';
import { writePackage } from './package/write-package';
import { type DeckDress, planDeck } from './plan-deck';
import { footerText } from './slide/footer';
import { slideXml } from './slide/slide-xml';

/** The deck as the bytes of a PPTX, in a template's own package; the same content and dress give the same bytes. */
export function drawDeck(
  content: ReportContent,
  dress: DeckDress,
  progress: (done: number, total: number) => void,
): Uint8Array {
  const { template, setting, pages, sections } = planDeck(content, dress, progress);
  const line = dress.confidentiality ?? '';
  const slides = pages.map((page, at) =>
    slideXml(page, setting, at + 1, footerText(content, line, page.stage, setting)),
  );
  const properties = {
    title: content.title,
    subject: `Model portfolio as of ${content.date}, content ${content.contentHash}`,
    author: 'Modelfolio',
    company: content.portfolio,
    at: content.at,
  };
  const bytes = writePackage(template, slides, properties, setting.lang);
  progress(sections.length + 1, sections.length + 1);
  return bytes;
}
