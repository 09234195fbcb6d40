import { fold } from '../base/fold';
import { INCIDENT_STATUSES } from './vocabulary';

export const WORD_FIELDS = ['status', 'severity'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** What a state or a priority of a ticket system is here; '' = nothing that is known. */
export interface TicketWord {
  readonly field: WordField;
  readonly from: string;
  readonly to: string;
}

const SEVERITIES: readonly string[] = ['1', '2', '3', '4', '5'];

/** What a word may mean; '' takes it to say nothing. */
export const meaningsOf = (field: WordField): readonly string[] =>
  field === 'status' ? INCIDENT_STATUSES : SEVERITIES;

export const wordKey = ({ field, from }: Pick<TicketWord, 'field' | 'from'>): string => `${field}\n${fold(from)}`;

/** The words of a system with what somebody said of them, which goes before what the system says. */
export function withSaid<T extends Pick<TicketWord, 'from' | 'to'> & { readonly field: string }>(
  words: readonly T[],
  said: readonly TicketWord[],
): readonly (T | TicketWord)[] {
  const known = new Set(said.map(wordKey));
  return [...words.filter(({ field, from }) => !known.has(`${field}\n${fold(from)}`)), ...said];
}

/** The same for the same words, in whatever order they were said; '' for none. */
export const wordsTogether = (said: readonly TicketWord[]): string =>
  said
    .map((word) => `${wordKey(word)}\n${word.to}`)
    .sort()
    .join('\n\n');
