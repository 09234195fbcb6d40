import { readXml, type XmlElement } from '../deck/package/xml';
import type { Parts } from './office-package';

/**
 * In which order ISO 29500 (transitional) has the children of the elements that we write; a program that finds another asks
 * whether it should repair the file. Elements that are not named here hold what the schema leaves free.
 */
const ORDER: Readonly<Record<string, string>> = {
  presentation:
    'sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz smartTags embeddedFontLst custShowLst photoAlbum custDataLst kinsoku defaultTextStyle modifyVerifier extLst',
  sldMaster: 'cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst',
  sldLayout: 'cSld clrMapOvr transition timing hf extLst',
  sld: 'cSld clrMapOvr transition timing extLst',
  notes: 'cSld clrMapOvr extLst',
  notesMaster: 'cSld clrMap hf notesStyle extLst',
  cSld: 'bg spTree custDataLst controls extLst',
  nvSpPr: 'cNvPr cNvSpPr nvPr',
  nvGraphicFramePr: 'cNvPr cNvGraphicFramePr nvPr',
  graphicFrame: 'nvGraphicFramePr xfrm graphic extLst',
  sp: 'nvSpPr spPr style txBody extLst',
  txBody: 'bodyPr lstStyle p',
  xfrm: 'off ext chOff chExt',
  p: 'pPr r endParaRPr',
  pPr: 'lnSpc spcBef spcAft buClr buSzPct buFont buNone buChar tabLst defRPr extLst',
  lvl1pPr: 'lnSpc spcBef spcAft buClr buSzPct buFont buNone buChar tabLst defRPr extLst',
  rPr: 'ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick extLst',
  defRPr: 'ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick extLst',
  r: 'rPr t',
  tbl: 'tblPr tblGrid tr',
  tr: 'tc extLst',
  tc: 'txBody tcPr extLst',
  tcPr: 'lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D noFill solidFill headers extLst',
  chartSpace:
    'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
  chart:
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst',
  plotArea: 'layout barChart lineChart scatterChart catAx valAx dTable spPr extLst',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
  lineChart: 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst',
  scatterChart: 'scatterStyle varyColors ser dLbls axId extLst',
  ser: 'idx order tx spPr invertIfNegative marker pictureOptions dPt dLbls trendline errBars cat val xVal yVal smooth shape extLst',
  dPt: 'idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst',
  dLbls:
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst',
  dLbl: 'idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst',
  catAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst',
  valAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst',
  scaling: 'logBase orientation max min extLst',
  legend: 'legendPos legendEntry layout overlay spPr txPr extLst',
  title: 'tx layout overlay spPr txPr extLst',
  strCache: 'ptCount pt extLst',
  numCache: 'formatCode ptCount pt extLst',
  manualLayout: 'layoutTarget xMode yMode wMode hMode x y w h extLst',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks drawing tableParts extLst',
  dataValidation: 'formula1 formula2',
  xf: 'alignment protection extLst',
  border: 'left right top bottom diagonal',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles',
  workbook: 'fileVersion workbookPr bookViews sheets definedNames calcPr',
};

/** Several places in the schema share a name with other children: `p` is a paragraph, and `chart` in a frame has none. */
function faultsIn(element: XmlElement, place: string): string[] {
  const own = `${place}/${element.name}`;
  const order = ORDER[element.name]?.split(' ');
  const below = element.children.flatMap((child) => faultsIn(child, own));
  if (!order) return below;
  let last = 0;
  const here = element.children.flatMap(({ name }) => {
    const at = order.indexOf(name === 'fld' || name === 'br' ? 'r' : name);
    if (at === -1) return [`${own} has no ${name}`];
    const late = at < last;
    last = Math.max(last, at);
    return late ? [`${own}: ${name} comes after ${order[last]}`] : [];
  });
  return [...here, ...below];
}

/** What stands where the schema has no place for it, a line each. */
export function orderFaults(parts: Parts): string[] {
  return [...parts]
    .filter(([name]) => name.endsWith('.xml') && !name.startsWith('docProps/') && name !== '[Content_Types].xml')
    .flatMap(([name, xml]) => faultsIn(readXml(xml), name));
}
