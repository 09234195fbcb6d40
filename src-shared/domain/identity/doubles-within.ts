import { nearnessOf } from './evidence';
import { grouped } from './grouped';
import { likenessCorpus } from './likeness-corpus';

/** What is read of a record to see whether another one of the same file, or of the same portfolio, says it a second time. */
export interface DoubleRecord {
  readonly name: string;
  /** Name and unit, folded: records with one are namesakes of one unit; '' for none. */
  readonly namesake: string;
  /** Its id of the file's own system, folded; '' for none. */
  readonly id: string;
  readonly texts: readonly string[];
}

/** Two records, by their places, that may be one said twice; always for a person to look at. */
export interface DoubleWithin {
  readonly first: number;
  readonly second: number;
  /** Why, in sentences. */
  readonly reasons: readonly string[];
}

/** Two rows of the file that may be one said twice, by their numbers in it. */
export interface DoubleRows {
  readonly rows: readonly [number, number];
  readonly reasons: readonly string[];
}

/** What two rows say, and what was found of it. */
export interface ComparedRows {
  readonly records: readonly DoubleRecord[];
  readonly found: readonly DoubleRows[];
}

/** Siblings share their text in part; a double has it nearly whole. */
const TEXT = 0.7;
/** More namesakes than this in one unit are a series, not a slip. */
const MOST_NAMESAKES = 20;

/**
 * Records of one side that may be one said twice. Much stricter than between two files, since what is most alike inside of one are
 * siblings: name and unit have to be equal and the text nearly so, and ids of their own keep two records apart.
 */
export function doublesWithin(records: readonly DoubleRecord[]): readonly DoubleWithin[] {
  const places = [...records.keys()].filter((at) => records[at]?.namesake !== '');
  const namesakes = grouped(places, (at) => records[at]?.namesake ?? '');
  const several = [...namesakes.values()].filter(({ length }) => length > 1 && length <= MOST_NAMESAKES);
  if (several.length === 0) return [];
  const chosen = several.flat();
  const compared = chosen.flatMap((at) => records[at] ?? []);
  const inGroup = new Set(chosen);
  const others = records.filter((_, at) => !inGroup.has(at));
  const corpus = likenessCorpus(compared, compared, { models: others, rows: [] });
  const placeOf = new Map(chosen.map((at, place) => [at, place]));
  return several.flatMap((group) =>
    group.flatMap((first, at) =>
      group.slice(at + 1).flatMap((second): DoubleWithin | readonly DoubleWithin[] => {
        if (idsDiffer(records[first], records[second])) return [];
        const { text } = nearnessOf(corpus, placeOf.get(first) ?? 0, placeOf.get(second) ?? 0);
        if (text === null || text < TEXT) return [];
        const same = text >= 0.97 ? 'word for word' : 'nearly word for word';
        return { first, second, reasons: ['Name and unit are the same.', `The purpose is ${same} the same.`] };
      }),
    ),
  );
}

const idsDiffer = (a: DoubleRecord | undefined, b: DoubleRecord | undefined): boolean =>
  a?.id !== b?.id && a?.id !== '' && b?.id !== '';
