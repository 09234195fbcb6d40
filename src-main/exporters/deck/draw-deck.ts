import type { ReportContent } from '#domain/reports/content';
import { slideOutline } from './outline/slide-outline';
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
  const marks = marksOf(dress);
  const slides = pages.map((page, at) =>
    slideXml(page, setting, at + 1, dress.logo, footerText(content, marks, page.stage, setting)),
  );
  const properties = {
    title: content.title,
    subject: `Model portfolio as of ${content.date}, content ${content.contentHash}${content.unshared ? `, ${content.unshared}` : ''}`,
    author: dress.company || 'Modelfolio',
    company: dress.company || content.portfolio,
    at: content.at,
  };
  const bytes = writePackage(template, slides, properties, setting.lang, dress.logo);
  progress(sections.length + 1, sections.length + 1);
  return bytes;
}

/** The slides of the same plan as pictures, `most` of them at most. */
export function outlineDeck(content: ReportContent, dress: DeckDress, most: number) {
  const { template, setting, pages, shortened } = planDeck(content, dress);
  const slides = pages.slice(0, most).map((page, at) => {
    const footer = footerText(content, marksOf(dress), page.stage, setting);
    return {
      title: page.title,
      picture: slideOutline(page, template, setting, { logo: dress.logo, footer, number: at + 1 }),
    };
  });
  return { total: pages.length, slides, shortened };
}

const marksOf = ({ confidentiality = '', company = '' }: DeckDress): string[] =>
  [confidentiality, company].filter((mark) => mark !== '');
