/** Inches. */
export type Place = readonly [x: number, y: number, w: number, h: number];

export const WIDTH = 13.333;
export const HEIGHT = 7.5;
const MARGIN = 0.6;
const WIDE = WIDTH - 2 * MARGIN;

/** Where things lie on the master; layouts say only what is otherwise. */
export const PLACES = {
  mark: [0, 0, WIDTH, 0.09],
  title: [MARGIN - 0.1, 0.4, WIDE + 0.2, 0.94],
  lead: [MARGIN - 0.1, 1.4, WIDE + 0.2, 0.42],
  body: [MARGIN - 0.1, 1.95, WIDE + 0.2, 4.85],
  left: [MARGIN - 0.1, 1.95, WIDE / 2, 4.85],
  right: [MARGIN + 0.1 + WIDE / 2, 1.95, WIDE / 2, 4.85],
  footer: [MARGIN - 0.1, 6.98, 9.6, 0.3],
  number: [WIDTH - MARGIN - 0.9, 6.98, 1, 0.3],
  coverTitle: [1.1, 2, 11.1, 1.9],
  coverLead: [1.1, 4, 11.1, 1.5],
} as const satisfies Readonly<Record<string, Place>>;

const emu = (inches: number): number => Math.round(inches * 914_400);

export const transform = ([x, y, w, h]: Place): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;

interface Holder {
  readonly type: string;
  readonly idx?: number;
  readonly name: string;
  readonly at?: Place;
  readonly prompt: string;
  /** Inside of `bodyPr` and `lstStyle`. */
  readonly body?: string;
  readonly style?: string;
}

/** A place of a layout or master. */
export function holder(id: number, { type, idx, name, at, prompt, body = '', style = '' }: Holder): string {
  const kind = type === 'obj' ? '' : ` type="${type}"`;
  const size = ['ftr', 'sldNum'].includes(type) ? ' sz="quarter"' : '';
  const number = idx === undefined ? '' : ` idx="${idx}"`;
  const words =
    type === 'sldNum'
      ? '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
      : prompt === ''
        ? ''
        : `<a:r><a:rPr lang="en-GB"/><a:t>${prompt}</a:t></a:r>`;
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${kind}${size}${number}/></p:nvPr></p:nvSpPr>`,
    `<p:spPr>${at ? `${transform(at)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : ''}</p:spPr>`,
    `<p:txBody><a:bodyPr${body}/><a:lstStyle>${style}</a:lstStyle><a:p>${words}<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`,
  ].join('');
}

interface LayoutPlan {
  readonly name: string;
  readonly type?: string;
  readonly holders: readonly Holder[];
}

const muted =
  '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr></a:solidFill>';
const flat = (size: number, colour = ''): string =>
  `<a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size}">${colour}</a:defRPr></a:lvl1pPr>`;

const title: Holder = { type: 'title', name: 'Title', prompt: 'The finding, with its number' };
const lead: Holder = {
  type: 'body',
  idx: 13,
  name: 'Lead',
  at: PLACES.lead,
  prompt: 'What stands behind it',
  body: ' tIns="0" bIns="0" anchor="t"',
  style: flat(1300, muted),
};
const feet: readonly Holder[] = [
  { type: 'ftr', idx: 11, name: 'Footer', prompt: '' },
  { type: 'sldNum', idx: 12, name: 'Slide number', prompt: '' },
];
const content = (type: string, name: string, idx = 1, at: Place = PLACES.body): Holder => ({
  type,
  idx,
  name,
  at,
  prompt: '',
  style: flat(1200),
});

/** The layouts of our own look, each for what a slide mainly shows. */
export const LAYOUTS: readonly LayoutPlan[] = [
  {
    name: 'Cover',
    type: 'title',
    holders: [
      {
        type: 'ctrTitle',
        name: 'Title',
        at: PLACES.coverTitle,
        prompt: 'The finding',
        body: ' anchor="b"',
        style: '<a:lvl1pPr><a:defRPr sz="3400" b="1"/></a:lvl1pPr>',
      },
      {
        type: 'subTitle',
        idx: 1,
        name: 'Subtitle',
        at: PLACES.coverLead,
        prompt: 'Of what, and when',
        style: flat(1600, muted),
      },
      ...feet,
    ],
  },
  { name: 'Finding', type: 'obj', holders: [title, lead, content('obj', 'Content'), ...feet] },
  { name: 'Finding with a chart', type: 'chart', holders: [title, lead, content('chart', 'Chart'), ...feet] },
  { name: 'Finding with a table', type: 'tbl', holders: [title, lead, content('tbl', 'Table'), ...feet] },
  { name: 'Finding in words', type: 'tx', holders: [title, lead, content('body', 'Words'), ...feet] },
  {
    name: 'Two contents',
    type: 'twoObj',
    holders: [title, lead, content('obj', 'Left', 1, PLACES.left), content('obj', 'Right', 2, PLACES.right), ...feet],
  },
  { name: 'Title only', type: 'titleOnly', holders: [title, ...feet] },
];
