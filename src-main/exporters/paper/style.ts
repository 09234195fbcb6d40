import { PEN_STYLE } from './chart/pen';
import { COLOUR_STYLE } from './look';

export type PaperSize = 'A4' | 'Letter';

/** Letters that are on every system, with those of Japanese, Korean and Chinese behind them. */
const FONTS = "Inter,'Segoe UI','Helvetica Neue',Arial,'Hiragino Sans','Yu Gothic','Noto Sans CJK JP',sans-serif";

/** Text inside of a CSS string: nothing in it can end the string or the style. */
function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:;·()/-]/gu, ' ');
}

/** What every paper shares: letters, tables, charts, colours. */
const SHARED = `
${COLOUR_STYLE}
${PEN_STYLE}
*{box-sizing:border-box}
body{margin:0;font:9.5pt/1.45 ${FONTS};color:var(--text);-webkit-print-color-adjust:exact;print-color-adjust:exact}
svg{font-family:${FONTS}}
a{color:var(--link);text-decoration:none}
h1{font-size:20pt;line-height:1.2;margin:0 0 2mm}
h2{font-size:13.5pt;line-height:1.25;margin:0 0 2mm;break-after:avoid}
h3{font-size:10pt;margin:0 0 1mm;break-after:avoid}
p{overflow-wrap:anywhere;margin:0 0 2mm;orphans:3;widows:3}
.muted,.reading,.source{color:var(--muted)}
.topic{color:var(--link);font-size:8.5pt;font-weight:600;margin:0 0 1mm;break-after:avoid}
.reading{font-size:8.5pt;margin-bottom:1.5mm;break-after:avoid}
.block{margin:0 0 4.5mm}
.keep{break-inside:avoid}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 6mm;break-inside:avoid}
.figures{display:grid;grid-template-columns:minmax(0,1fr);gap:2.5mm;break-inside:avoid}
.of-2{grid-template-columns:repeat(2,minmax(0,1fr))}.of-3{grid-template-columns:repeat(3,minmax(0,1fr))}.of-4{grid-template-columns:repeat(4,minmax(0,1fr))}
.figure{border:1px solid var(--line);border-radius:1.5mm;padding:2mm 2.5mm;overflow-wrap:anywhere}
.figure p{margin:0}
.figure .value{font-size:13.5pt;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums}
.figure .name,.figure .detail{font-size:8.5pt;line-height:1.35;color:var(--muted)}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:8.5pt;line-height:1.35}
th,td{text-align:left;font-weight:400;border-bottom:1px solid var(--line);padding:.9mm 1.5mm;vertical-align:top;overflow-wrap:anywhere}
thead th{font-weight:600;border-bottom:1.2px solid var(--muted);vertical-align:bottom}
.right{text-align:right;font-variant-numeric:tabular-nums}
.proposed{background:var(--soft)}
tbody .proposed{font-weight:600}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:first-child,tbody tr:nth-last-child(2),tbody tr:nth-last-child(3){break-after:avoid}
.source{font-size:8pt;margin:-1.5mm 0 0;break-before:avoid;break-inside:avoid;overflow-wrap:anywhere}
`;

const REPORT = `
header{border-bottom:1px solid var(--line);padding-bottom:3mm;margin-bottom:5mm}
.headline{font-size:12pt;line-height:1.4}
section{margin-bottom:7mm}
.start{break-inside:avoid;break-after:avoid}
.contents{margin-bottom:6mm;break-inside:avoid}
.contents h2{font-size:10pt;margin-bottom:1mm}
.contents p{display:flex;align-items:baseline;margin:0;font-size:9pt;line-height:1.4;border-bottom:1px solid var(--line)}
.contents a{flex:1;color:var(--text);padding:.4mm 0}
.contents .page{min-width:3em;text-align:right;color:var(--muted);font-variant-numeric:tabular-nums}
`;

/** On a screen the report is a page of its own width, in the reader's scheme, with its contents beside it where there is room. */
const SCREEN = `
@media screen{
body{font-size:15px;line-height:1.55;background:var(--ground);padding:0 1rem 3rem}
.sheet{max-width:60rem;margin:0 auto}
h1{font-size:1.75rem;margin-top:2rem}h2{font-size:1.3rem}h3{font-size:1rem}
.headline{font-size:1.1rem}
section,.contents{min-width:0;background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:1.1rem 1.25rem;margin-bottom:1rem;scroll-margin-top:1rem}
.contents p,table,.reading,.figure .name,.figure .detail{font-size:.87rem}
.topic{font-size:.8rem}.source{font-size:.8rem;margin-top:.5rem}
.figure .value{font-size:1.4rem}
.block{margin-bottom:1.4rem}
.wide{overflow-x:auto;position:relative}
.wide table,.wide svg{min-width:38rem}.pair .wide svg{min-width:0}
a:hover{text-decoration:underline}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem}
@media (max-width:48rem){.pair,.figures{grid-template-columns:minmax(0,1fr)}}
@media (min-width:84rem){body{padding-left:19rem}.contents{position:fixed;left:1rem;top:1rem;width:17.5rem;max-height:calc(100vh - 2rem);overflow-y:auto}}
}
@media print{.skip{display:none}}
`;

/** A foot on each printed page: whose report of which day, and the number of the page. */
function pageRule(paper: PaperSize, margin: string, foot: string | null): string {
  if (foot === null) return `@page{size:${paper};margin:${margin}}`;
  const look = `font:8pt ${FONTS};color:#556075`;
  return `@page{size:${paper};margin:${margin};@bottom-left{content:"${cssText(foot)}";${look}}@bottom-right{content:counter(page) " / " counter(pages);${look}}}`;
}

export const reportStyle = (paper: PaperSize, foot: string): string =>
  `${pageRule(paper, '16mm 16mm 18mm', foot)}${SHARED}${REPORT}${SCREEN}`;

/** One page, all of it ours: the foot is part of it. */
export const briefStyle = (paper: PaperSize, more: string): string =>
  `${pageRule(paper, '12mm 14mm', null)}${SHARED}${more}`;
