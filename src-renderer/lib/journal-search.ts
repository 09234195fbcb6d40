import { JOURNAL_SUBJECTS, type JournalSubject } from '#domain/base/journal-subjects';
import { isDay, readQuery, readView, type ViewSearch } from './search-parts';

/** What the journal is searched by, as its address holds it. */
export interface JournalSearch extends ViewSearch {
  readonly q?: string;
  readonly actor?: string;
  readonly subject?: JournalSubject;
  /** `models.tier`; it is of one subject. */
  readonly field?: string;
  /** Days, UTC, fixed or moving. */
  readonly from?: string;
  readonly to?: string;
}

const FIELD = /^[a-z_]+\.([a-z_]+|\*)$/;

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readJournalSearch(raw: Readonly<Record<string, unknown>>): JournalSearch {
  const { actor, field, from, to } = raw;
  const subject = JOURNAL_SUBJECTS.find((known) => known === raw.subject);
  return {
    ...readQuery(raw.q),
    ...(typeof actor === 'string' && actor !== '' && { actor }),
    ...(subject && { subject }),
    ...(typeof field === 'string' && FIELD.test(field) && { field }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...readView(raw),
  };
}
