import { xmlText } from '../package/xml';
import { type Box, emu } from '../template/box';
import type { Placeholder } from '../template/placeholders';

export const transform = ({ x, y, w, h }: Box, prefix: 'a' | 'p' = 'a'): string =>
  `<${prefix}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${prefix}:xfrm>`;

/** The same type and number as in the layout, or the place is another one. */
export function placeXml({ type, idx }: Placeholder): string {
  const size = ['ftr', 'sldNum', 'dt'].includes(type) ? ' sz="quarter"' : '';
  return `<p:ph${type === 'obj' ? '' : ` type="${xmlText(type)}"`}${size}${idx === '' ? '' : ` idx="${xmlText(idx)}"`}/>`;
}

/** Marks what is there for the eye only: readers aloud pass over it. */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

interface Named {
  readonly id: number;
  readonly name: string;
}

interface PlaceShape extends Named {
  readonly place: Placeholder;
  /** Only where it does not lie where the layout puts it. */
  readonly box?: Box | undefined;
  readonly paragraphs: string;
  /** What a footer or number is of, said to readers aloud. */
  readonly alt?: string;
}

/** Words in a place of the layout, with the layout's look. */
export function placeShape({ id, name, place, box, paragraphs, alt }: PlaceShape): string {
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xmlText(name)}"${alt ? ` descr="${xmlText(alt)}"` : ''}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`,
    `<p:nvPr>${placeXml(place)}</p:nvPr></p:nvSpPr><p:spPr>${box ? transform(box) : ''}</p:spPr>`,
    `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`,
  ].join('');
}

/** Words that lie free on the slide. */
export function textShape({
  id,
  name,
  box,
  paragraphs,
}: Named & { readonly box: Box; readonly paragraphs: string }): string {
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xmlText(name)}" descr="${xmlText(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`,
    `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`,
  ].join('');
}

/** A plain ground under content, where the layout's is a picture. */
export function groundShape({
  id,
  box,
  fill,
}: {
  readonly id: number;
  readonly box: Box;
  readonly fill: string;
}): string {
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Ground">${DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}<a:ln><a:noFill/></a:ln></p:spPr>`,
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>',
  ].join('');
}

/** A picture as it is, in a place of the layout or free on the slide. */
export function pictureShape({
  id,
  name,
  alt,
  box,
  place,
  picture,
}: Named & {
  readonly alt: string;
  readonly box: Box;
  readonly place: Placeholder | null;
  /** Of the relationship to its part. */
  readonly picture: string;
}): string {
  return [
    `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${xmlText(name)}" descr="${xmlText(alt)}"/>`,
    `<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>${place ? placeXml(place) : ''}</p:nvPr></p:nvPicPr>`,
    `<p:blipFill><a:blip r:embed="${picture}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>`,
    `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
  ].join('');
}

interface Frame extends Named {
  readonly alt: string;
  readonly box: Box;
  readonly place: Placeholder | null;
  readonly uri: string;
  readonly inner: string;
}

/** A table or chart, in its place of the layout or free on the slide. */
export function frameShape({ id, name, alt, box, place, uri, inner }: Frame): string {
  return [
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${xmlText(name)}" descr="${xmlText(alt)}"/>`,
    `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>${place ? placeXml(place) : ''}</p:nvPr></p:nvGraphicFramePr>`,
    `${transform(box, 'p')}<a:graphic><a:graphicData uri="${uri}">${inner}</a:graphicData></a:graphic></p:graphicFrame>`,
  ].join('');
}
