import type { ReactNode } from 'react';
import type { DriftSubject } from '#contract/drift/import';
import type { IncidentsPreview } from '#contract/incidents/import';
import { StatusMark } from '../../components/ui/status-mark';

export type Found = DriftSubject['found'] | IncidentsPreview['models'][number]['found'];

/** How a model was found for a text of the file. */
const FOUND_WORDS: Readonly<Record<Found, string>> = {
  external_id: 'Same external id',
  own_id: 'Same id as here',
  name: 'Same name',
  file_name: 'Named as the file is',
  chosen: 'Chosen here',
  rest: 'Model of the rest',
  ambiguous: 'Fits several',
  unknown: 'No such model',
  left_out: 'Left out',
};

/** How a model was found for a text of the file, or that a person has to say which it is. */
export function FoundMark({ found }: { readonly found: Found }): ReactNode {
  return found === 'unknown' || found === 'ambiguous' ? (
    <StatusMark status={found === 'unknown' ? 'act' : 'watch'} label={FOUND_WORDS[found]} />
  ) : (
    FOUND_WORDS[found]
  );
}
