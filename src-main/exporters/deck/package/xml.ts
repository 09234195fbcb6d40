import { parseDocument } from 'htmlparser2';
import { xmlText } from '../../xlsx/xml-text';

export { xmlText };

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Namespaces of what we write. */
export const NAMES = {
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  chart: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  presentation: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  packageRelationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  types: 'http://schemas.openxmlformats.org/package/2006/content-types',
  sheet: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
} as const;

export const SLIDE_NAMES = `xmlns:a="${NAMES.drawing}" xmlns:r="${NAMES.relationships}" xmlns:p="${NAMES.presentation}"`;

/** An element of a part that somebody else wrote, with its place in the text. */
export interface XmlElement {
  /** Without its prefix: files are free to choose others. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** As it stands in the part. */
  readonly raw: string;
}

type Parsed = ReturnType<typeof parseDocument>['children'][number];

/** Elements inside one another; what is deeper is no presentation. */
const MOST_DEEP = 200;

function toElement(node: Parsed, text: string, depth: number): XmlElement[] {
  if (!('attribs' in node)) return [];
  if (depth > MOST_DEEP) throw new RangeError('elements lie too deep inside one another');
  return [
    {
      name: node.name.replace(/^.*:/, ''),
      attributes: node.attribs,
      children: node.children.flatMap((child) => toElement(child, text, depth + 1)),
      raw: text.slice(node.startIndex ?? 0, (node.endIndex ?? -1) + 1),
    },
  ];
}

/** @throws RangeError where it holds no element, or too many inside one another */
export function readXml(text: string): XmlElement {
  const parsed = parseDocument(text, { xmlMode: true, withStartIndices: true, withEndIndices: true });
  const [root] = parsed.children.flatMap((child) => toElement(child, text, 0));
  if (!root) throw new RangeError('there is no element in it');
  return root;
}

/** All elements of a name inside of one, in the order of the text. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

export const findFirst = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && findAll(element, name)[0];

/** A number of an attribute; `null` where there is none. */
export function numberOf(element: XmlElement | undefined, attribute: string): number | null {
  const text = element?.attributes[attribute];
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** An attribute whatever its prefix is called. */
export const attributeOf = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

/** The id of the relationship that an element names; it has its own id beside it, without a prefix. */
export const relationOf = ({ attributes }: XmlElement): string | undefined =>
  Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
