import type { Output } from '#contract/index';
import { MODEL_FACT_NAMES, type ModelFactName } from '#domain/governance/vocabulary';
import { verifyCountWords } from '../../components/governance/verify-words';
import { formatCount, formatDate, formatNumber, formatShare } from '../../lib/format';

export type Completeness = Output<'governance.completeness'>;
export type Field = Completeness['fields'][number];
export type Duty = Completeness['duties'][number];
export type Row = Completeness['rows'][number];
export type Pack = Output<'governance.packs'>['packs'][number];

/** One line of a pack as the table shows it, whether it asks for an answer or for something to be done. */
export interface ShownLine {
  readonly id: string;
  readonly label: string;
  readonly ref: string;
  readonly group: string;
  readonly per: 'model' | 'organisation';
  readonly confidence: Field['confidence'];
  readonly verify: string;
  readonly verified: Field['verified'];
  readonly near: string;
  readonly house: boolean;
  readonly what: 'field' | 'duty';
  /** Held, or met. */
  readonly there: number;
  readonly missing: number;
  /** Not asked for yet, or due. */
  readonly later: number;
  readonly unknown: number;
  readonly notApplicable: number;
  /** Kinds of evidence that would answer or show it. */
  readonly evidence: readonly string[];
  /** Small facts of a model that would answer it. */
  readonly facts: readonly ModelFactName[];
  readonly place: number;
}

/** Fields, then duties; `place`: where the letter of a model stands, -1 where the organisation is asked. */
export function shownLines({ fields, duties }: Pick<Completeness, 'fields' | 'duties'>): readonly ShownLine[] {
  return [
    ...placed(fields).map(({ line, place }) => ({
      ...common(line),
      what: 'field' as const,
      near: line.near,
      house: false,
      there: line.held,
      later: line.later,
      evidence: line.from.flatMap((from) => (from.startsWith('evidence:') ? [from.slice('evidence:'.length)] : [])),
      facts: MODEL_FACT_NAMES.filter((name) => line.from.includes(`fact:${name}`)),
      place,
    })),
    ...placed(duties).map(({ line, place }) => ({
      ...common(line),
      what: 'duty' as const,
      near: '',
      house: line.house,
      there: line.met,
      later: line.due,
      evidence: line.evidence,
      facts: [],
      place,
    })),
  ];
}

function placed<L extends { readonly per: 'model' | 'organisation' }>(
  lines: readonly L[],
): readonly { readonly line: L; readonly place: number }[] {
  let next = 0;
  return lines.map((line) => {
    const place = line.per === 'organisation' ? -1 : next;
    if (place >= 0) next += 1;
    return { line, place };
  });
}

const common = (line: Field | Duty) => ({
  id: line.id,
  label: line.label,
  ref: line.ref,
  group: line.group,
  per: line.per,
  confidence: line.confidence,
  verify: line.verify,
  verified: line.verified,
  missing: line.missing,
  unknown: line.unknown,
  notApplicable: line.notApplicable,
});

/** The letter of a model in a line. */
export const letterOf = (row: Row, { what, place }: ShownLine): string =>
  (what === 'field' ? row.fields : row.duties).charAt(place);

/** Rounded down: all of it is said only where nothing is missing. */
export const percentHeld = (share: number): string => formatShare(Math.floor(100 * share + 1e-9) / 100);

/** What the portfolio lacks of one text, as the heading of the page. */
export function headlineOf(found: Completeness): string {
  const { pack, state, models, share, scopeUnknown } = found;
  if (models === 0) return `${pack.name} applies to none of the models`;
  if (scopeUnknown === models)
    return `Nobody has said yet whether ${pack.name} applies: where do the units of ${formatCount(models, 'model')} belong?`;
  if (state === 'proposed')
    return `${pack.name.replace(/ \(proposed\)$/, '')} is only proposed: nothing of it is asked for`;
  const missing = [...found.fields, ...found.duties].reduce((sum, line) => sum + line.missing, 0);
  if (state === 'to_come')
    return `${pack.name} asks from ${formatDate(pack.effectiveFrom ?? '')}; ${formatCount(laterOf(found), 'answer')} would be missing then`;
  const open = found.waiting;
  if (missing === 0)
    return open > 0
      ? `What ${pack.name} asks of ${formatCount(open, 'model')} hangs on answers that nobody has given`
      : `Nothing that ${pack.name} asks for is missing on this day`;
  const held = share === null ? '' : `; ${percentHeld(share)} of the fields that it asks for are held`;
  const waits = share === null && open > 0 ? '; the rest hangs on answers that nobody has given' : '';
  return `${formatCount(missing, 'answer')} that ${pack.name} asks for ${missing === 1 ? 'is' : 'are'} missing${held}${waits}`;
}

const laterOf = ({ fields, duties }: Completeness): number =>
  fields.reduce((sum, { later }) => sum + later, 0) + duties.reduce((sum, { due }) => sum + due, 0);

/** Who is counted, how well it is known, and what it is not. */
export function sublineOf({ models, scopeUnknown, pack, fields, duties }: Completeness): string {
  const marks = verifyCountWords(
    [...fields, ...duties].map(({ verified }) => verified),
    'line',
  );
  const parts = [
    scopeUnknown === 0
      ? `${formatCount(models, 'model')}.`
      : `${formatCount(models, 'model')}; of ${formatNumber(scopeUnknown)} nobody has said where the unit belongs.`,
    originSentence(pack),
    `Checked on ${formatDate(pack.checkedOn)}${pack.stale ? ', which is long ago: hold it against its sources again' : ''}${marks === '' ? '.' : `; ${marks}`}`,
    'Help, not advice: it states neither conformity nor a breach.',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Whose text it is, where it is not the shipped one. */
export function originSentence({ origin }: Pick<Pack, 'origin'>): string {
  if (origin === 'own') return 'A text of your own.';
  return origin === 'stands_in' ? 'Your own edition, in place of the shipped one.' : '';
}

export const FORCE_WORDS: Readonly<Record<Pack['force'], string>> = {
  required: 'required',
  expected: 'expected',
  customary: 'customary',
  voluntary: 'voluntary',
  proposed: 'proposed',
};

/** One choice for each line of packs: the edition that counts on the day. */
export function packChoices(packs: readonly Pack[]): readonly { readonly value: string; readonly label: string }[] {
  const lines = [...new Set(packs.map(({ line }) => line))];
  return lines.flatMap((line) => {
    const own = packs.filter((pack) => pack.line === line);
    const shown =
      own.find(({ state }) => state === 'in_force') ?? own.find(({ state }) => state === 'to_come') ?? own[0];
    return shown === undefined
      ? []
      : [{ value: line, label: `${shown.name}${shown.origin === 'shipped' ? '' : ', own'}${stateWords(shown)}` }];
  });
}

/** The name of a text that is proposed may say so itself. */
const stateWords = ({ name, state, effectiveFrom }: Pack): string => {
  if (state === 'to_come') return `, from ${formatDate(effectiveFrom ?? '')}`;
  return state === 'proposed' && !/\bproposed\b/i.test(name) ? ', proposed' : '';
};

const LETTER_WORDS: Readonly<Record<string, string>> = {
  M: 'missing',
  L: 'later',
  D: 'due',
  '?': 'not known',
  H: 'there',
  '-': 'not asked for',
};
export const letterWords = (letter: string): string => LETTER_WORDS[letter] ?? '';
