import { assertNever } from '#domain/base/assert-never';
import type { ReportBlock, ReportContent, ReportSection, ReportTable } from '#domain/reports/content';
import { xmlText } from '../xlsx/xml-text';
import { chartSvg, legendOf } from './chart-svg';
import { INK } from './look';

export type PaperSize = 'A4' | 'Letter';

/** Letters that are on every system, with those of Japanese, Korean and Chinese behind them. */
const FONTS =
  "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif";

const style = (content: ReportContent, paper: PaperSize): string => `
@page { size: ${paper}; margin: 18mm 16mm 20mm;
  @bottom-left { content: "${cssText(`${content.portfolio} · ${content.date} · ${content.contentHash.slice(0, 12)}`)}"; font: 8pt ${FONTS}; color: #${INK.muted}; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${FONTS}; color: #${INK.muted}; } }
* { box-sizing: border-box; }
body { margin: 0; font: 9.5pt/1.45 ${FONTS}; color: #${INK.text}; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 4mm; }
h2 { font-size: 14pt; line-height: 1.25; margin: 0 0 2mm; }
h3 { font-size: 10pt; margin: 0 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; }
header { border-bottom: 1px solid #${INK.hairline}; padding-bottom: 5mm; margin-bottom: 7mm; }
.headline { font-size: 12.5pt; line-height: 1.4; }
.muted, .reading, .source { color: #${INK.muted}; }
.topic { color: #${INK.accent}; font-size: 8.5pt; font-weight: 600; margin: 0 0 1mm; }
section { margin-bottom: 9mm; }
.start { break-inside: avoid; break-after: avoid; }
.block { margin: 4mm 0; }
.keep { break-inside: avoid; }
.reading { font-size: 8.5pt; }
.figures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 3mm; break-inside: avoid; }
.figure { border: 1px solid #${INK.hairline}; border-radius: 1.5mm; padding: 2.5mm 3mm; overflow-wrap: anywhere; }
.figure dt { color: #${INK.muted}; font-size: 8.5pt; }
.figure dd { margin: 0; }
.figure .value { font-size: 15pt; font-weight: 600; font-variant-numeric: tabular-nums; }
.figure .detail { font-size: 8.5pt; color: #${INK.muted}; }
dl { margin: 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 8.5pt; }
th { text-align: left; border-bottom: 1.2px solid #${INK.muted}; padding: 1mm 1.5mm; vertical-align: bottom; overflow-wrap: break-word; }
td { border-bottom: 1px solid #${INK.hairline}; padding: 1mm 1.5mm; vertical-align: top; overflow-wrap: anywhere; }
th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
svg { width: 100%; height: auto; display: block; font: 11.5px ${FONTS}; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 1mm 4mm; margin: 0 0 1.5mm; padding: 0; font-size: 8.5pt; }
.swatch { display: inline-block; width: 2.6mm; height: 2.6mm; margin-right: 1.2mm; border-radius: 0.4mm; }
.source { break-inside: avoid; font-size: 8pt; border-top: 1px solid #${INK.hairline}; padding-top: 2mm; margin-top: 4mm; overflow-wrap: anywhere; }
.source p { margin: 0 0 0.8mm; }
`;

/** Text inside of a CSS string: nothing in it can end the string or the style. */
function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:;·()/-]/gu, ' ');
}

/**
 * The report as one page of HTML that needs nothing else: no script, no network, charts as SVG. Headings, lists and tables
 * are what they are, so that a printed PDF is tagged with them.
 */
export function reportHtml(content: ReportContent, paper: PaperSize): string {
  const { title, headline, subline, portfolio, date, contentHash, redaction, locale } = content;
  const about = `${portfolio} · ${date} · content ${contentHash.slice(0, 16)}`;
  return [
    `<!doctype html><html lang="${xmlText(englishIn(locale))}"><head><meta charset="utf-8">`,
    // Whatever a text of the portfolio may hold: nothing is fetched and nothing runs.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${xmlText(title)}</title><style>${style(content, paper)}</style></head><body>`,
    `<header><h1>${xmlText(title)}</h1><p class="headline">${xmlText(headline)}</p>`,
    subline === '' ? '' : `<p>${xmlText(subline)}</p>`,
    `<p class="muted">${xmlText(about)}</p>`,
    redaction === '' ? '' : `<p class="muted">${xmlText(redaction)}</p>`,
    '</header><main>',
    ...content.sections.map((section) => sectionHtml(section, locale)),
    '</main></body></html>',
  ].join('\n');
}

/** The sentences are English; of the locale only the region is the reader's. */
function englishIn(locale: string): string {
  const { language, region } = new Intl.Locale(locale);
  return language === 'en' && region !== undefined ? `en-${region}` : 'en';
}

function sectionHtml({ title, headline, lead, blocks, sources }: ReportSection, locale: string): string {
  const notes = sources.map(
    ({ what, channel, formula, rows }) =>
      `<p>${xmlText([what, formula, rows, channel].filter((part) => part !== '').join(' · '))}</p>`,
  );
  return [
    '<section><div class="start">',
    `<p class="topic">${xmlText(title)}</p><h2>${xmlText(headline)}</h2>`,
    lead === '' ? '' : `<p>${xmlText(lead)}</p>`,
    '</div>',
    ...blocks.map((block) => blockHtml(block, locale)),
    notes.length > 0 ? `<div class="source"><p>Where these numbers come from:</p>${notes.join('')}</div>` : '',
    '</section>',
  ].join('\n');
}

function blockHtml(block: ReportBlock, locale: string): string {
  switch (block.kind) {
    case 'figures': {
      const figures = block.figures.map(
        ({ label, value, detail }) =>
          `<div class="figure"><dt>${xmlText(label)}</dt><dd class="value">${xmlText(value)}</dd><dd class="detail">${xmlText(detail)}</dd></div>`,
      );
      return `<dl class="block figures">${figures.join('')}</dl>`;
    }
    case 'text':
      return `<div class="block">${headingHtml(block.title)}${block.paragraphs.map((one) => `<p>${xmlText(one)}</p>`).join('')}</div>`;
    case 'table':
      return tableHtml(block);
    case 'chart': {
      const legend = legendOf(block).map(
        ({ name, colour }) => `<li><span class="swatch" style="background:#${colour}"></span>${xmlText(name)}</li>`,
      );
      const unit = block.unit === '' ? '' : `<p class="reading">${xmlText(block.unit)}</p>`;
      return [
        `<div class="block keep">${headingHtml(block.title)}`,
        block.reading === '' ? '' : `<p class="reading">${xmlText(block.reading)}</p>`,
        unit,
        legend.length > 0 ? `<ul class="legend">${legend.join('')}</ul>` : '',
        chartSvg(block, locale),
        '</div>',
      ].join('');
    }
    default:
      return assertNever(block);
  }
}

const headingHtml = (title: string): string => (title === '' ? '' : `<h3>${xmlText(title)}</h3>`);

function tableHtml({ title, reading, columns, rows }: ReportTable): string {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const widths = columns.map(({ weight }) => `<col style="width:${((100 * weight) / total).toFixed(2)}%">`);
  const heads = columns.map(({ title: head, align }) => `<th scope="col" class="${align}">${xmlText(head)}</th>`);
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((cell, at) => `<td class="${columns[at]?.align ?? 'left'}">${xmlText(cell)}</td>`).join('')}</tr>`,
  );
  return [
    `<div class="block">${headingHtml(title)}`,
    reading === '' ? '' : `<p class="reading">${xmlText(reading)}</p>`,
    `<table><colgroup>${widths.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`,
  ].join('');
}
