import { findAll, findFirst, numberOf, type XmlElement } from '../package/xml';
import { type Box, boxOf } from './box';

/** A place of a layout that a slide can fill. */
export interface Placeholder {
  /** `obj` where the layout names none: any content. */
  readonly type: string;
  /** '' = 0; a slide repeats it, or the place is another one. */
  readonly idx: string;
  readonly vertical: boolean;
  /** Its own place, or that of the master; `null`: neither has one. */
  readonly box: Box | null;
  /** Points of its first level, its own or its master's; `null`: the text styles say it. */
  readonly size: number | null;
  /** `ctr`, `r`; `null`: the text styles say it. */
  readonly align: string | null;
  /** Text at the top, in the middle or at the bottom, as its own or its master's says. */
  readonly anchor: string | null;
}

/** Of which kind of the master a kind of a layout takes what it does not say itself. */
const PARENTS: Readonly<Record<string, string>> = {
  ctrTitle: 'title',
  subTitle: 'body',
  obj: 'body',
  chart: 'body',
  tbl: 'body',
  pic: 'body',
  dgm: 'body',
  media: 'body',
  clipArt: 'body',
};

export function placeholdersOf(part: XmlElement): Placeholder[] {
  return findAll(part, 'sp').flatMap((shape) => {
    const place = findFirst(shape, 'ph');
    if (!place) return [];
    const size = numberOf(findFirst(findFirst(shape, 'lvl1pPr'), 'defRPr'), 'sz');
    return [
      {
        type: place.attributes.type ?? 'obj',
        idx: place.attributes.idx ?? '',
        vertical: place.attributes.orient === 'vert',
        box: boxOf(shape),
        size: size === null ? null : size / 100,
        align: findFirst(shape, 'lvl1pPr')?.attributes.algn ?? null,
        anchor: findFirst(shape, 'bodyPr')?.attributes.anchor ?? null,
      },
    ];
  });
}

/** The places of a layout with what they take from those of its master. */
export function inherited(own: readonly Placeholder[], master: readonly Placeholder[]): Placeholder[] {
  return own.map((place) => {
    const parent = master.find(({ type }) => type === (PARENTS[place.type] ?? place.type));
    return {
      ...place,
      box: place.box ?? parent?.box ?? null,
      size: place.size ?? parent?.size ?? null,
      align: place.align ?? parent?.align ?? null,
      anchor: place.anchor ?? parent?.anchor ?? null,
    };
  });
}
