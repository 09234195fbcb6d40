import { ownTheme } from './own-theme';
import { HEIGHT, holder, LAYOUTS, PLACES, transform, WIDTH } from './own-layouts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
const TREE =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

const relationships = (list: readonly (readonly [what: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([what, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${what}" Target="${target}"/>`).join('')}</Relationships>`;

const text = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>';
const muted =
  '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr></a:solidFill>';
const fontOf = (kind: 'mj' | 'mn'): string =>
  `<a:latin typeface="+${kind}-lt"/><a:ea typeface="+${kind}-ea"/><a:cs typeface="+${kind}-cs"/>`;

const level = (at: number, size: number): string =>
  `<a:lvl${at}pPr marL="${at * 228_600}" indent="-228600" algn="l" rtl="0" eaLnBrk="1" hangingPunct="1"><a:spcBef><a:spcPts val="400"/></a:spcBef><a:buFont typeface="+mj-lt"/><a:buChar char="•"/><a:defRPr sz="${size}">${text}${fontOf('mn')}</a:defRPr></a:lvl${at}pPr>`;

const footStyle = (align: string): string =>
  `<a:lvl1pPr algn="${align}"><a:defRPr sz="900">${muted}${fontOf('mn')}</a:defRPr></a:lvl1pPr>`;

const mark = `<p:sp><p:nvSpPr><p:cNvPr id="7" name="Mark"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${transform(PLACES.mark)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;

const master = [
  `${HEAD}<p:sldMaster ${NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${TREE}`,
  mark,
  holder(2, {
    type: 'title',
    name: 'Title',
    at: PLACES.title,
    prompt: 'The finding, with its number',
    body: ' tIns="0" bIns="0" anchor="b"',
  }),
  holder(3, { type: 'body', idx: 1, name: 'Content', at: PLACES.body, prompt: 'Content' }),
  holder(5, {
    type: 'ftr',
    idx: 3,
    name: 'Footer',
    at: PLACES.footer,
    prompt: '',
    body: ' anchor="ctr"',
    style: footStyle('l'),
  }),
  holder(6, {
    type: 'sldNum',
    idx: 4,
    name: 'Slide number',
    at: PLACES.number,
    prompt: '',
    body: ' anchor="ctr"',
    style: footStyle('r'),
  }),
  `</p:spTree></p:cSld>${MAP}<p:sldLayoutIdLst>`,
  ...LAYOUTS.map((_, at) => `<p:sldLayoutId id="${2_147_483_649 + at}" r:id="rId${at + 2}"/>`),
  '</p:sldLayoutIdLst><p:txStyles><p:titleStyle>',
  `<a:lvl1pPr algn="l" rtl="0" eaLnBrk="1" hangingPunct="1"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="2600" b="1">${text}${fontOf('mj')}</a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>`,
  ...[1400, 1300, 1200, 1200, 1200].map((size, at) => level(at + 1, size)),
  `</p:bodyStyle><p:otherStyle><a:lvl1pPr algn="l"><a:defRPr sz="1200">${text}${fontOf('mn')}</a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`,
].join('');

function layout({ name, type, holders }: (typeof LAYOUTS)[number]): string {
  const kind = type ? ` type="${type}"` : '';
  return `${HEAD}<p:sldLayout ${NAMES}${kind} preserve="1"><p:cSld name="${name}"><p:spTree>${TREE}${holders.map((one, at) => holder(at + 2, one)).join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

const emu = (inches: number): number => Math.round(inches * 914_400);
const PML = 'application/vnd.openxmlformats-officedocument.presentationml';
const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;

/** Our own look as the parts of a template: it takes the way that a template of the reader's takes. */
export const ownTemplate: ReadonlyMap<string, string> = new Map([
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('ppt/presentation.xml', `${PML}.template.main+xml`)}${override('ppt/slideMasters/slideMaster1.xml', `${PML}.slideMaster+xml`)}${LAYOUTS.map((_, at) => override(`ppt/slideLayouts/slideLayout${at + 1}.xml`, `${PML}.slideLayout+xml`)).join('')}${override('ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml')}</Types>`,
  ],
  ['_rels/.rels', relationships([['officeDocument', 'ppt/presentation.xml']])],
  [
    'ppt/presentation.xml',
    `${HEAD}<p:presentation ${NAMES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="${emu(WIDTH)}" cy="${emu(HEIGHT)}"/><p:notesSz cx="${emu(HEIGHT)}" cy="${emu(10)}"/><p:defaultTextStyle><a:lvl1pPr algn="l"><a:defRPr sz="1200">${text}${fontOf('mn')}</a:defRPr></a:lvl1pPr></p:defaultTextStyle></p:presentation>`,
  ],
  [
    'ppt/_rels/presentation.xml.rels',
    relationships([
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ['theme', 'theme/theme1.xml'],
    ]),
  ],
  ['ppt/theme/theme1.xml', ownTheme],
  ['ppt/slideMasters/slideMaster1.xml', master],
  [
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    relationships([
      ['theme', '../theme/theme1.xml'],
      ...LAYOUTS.map((_, at) => ['slideLayout', `../slideLayouts/slideLayout${at + 1}.xml`] as const),
    ]),
  ],
  ...LAYOUTS.flatMap((plan, at): [string, string][] => [
    [`ppt/slideLayouts/slideLayout${at + 1}.xml`, layout(plan)],
    [
      `ppt/slideLayouts/_rels/slideLayout${at + 1}.xml.rels`,
      relationships([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    ],
  ]),
]);
