import { strToU8 } from 'fflate';
import { ownTemplate } from '../../../../resources/deck/own-template';
import { zipParts } from '../package/zip-parts';

type Change = (name: string, xml: string) => string;

/** A template as a client might have it: ours, changed part by part. */
export function changedTemplate(change: Change, added: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const parts = new Map<string, string | Uint8Array>([...ownTemplate].map(([name, xml]) => [name, change(name, xml)]));
  for (const [name, content] of Object.entries(added)) parts.set(name, content);
  return zipParts(parts);
}

const narrow = (xml: string): string =>
  xml.replace(
    /(<a:off x=|<a:ext cx=)"(\d+)"/g,
    (_, tag: string, x: string) => `${tag}"${Math.round(Number(x) * 0.75)}"`,
  );

export const TEMPLATES: Readonly<Record<string, () => Uint8Array>> = {
  'of 4:3': () =>
    changedTemplate((name, xml) =>
      name === 'ppt/presentation.xml'
        ? xml
            .replace(/<p:sldSz cx="\d+"/, '<p:sldSz cx="9144000"')
            .replace('cy="6858000"/><p:notesSz', 'cy="6858000"/><p:notesSz')
        : narrow(xml),
    ),
  'with a dark map, other names and no kinds': () =>
    changedTemplate((_, xml) =>
      xml
        .replace('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')
        .replace(/<p:cSld name="[^"]*"/g, '<p:cSld name="目次"')
        .replace(/(<p:sldLayout [^>]*?) type="\w+"/g, '$1'),
    ),
  'in grey, without feet': () =>
    changedTemplate((name, xml) =>
      name.includes('slideLayout')
        ? xml.replace(/<p:sp>(?:(?!<\/p:sp>).)*type="(?:ftr|sldNum)".*?<\/p:sp>/g, '')
        : xml.replace(/<a:accent(\d)><a:srgbClr val="\w+"\/>/g, '<a:accent$1><a:srgbClr val="DDDDDD"/>'),
    ),
  'with slides, macros and a picture from elsewhere': () =>
    changedTemplate(
      (name, xml) => {
        if (name === 'ppt/_rels/presentation.xml.rels')
          return xml.replace(
            '</Relationships>',
            '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide1.xml"/><Relationship Id="rId8" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
          );
        if (name === 'ppt/presentation.xml')
          return xml.replace('<p:sldSz', '<p:sldIdLst><p:sldId id="300" r:id="rId7"/></p:sldIdLst><p:sldSz');
        if (name === 'ppt/slideMasters/_rels/slideMaster1.xml.rels')
          return xml.replace(
            '</Relationships>',
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://example.invalid/logo.png" TargetMode="External"/></Relationships>',
          );
        if (name === 'ppt/slideMasters/slideMaster1.xml')
          return xml.replace(
            '</p:spTree>',
            '<p:pic><p:nvPicPr><p:cNvPr id="40" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="rId99"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="11000000" y="200000"/><a:ext cx="800000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>',
          );
        return xml;
      },
      { 'ppt/slides/slide1.xml': '<p:sld>Secret of the template</p:sld>', 'ppt/vbaProject.bin': strToU8('macro') },
    ),
};

/** As small as slides of clients are: 4:3 with a title that takes a third of the slide, and 10 inches wide with one beside the content. */
export const NARROW_TEMPLATES: Readonly<Record<string, () => Uint8Array>> = {
  'of 4:3 with a tall title': () => changedTemplate((name, xml) => tall(name, fourToThree(name, xml))),
  'with the title beside the content': () => changedTemplate((name, xml) => beside(name, fourToThree(name, xml))),
};

const fourToThree = (name: string, xml: string): string =>
  name === 'ppt/presentation.xml' ? xml.replace(/<p:sldSz cx="\d+"/, '<p:sldSz cx="9144000"') : narrow(xml);

/** Gives each place of a kind of a layout or master another box, in EMU. */
function placed(xml: string, kinds: readonly string[], x: number, y: number, cx: number, cy: number): string {
  return xml.replaceAll(/<p:sp>(?:(?!<\/p:sp>).)*<\/p:sp>/gs, (shape) =>
    kinds.some((kind) => shape.includes(`<p:ph type="${kind}"`)) || (kinds.includes('obj') && /<p:ph idx/.test(shape))
      ? shape.replace(/<a:off [^>]*\/><a:ext [^>]*\/>/, `<a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/>`)
      : shape,
  );
}

const isPage = (name: string): boolean => /slide(?:Layout|Master)\d+\.xml$/.test(name);
const CONTENT = ['obj', 'body', 'chart', 'tbl'];

const tall = (name: string, xml: string): string =>
  isPage(name)
    ? placed(
        placed(xml, ['title'], 457_200, 457_200, 8_229_600, 1_700_000),
        CONTENT,
        457_200,
        2_250_000,
        8_229_600,
        3_900_000,
      )
    : xml;

const beside = (name: string, xml: string): string =>
  isPage(name)
    ? placed(
        placed(xml, ['title'], 457_200, 457_200, 2_600_000, 5_600_000),
        CONTENT,
        3_200_000,
        457_200,
        5_500_000,
        5_700_000,
      )
    : xml;
