import { XML_HEAD, xmlText } from './xml';

/** What a file says about itself in the list of its properties. */
export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly company: string;
  /** ISO instant of the content, not of the writing: the same content gives the same bytes. */
  readonly at: string;
}

const CORE =
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const APP = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/** Written anew: those of a template name its author, its company and the titles of its slides. */
export function documentProperties(
  { title, subject, author, company, at }: Properties,
  slides: number,
  { core, app }: { readonly core: string; readonly app: string },
): Readonly<Record<string, { readonly xml: string; readonly type: string }>> {
  const time = at.replace(/\.\d+Z$/, 'Z');
  const dated = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${xmlText(time)}</dcterms:${name}>`;
  return {
    [core]: {
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      xml: `${XML_HEAD}<cp:coreProperties ${CORE}><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(author)}</dc:creator>${dated('created')}${dated('modified')}</cp:coreProperties>`,
    },
    [app]: {
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      xml: `${XML_HEAD}<Properties xmlns="${APP}"><Company>${xmlText(company)}</Company><Application>Modelfolio</Application><Slides>${slides}</Slides></Properties>`,
    },
  };
}
