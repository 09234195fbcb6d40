import { evidenceOf, nearnessOf } from '#domain/identity/evidence';
import type { InventoryRow } from '#domain/identity/identity-types';
import { bandOf, type LikenessBand, scoreOf } from '#domain/identity/likeness';
import { likenessCorpus } from '#domain/identity/likeness-corpus';
import type { UnitAlias } from '#domain/identity/unit-alias';
import { unitBook } from '#domain/identity/unit-book';
import { unitStandings } from '#domain/identity/unit-standing';
import {
  FEDERAL_INVENTORY,
  FEDERAL_INVENTORY_2023,
  FEDERAL_INVENTORY_2025,
  sharedFile,
  sharedFileIfThere,
} from '../../testing/shared-data';
import { type Edition, readEdition, readShared, recordsOf } from './federal-editions';

/** A pair of rows of two editions of the federal inventory, as a person judged it, and where likeness puts it. */
export interface JudgedPair {
  readonly years: string;
  readonly left: number;
  readonly right: number;
  readonly label: string;
  readonly band: LikenessBand | null;
}

export interface JudgedPairs {
  readonly first: Edition;
  readonly second: Edition;
  readonly pairs: readonly JudgedPair[];
  /** Whether the edition of 2023 was at hand; else its rows are known by the names and units of the pairs alone. */
  readonly whole: boolean;
}

export const JUDGED_FILES = {
  first: sharedFile(FEDERAL_INVENTORY),
  second: sharedFile(FEDERAL_INVENTORY_2025),
  pairs: sharedFile('data/linkage/pairs-shared.csv'),
};

/** Spellings of units that differ between 2023 and 2024. */
const SPELLINGS: readonly UnitAlias[] = [
  ['Department of Interior', 'Department of the Interior'],
  ['U.S. Agency for International Development', 'United States Agency for International Development'],
].map(([short = '', full = '']) => ({ short, full, scope: '', kind: 'same' }));

export async function readJudgedPairs(): Promise<JudgedPairs> {
  const first = await readEdition(JUDGED_FILES.first.path, '2024');
  const second = await readEdition(JUDGED_FILES.second.path, '2025');
  const judged = recordsOf(await readShared(JUDGED_FILES.pairs.path));
  const earliest = sharedFileIfThere(FEDERAL_INVENTORY_2023);
  const whole = earliest !== null;
  const before = whole ? (await readEdition(earliest, '2023')).rows : namedBy(judged);
  const known = [...first.aliases, ...second.aliases, ...SPELLINGS];
  const banded = {
    '2023-2024': bandsOf(before, first.rows, known),
    '2024-2025': bandsOf(first.rows, second.rows, known),
  };
  const pairs = judged.flatMap((cell): readonly JudgedPair[] => {
    const years = `${cell('left_file')}-${cell('right_file')}`;
    const [left, right] = [Number(cell('left_row')), Number(cell('right_row'))];
    if (years !== '2023-2024' && years !== '2024-2025') return [];
    return [{ years, left, right, label: cell('label'), band: banded[years](left, right) }];
  });
  return { first, second, pairs, whole };
}

/** Of the pairs that these bands would offer, how many are the same; and how many of those that are the same they would offer. */
export function figuresOf(pairs: readonly JudgedPair[], bands: readonly (LikenessBand | null)[]) {
  const yes = (label: string) => pairs.filter((pair) => pair.label === label && bands.includes(pair.band)).length;
  const same = pairs.filter(({ label }) => label === 'same').length;
  return { precision: yes('same') / (yes('same') + yes('different')), recall: yes('same') / same };
}

/** The rows of 2023 that pairs speak of, without the texts that only the file has. */
function namedBy(judged: readonly ((label: string) => string)[]): readonly InventoryRow[] {
  const rows = judged
    .filter((cell) => cell('left_file') === '2023')
    .map((cell): [string, InventoryRow] => [
      cell('left_row'),
      { row: Number(cell('left_row')), name: cell('left_name'), unit: cell('left_unit'), externalId: '' },
    ]);
  return [...new Map(rows).values()];
}

function bandsOf(models: readonly InventoryRow[], rows: readonly InventoryRow[], aliases: readonly UnitAlias[]) {
  const book = unitBook(
    [...models, ...rows].map(({ unit }) => unit),
    aliases,
  );
  const units = (of: readonly InventoryRow[]) => Int32Array.from(of, ({ unit }) => book.numberOf(unit));
  const standings = unitStandings(book, units(rows), units(models));
  const record = ({ name, texts = [] }: InventoryRow) => ({ name, texts });
  const corpus = likenessCorpus(models.map(record), rows.map(record));
  return (left: number, right: number): LikenessBand | null => {
    const model = models.findIndex(({ row }) => row === left);
    const row = rows.findIndex((one) => one.row === right);
    const unit = standings.ofRow(book.numberOf(rows[row]?.unit ?? ''))(book.numberOf(models[model]?.unit ?? ''));
    return bandOf(scoreOf(evidenceOf(corpus, nearnessOf(corpus, row, model)), unit));
  };
}
