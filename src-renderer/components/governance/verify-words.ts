import type { Output } from '#contract/index';
import { verifyWords as wordsOf } from '#domain/governance/verify-words';
import { formatDate } from '../../lib/format';

export type Verified = Output<'packs.noteReading'>['verified'];

/** Who read what is to be verified, and what came of it; '' where nothing is to be verified. */
export const verifyWords = (verified: Verified): string => wordsOf(verified, formatDate);

/** Of several lines behind one thing: the words of the one, or how many of them are read. */
export function verifyAllWords(verified: readonly Verified[]): string {
  const marked = verified.filter(({ state }) => state !== 'none');
  const [first] = marked;
  if (first === undefined) return '';
  if (marked.length === 1) return verifyWords(first);
  const differs = marked.filter(({ state }) => state === 'differs').length;
  const read = marked.filter(({ state }) => state === 'read').length;
  return [
    read === marked.length ? `all ${marked.length} read in the official text` : `${marked.length} to verify`,
    ...(read > 0 && read < marked.length ? [`${read} of them read`] : []),
    ...(differs > 0 ? [`the official text differs in ${differs}`] : []),
  ].join(', ');
}

/** Lines that nobody has read as they stand, and those of which somebody has: `8 lines to verify in the official text, 3 read.` */
export function verifyCountWords(verified: readonly Verified[], noun: string): string {
  const marked = verified.filter(({ state }) => state !== 'none');
  if (marked.length === 0) return '';
  const read = marked.filter(({ state }) => state === 'read').length;
  const differs = marked.filter(({ state }) => state === 'differs').length;
  const many = `${marked.length} ${noun}${marked.length === 1 ? '' : 's'}`;
  const text = differs > 0 ? `; of ${differs} the text differs` : '';
  if (read === marked.length) return `${many} read in the official text.`;
  return `${many} to verify in the official text${read === 0 ? '' : `, ${read} of them read`}${text}.`;
}

/** The same as a sentence, with what is to be checked where nobody has read it as it stands. */
export function verifySentence(verified: Verified, verify: string): string {
  const words = verifyWords(verified);
  const said = words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  if (verified.state === 'open') return `To verify in the official text: ${verify}`;
  const note = verified.reading?.note ?? '';
  if (verified.state === 'differs') return `${said}: ${note}`;
  if (verified.state === 'lapsed') return `${said}. To check: ${verify}`;
  return note === '' ? `${said}.` : `${said}: ${note}`;
}
