import { formatCount } from '../../../lib/format';
import { openOf, type Person, stateOf } from './progress';
import { respondentName } from './spread';

type Asked = readonly { readonly id: string }[];

/** Each person who has left questions open, with how many and the first of them. */
export const leftBy = (
  persons: readonly Person[],
  questions: Asked,
): readonly { readonly respondent: string; readonly open: number; readonly first: string }[] =>
  persons.flatMap((person) => {
    const first = questions.find(({ id }) => stateOf(person.choices, id) !== 'answered');
    return first ? [{ respondent: person.respondent, open: openOf(person, questions), first: first.id }] : [];
  });

/** `open`: questions that nobody has given a known answer to. With several people, all have answered only when each has. */
export function finishTitle(open: number, persons: readonly Person[], questions: Asked): string {
  if (open > 0) return `${formatCount(open, 'question')} without an answer`;
  const left = leftBy(persons, questions);
  if (left.length === 0)
    return persons.length > 1 ? 'Everybody has answered every question' : 'Every question is answered';
  const [only] = left;
  if (left.length === 1 && only) return `${respondentName(only.respondent)} has answered only in part`;
  return `${left.length} of ${persons.length} people have answered only in part`;
}

export function finishWords(open: number, persons: readonly Person[], questions: Asked): string {
  if (open > 0) {
    const one = open === 1;
    return `${one ? 'It counts' : 'They count'} as 0 for the level, and the result shows the range that ${one ? 'it leaves' : 'they leave'} open. Finish all the same, or answer ${one ? 'it' : 'them'} first; a finished assessment can be opened again.`;
  }
  if (persons.length > 1 && leftBy(persons, questions).length > 0)
    return 'Each question has an answer of somebody; those who have not said anything to one are not counted there. A finished assessment can be opened again.';
  return 'The result is kept with the versions that it was computed with. It can be opened again later.';
}
