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
