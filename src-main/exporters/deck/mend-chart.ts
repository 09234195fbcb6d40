/**
 * The library writes a third axis id (its issue 1534), parts of a series in an order that the schema does not know, a mark
 * for negative bars in lines, and empty values as empty text. PowerPoint offers to repair such a file; this puts it right.
 */
export function mendChart(xml: string): string {
  return bottomAxis(withoutStrayAxes(xml)).replace(/<c:ser>[\s\S]*?<\/c:ser>/g, mendSeries);
}

/** Only axes that are defined may be named. */
function withoutStrayAxes(xml: string): string {
  const defined = new Set(
    [...xml.matchAll(/<c:(?:catAx|valAx|dateAx|serAx)>\s*<c:axId val="(\d+)"\/>/g)].map((found) => found[1]),
  );
  return xml.replace(/<c:axId val="(\d+)"\/>/g, (found, id: string) => (defined.has(id) ? found : ''));
}

/** When the first category is on top, the axis of values would be there too. */
function bottomAxis(xml: string): string {
  if (!/<c:orientation val="maxMin"\/>/.test(xml)) return xml;
  return xml.replace(/(<c:valAx>[\s\S]*?)<c:crosses val="[^"]*"\/>/, '$1<c:crosses val="max"/>');
}

/** In the order of the schema; what a line or a bar does not know is left out. */
const ORDER = [
  'idx',
  'order',
  'tx',
  'spPr',
  'invertIfNegative',
  'marker',
  'dPt',
  'dLbls',
  'cat',
  'val',
  'smooth',
] as const;

function mendSeries(series: string): string {
  const isLine = series.includes('<c:marker>');
  const parts = topElements(series.replace(/^<c:ser>|<\/c:ser>$/g, ''));
  const known = ORDER.filter((name) => !(isLine && name === 'invertIfNegative'));
  const sorted = known.flatMap((name) => parts.filter((part) => part.name === name).map(({ xml }) => xml));
  return `<c:ser>${readableLabels(sorted.join('')).replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')}</c:ser>`;
}

/** Numbers inside of dark bars are written in white. */
function readableLabels(series: string): string {
  const fill = /<c:spPr><a:solidFill><a:srgbClr val="([0-9A-F]{6})"/.exec(series.replace(/>\s+</g, '><'))?.[1];
  if (fill === undefined || !series.includes('<c:dLblPos val="ctr"/>') || isLight(fill)) return series;
  return series.replace(/<c:dLbls>[\s\S]*?<\/c:dLbls>/, (labels) =>
    labels.replace(/<a:srgbClr val="[0-9A-F]{6}"/, '<a:srgbClr val="FFFFFF"'),
  );
}

/** By the weights of the eye for red, green and blue. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 150;
}

interface Part {
  readonly name: string;
  readonly xml: string;
}

/** The children of a series; none of them holds another of its own name. */
function topElements(xml: string): Part[] {
  return [...xml.matchAll(/<c:(\w+)(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/c:\1>)/g)].map((found) => ({
    name: found[1] ?? '',
    xml: found[0],
  }));
}
