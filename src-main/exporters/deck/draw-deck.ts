import PptxGenJS from 'pptxgenjs';
import type { ReportContent } from '#domain/reports/content';
import { addSection } from './add-section';
import { FONT, INK, MARGIN, SLIDE } from './look';
import { mendPackage } from './mend-package';
import { addWords } from './panel';

const MASTER = 'Modelfolio';
const COVER = 'Modelfolio cover';
/** Enough of a hash to tell two contents apart on paper; the whole one is in the notes. */
const SHORT_HASH = 16;

const shortHash = ({ contentHash }: ReportContent): string => contentHash.slice(0, SHORT_HASH);

/** The deck as the bytes of a PPTX; the same content gives the same bytes. */
export async function drawDeck(
  content: ReportContent,
  progress: (done: number, total: number) => void,
): Promise<Uint8Array> {
  const pptx = new PptxGenJS();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = content.title;
  pptx.subject = `Model portfolio as of ${content.date}, content ${content.contentHash}`;
  pptx.author = 'Modelfolio';
  pptx.company = content.portfolio;
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  defineMasters(pptx, content);
  addCover(pptx, content);
  const total = content.sections.length + 1;
  for (const [index, section] of content.sections.entries()) {
    progress(index + 1, total);
    addSection(pptx, MASTER, content, section);
  }
  const drawn = await pptx.write({ outputType: 'uint8array' });
  if (!(drawn instanceof Uint8Array)) throw new TypeError('the library gave no bytes');
  const mended = mendPackage(drawn, content.at);
  progress(total, total);
  return mended;
}

function defineMasters(pptx: PptxGenJS, content: ReportContent): void {
  const foot = { y: 7.08, h: 0.22, fontFace: FONT, fontSize: 9, color: INK.muted, margin: 0 } as const;
  const line = [
    content.portfolio,
    content.date,
    `content ${shortHash(content)}`,
    ...(content.redaction === '' ? [] : ['redacted']),
  ];
  const footer = {
    text: {
      text: line.join('  ·  '),
      options: { ...foot, x: MARGIN, w: SLIDE.width - 2 * MARGIN - 1, align: 'left' as const, fit: 'none' as const },
    },
  };
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: INK.background },
    objects: [{ rect: { x: MARGIN, y: 0.26, w: 0.6, h: 0.045, fill: { color: INK.accent } } }, footer],
    slideNumber: {
      x: SLIDE.width - MARGIN - 0.6,
      y: foot.y,
      w: 0.6,
      h: foot.h,
      fontFace: FONT,
      fontSize: 9,
      color: INK.muted,
      align: 'right',
      margin: 0,
    },
  });
  pptx.defineSlideMaster({
    title: COVER,
    background: { color: INK.panel },
    objects: [{ rect: { x: 0, y: 0, w: 0.28, h: SLIDE.height, fill: { color: INK.accent } } }, footer],
  });
}

function addCover(pptx: PptxGenJS, content: ReportContent): void {
  const slide = pptx.addSlide({ masterName: COVER });
  const box = { x: 1.1, w: SLIDE.width - 2.2 };
  addWords(
    slide,
    { ...box, y: 1.5, h: 0.4 },
    { text: content.portfolio, sizes: [18, 16, 14, 12], bold: true, color: INK.accent },
  );
  addWords(
    slide,
    { ...box, y: 2.05, h: 1.75 },
    { text: content.headline, sizes: [40, 36, 32, 28, 24, 20], bold: true },
  );
  addWords(slide, { ...box, y: 3.95, h: 0.75 }, { text: content.subline, sizes: [18, 16, 14, 12], color: INK.muted });
  addWords(slide, { ...box, y: 5.3, h: 0.3 }, { text: `Board deck, ${content.date}`, sizes: [14] });
  addWords(
    slide,
    { ...box, y: 5.62, h: 0.5 },
    { text: `Content of the portfolio file: ${content.contentHash}`, sizes: [10.5, 9], color: INK.muted },
  );
  addWords(slide, { ...box, y: 6.1, h: 0.5 }, { text: content.redaction, sizes: [12, 11, 10], color: INK.muted });
  slide.addNotes(
    `${content.headline}. ${content.subline}\n\nMade from the portfolio file on ${content.date}. The content hash is that of the newest journal entry that is not about reports: two reports that name the same one say the same.\n${content.contentHash}\n${content.redaction}`.trim(),
  );
}
