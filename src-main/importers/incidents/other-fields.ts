import type { ImportedIncident } from './draft';
import type { RowReader } from './row-reader';
import { guessValue } from './value-words';

/** What the latest row that says anything says; '' where none does. */
export function firstText(latest: readonly number[], read: (index: number) => string): string {
  for (const index of latest) {
    const text = read(index);
    if (text !== '') return text;
  }
  return '';
}

/** What has no part in the incident's course; a field without a column, or with nothing in it, is left out. */
export function otherFields(latest: readonly number[], reader: RowReader): Partial<ImportedIncident> {
  const text = (field: Parameters<RowReader['text']>[1], limit = 500): string =>
    firstText(latest, (index) => reader.text(index, field, limit));
  const [last = 0] = latest;
  const named = text('changeReference');
  // Some columns are called "caused by change" and answer yes or no instead of naming the change.
  const answered = guessValue('causedByChange', named, []);
  const changeReference = answered === '' ? named : '';
  const seconds = reader.number(last, 'personSeconds');
  const words = {
    severity: firstText(latest, (index) => reader.word(index, 'severity', index !== last)),
    cause: firstText(latest, (index) => reader.word(index, 'cause', true)),
    causedByChange: firstText(latest, (index) => reader.word(index, 'causedByChange', index !== last)),
    detectedBy: firstText(latest, (index) => reader.word(index, 'detectedBy', true)),
    harmCategory: firstText(latest, (index) => reader.word(index, 'harmCategory', true)),
    reportable: firstText(latest, (index) => reader.word(index, 'reportable', true)),
  };
  const fields = {
    ...words,
    severity: words.severity === '' ? '' : Number(words.severity),
    // A change that is named as the cause is a yes, whatever its number.
    causedByChange: words.causedByChange || answered || (changeReference === '' ? '' : 'yes'),
    description: text('description', 50_000),
    changeReference,
    owner: text('owner'),
    version: text('version'),
    externalUrl: text('externalUrl', 2000),
    personHours: reader.number(last, 'personHours') ?? (seconds === null ? '' : seconds / 3600),
    costMinor: reader.money(last) ?? '',
  };
  // The words come out of the vocabularies of their fields, and '' stands for nothing said.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<ImportedIncident>;
}
