import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '../../../failure/domain-error';
import { LIMITS, readPackage } from '../package/read-package';
import { chooseLayouts, type Stages } from './choose-layouts';
import { readTemplate, type Template } from './template';

/**
 * A template of the reader's.
 *
 * @throws DomainError where it cannot be read, is none, or has no layout with a title
 */
export async function openTemplate(path: string): Promise<Template> {
  const name = basename(path);
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) throw new DomainError('bad_file', `The template ${name} is not there. Choose the file again.`);
  if (size > LIMITS.fileBytes)
    throw new DomainError('bad_file', `The template ${name} has more than 100 MB. Take the masters only.`);
  const bytes = await readFile(path).catch(() => {
    throw new DomainError('bad_file', `The template ${name} may not be read by you. Copy it to a folder of your own.`);
  });
  const template = readTemplate(readPackage(bytes, name), name);
  chooseLayouts(template);
  return template;
}

/** What should be known of a template before a deck in it is sent. */
export function templateNotes(template: Template, stages: Stages): string[] {
  const { chart } = stages;
  const types = new Set(chart.layout.places.map(({ type }) => type));
  const share = (chart.body.w * chart.body.h) / (template.width * template.height);
  return [
    ...(chart.layout.titleFill === ''
      ? []
      : ['Its master has no text styles: the colour of titles is taken from the sample text.']),
    ...(chart.place === null
      ? ['No layout has a large place for content: charts and tables lie free under the title.']
      : []),
    ...(share < 0.4
      ? [`Content has ${Math.round(100 * share)} % of a slide: sections go on on further slides more often.`]
      : []),
    ...(types.has('sldNum') ? [] : ['The layout has no place for the number of a slide.']),
    ...(types.has('ftr')
      ? []
      : ['The layout has no footer: name, day and the line for confidentiality are on the last slide only.']),
    ...([...template.parts.keys()].some((part) => part.includes('vbaProject')) ? ['Its macros are left out.'] : []),
  ];
}
