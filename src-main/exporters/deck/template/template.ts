import { strFromU8 } from 'fflate';
import { DomainError } from '../../../failure/domain-error';
import { isOf, type PackageParts, partOf, type Relationship, readRelationships } from '../package/relationships';
import { findAll, findFirst, numberOf, readXml, relationOf, type XmlElement } from '../package/xml';
import { area, type Box, boxOf, EMU } from './box';
import { type Palette, paletteOf } from './palette';
import { inherited, type Placeholder, placeholdersOf } from './placeholders';

/** A layout as slides are laid upon it. */
export interface Layout {
  readonly part: string;
  readonly name: string;
  readonly places: readonly Placeholder[];
  /** Pictures, shapes and logos of layout and master that fill no place. */
  readonly art: readonly Box[];
  readonly palette: Palette;
  /** The part with the theme of its master. */
  readonly theme: string;
  /** Points of a title where its place says none. */
  readonly titleSize: number;
  /** `ctr`, `r`; '' = on the left. */
  readonly titleAlign: string;
  /** A colour for titles that the master does not pass on (files saved by LibreOffice); '' = it does. */
  readonly titleFill: string;
  /** A picture covers the whole slide, so that content needs a ground of its own. */
  readonly covered: boolean;
}

export interface Template {
  readonly name: string;
  readonly parts: PackageParts;
  /** The part of the presentation. */
  readonly main: string;
  readonly root: readonly Relationship[];
  readonly relationships: readonly Relationship[];
  readonly presentation: XmlElement;
  /** In the order of the file: those of its first master first. */
  readonly layouts: readonly Layout[];
  /** Inches. */
  readonly width: number;
  readonly height: number;
  /** Sizes are written for slides 7.5 inches high; this many times as large here. */
  readonly scale: number;
  /** Our own, whose accents are the colours of the product. */
  readonly own: boolean;
}

const MOST_LAYOUTS = 500;

/** @throws DomainError where it has no slide that could be made of it */
export function readTemplate(parts: PackageParts, name: string, own = false): Template {
  try {
    return read(parts, name, own);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'bad_file',
      `The template ${name} cannot be read: it is damaged. Save it again in PowerPoint.`,
    );
  }
}

function read(parts: PackageParts, name: string, own: boolean): Template {
  const root = readRelationships(parts, '');
  const entry = root.find((one) => isOf(one, 'officeDocument'));
  if (!entry) throw new RangeError('no presentation');
  const main = partOf('', entry);
  const relationships = readRelationships(parts, main);
  const presentation = xmlOf(parts, main);
  const size = findFirst(presentation, 'sldSz');
  const [width, height] = [(numberOf(size, 'cx') ?? 0) / EMU, (numberOf(size, 'cy') ?? 0) / EMU];
  if (width < 3 || height < 2 || width > 60 || height > 60)
    throw new DomainError(
      'bad_file',
      `The template ${name} has slides of ${width} × ${height} inches. Choose another.`,
    );
  const layouts = findAll(presentation, 'sldMasterId').flatMap((master) => {
    const found = relationships.find(({ id }) => id === relationOf(master));
    return found ? layoutsOf(parts, partOf(main, found), { width, height, own }) : [];
  });
  if (layouts.length === 0 || layouts.length > MOST_LAYOUTS)
    throw new DomainError('bad_file', `The template ${name} has ${layouts.length} layouts. Choose one with 1 to 500.`);
  return { name, parts, main, root, relationships, presentation, layouts, width, height, scale: height / 7.5, own };
}

export function xmlOf(parts: PackageParts, part: string): XmlElement {
  const content = parts.get(part);
  if (!content) throw new RangeError(`${part} is missing`);
  return readXml(strFromU8(content));
}

interface Slide {
  readonly width: number;
  readonly height: number;
  readonly own: boolean;
}

function layoutsOf(parts: PackageParts, part: string, slide: Slide): Layout[] {
  const master = xmlOf(parts, part);
  const relationships = readRelationships(parts, part);
  const theme = relationships.find((one) => isOf(one, 'theme'));
  if (!theme) throw new RangeError('a master without theme');
  const themePart = partOf(part, theme);
  const palette = paletteOf(xmlOf(parts, themePart), master, slide.own);
  const places = placeholdersOf(master);
  const styles = findFirst(master, 'titleStyle');
  const titleSize = (numberOf(findFirst(styles, 'defRPr'), 'sz') ?? 3_200) / 100;
  return findAll(master, 'sldLayoutId').flatMap((one) => {
    const found = relationships.find(({ id }) => id === relationOf(one));
    if (!found) return [];
    const layoutPart = partOf(part, found);
    const layout = xmlOf(parts, layoutPart);
    const art = [...(layout.attributes.showMasterSp === '0' ? [] : artOf(master)), ...artOf(layout)];
    return [
      {
        part: layoutPart,
        name: findFirst(layout, 'cSld')?.attributes.name ?? '',
        places: inherited(placeholdersOf(layout), places),
        art,
        palette,
        theme: themePart,
        titleSize,
        titleAlign: findFirst(styles, 'lvl1pPr')?.attributes.algn ?? '',
        titleFill: styles ? '' : titleFill(master),
        covered: palette.picture || art.some((box) => area(box) > 0.8 * slide.width * slide.height),
      },
    ];
  });
}

/** What lies on a layout without being a place for content. */
function artOf(part: XmlElement): Box[] {
  const tree = findFirst(part, 'spTree');
  return (tree?.children ?? [])
    .filter(({ name }) => ['sp', 'pic', 'grpSp', 'graphicFrame'].includes(name))
    .filter((shape) => findFirst(shape, 'ph') === undefined)
    .flatMap((shape) => boxOf(shape) ?? []);
}

/** A master without text styles says the colour of its title only in the sample of its text. */
function titleFill(master: XmlElement): string {
  const title = findAll(master, 'sp').find((shape) => findFirst(shape, 'ph')?.attributes.type === 'title');
  const colour = title && (findFirst(title, 'srgbClr')?.attributes.val ?? '');
  return colour && /^[0-9A-Fa-f]{6}$/.test(colour)
    ? `<a:solidFill><a:srgbClr val="${colour.toUpperCase()}"/></a:solidFill>`
    : '';
}
