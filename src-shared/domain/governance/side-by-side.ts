import { STATE_LETTERS } from './line-state';
import type { DutyLine, FieldLine, RulePack } from './rule-pack';
import type { Weighed } from './weighed';

/** One line of one text that asks for a column. */
export interface Asker {
  readonly pack: RulePack;
  readonly line: FieldLine | DutyLine;
  /** The letter of a sort; `-` where the text does not apply to it. */
  readonly letter: (sort: number) => string;
  /** The day from which it asks this of a sort. */
  readonly askedFrom: (sort: number) => string | null;
}

/** What is asked for, once, with everybody who asks for it. */
export interface Column {
  /** Of a field the places where its answer stands, so that who fills it fills it for all; a duty stands for itself. */
  readonly key: string;
  readonly what: 'field' | 'duty';
  readonly per: 'model' | 'organisation';
  readonly asked: readonly Asker[];
}

/** Of all texts the columns: those that several ask for first, then as each text has them. */
export function columnsOf(texts: readonly Weighed[]): readonly Column[] {
  const found = new Map<string, Column & { readonly asked: Asker[] }>();
  const add = (key: string, what: Column['what'], asker: Asker): void => {
    const known = found.get(key);
    if (known) known.asked.push(asker);
    else found.set(key, { key, what, per: asker.line.per ?? 'model', asked: [asker] });
  };
  for (const { found: own, places } of texts) {
    const { pack } = own;
    for (const what of ['field', 'duty'] as const)
      for (const { line, states, askedFrom } of what === 'field' ? own.fields : own.duties) {
        const place = (sort: number): number => (line.per === 'organisation' ? 0 : (places[sort] ?? -1));
        add(what === 'field' ? fieldKey(pack, line as FieldLine) : `duty ${pack.id} ${line.id}`, what, {
          pack,
          line,
          letter: (sort) => {
            const state = states[place(sort)];
            return state === undefined ? '-' : STATE_LETTERS[state];
          },
          askedFrom: (sort) => (place(sort) < 0 ? null : askedFrom(place(sort))),
        });
      }
  }
  const columns = [...found.values()];
  const askers = ({ asked }: Column): number => new Set(asked.map(({ pack }) => pack.id)).size;
  return [...columns.filter((one) => askers(one) > 1), ...columns.filter((one) => askers(one) === 1)];
}

/** Places of a question and of a waiver are the text's own; all others are the same for whoever asks. */
function fieldKey(pack: RulePack, { id, from, fromRule = 'any', per = 'model' }: FieldLine): string {
  const places = from.map((place) =>
    place.startsWith('question:') || place === 'evidence:waiver'
      ? `${pack.id} ${id} ${place}`
      : place.replace(/^new:/, 'field:'),
  );
  return `${per} ${from.length > 1 ? fromRule : 'any'} ${[...new Set(places)].toSorted().join(' ')}`;
}

const LOUDNESS = ['M', '?', 'D', 'L', 'H', '-'] as const;

/**
 * One letter for all who ask. An answer that is there is there for all of them; else what one of them misses is missing, whatever
 * the others say.
 */
export function cellOf({ what, asked }: Pick<Column, 'what' | 'asked'>, sort: number): string {
  const letters = asked.map(({ letter }) => letter(sort));
  if (what === 'field' && letters.includes('H')) return 'H';
  return LOUDNESS.find((letter) => letters.includes(letter)) ?? '-';
}

/** Of those who miss it the first day from which one asks; `null`: no day is set. */
export function missingSince({ asked }: Pick<Column, 'asked'>, sort: number): string | null {
  const days = asked.filter(({ letter }) => letter(sort) === 'M').flatMap(({ askedFrom }) => askedFrom(sort) ?? []);
  return days.toSorted()[0] ?? null;
}
