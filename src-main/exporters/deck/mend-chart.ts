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
  return `<c:ser>${sorted.join('').replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')}</c:ser>`;
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
