/** The colours of the product as a theme: the same thing has the same colour on screen and slide. */
const COLOURS: readonly (readonly [name: string, hex: string])[] = [
  ['dk1', '1B2330'],
  ['lt1', 'FFFFFF'],
  ['dk2', '22406F'],
  ['lt2', 'F2F4F7'],
  ['accent1', '2457C5'],
  ['accent2', 'C2410C'],
  ['accent3', '0B7A75'],
  ['accent4', 'B7791F'],
  ['accent5', '64748B'],
  ['accent6', '8A94A6'],
  ['hlink', '2457C5'],
  ['folHlink', '5B667A'],
];

/** Metric-compatible letters are on every system: PowerPoint, Keynote and LibreOffice lay out alike. */
const FONT = 'Arial';
const ASIAN: readonly (readonly [script: string, font: string])[] = [
  ['Jpan', 'Yu Gothic'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'Microsoft YaHei'],
  ['Hant', 'Microsoft JhengHei'],
];

const fonts = (tag: string): string =>
  `<a:${tag}><a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface=""/>${ASIAN.map(([script, font]) => `<a:font script="${script}" typeface="${font}"/>`).join('')}</a:${tag}>`;

const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const lines = [6350, 12_700, 19_050].map((width) => `<a:ln w="${width}">${solid}<a:prstDash val="solid"/></a:ln>`);
const effects = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3);

export const ownTheme: string = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Modelfolio"><a:themeElements><a:clrScheme name="Modelfolio">',
  ...COLOURS.map(([name, hex]) => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`),
  `</a:clrScheme><a:fontScheme name="Modelfolio">${fonts('majorFont')}${fonts('minorFont')}</a:fontScheme>`,
  `<a:fmtScheme name="Modelfolio"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${lines.join('')}</a:lnStyleLst>`,
  `<a:effectStyleLst>${effects}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
].join('');
