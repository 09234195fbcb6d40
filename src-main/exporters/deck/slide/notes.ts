import { SLIDE_NAMES, XML_HEAD, xmlText } from '../package/xml';
import { transform } from './shapes';
import { languageOf } from './words';

const TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';

export function notesXml(text: string, lang: string): string {
  const lines = text
    .split('\n')
    .map((line) =>
      line === ''
        ? `<a:p><a:endParaRPr lang="${lang}"/></a:p>`
        : `<a:p><a:r><a:rPr ${languageOf(line, lang)}/><a:t>${xmlText(line)}</a:t></a:r></a:p>`,
    );
  return [
    `${XML_HEAD}<p:notes ${SLIDE_NAMES}><p:cSld><p:spTree>${TREE}`,
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>',
    `<p:txBody><a:bodyPr/><a:lstStyle/>${lines.join('')}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
  ].join('');
}

/** The master of notes for a template that has none. */
export function notesMasterXml(): string {
  const place = (id: number, name: string, type: string, idx: number, y: number, h: number): string => {
    const image = type === 'sldImg';
    const locks = image ? ' noRot="1" noChangeAspect="1"' : '';
    const body = image ? '' : '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>';
    return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"${locks}/></p:cNvSpPr><p:nvPr><p:ph type="${type}" idx="${idx}"/></p:nvPr></p:nvSpPr><p:spPr>${transform({ x: 0.75, y, w: 6, h })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${body}</p:sp>`;
  };
  const map = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map(
    (name) => `${name}="${name}"`,
  );
  return [
    `${XML_HEAD}<p:notesMaster ${SLIDE_NAMES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${TREE}`,
    place(2, 'Slide image', 'sldImg', 2, 1.2, 3.4),
    place(3, 'Notes', 'body', 3, 4.8, 4),
    `</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" ${map.join(' ')}/></p:notesMaster>`,
  ].join('');
}
