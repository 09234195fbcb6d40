import { beforeAll, describe, expect, it } from 'vitest';
import { decideIdentities } from '#domain/identity/decide-identities';
import { evidenceOf, nearnessOf } from '#domain/identity/evidence';
import type { InventoryRow } from '#domain/identity/identity-types';
import { bandOf, type LikenessBand, scoreOf } from '#domain/identity/likeness';
import { likenessCorpus } from '#domain/identity/likeness-corpus';
import type { UnitAlias } from '#domain/identity/unit-alias';
import { unitBook } from '#domain/identity/unit-book';
import { unitStandings } from '#domain/identity/unit-standing';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, FEDERAL_INVENTORY_2025, sharedFile } from '../../testing/shared-data';
import { asModels, type Edition, readEdition, readShared, recordsOf, SYSTEM } from '../testing/federal-editions';

const files = {
  first: sharedFile(FEDERAL_INVENTORY),
  second: sharedFile(FEDERAL_INVENTORY_2025),
  pairs: sharedFile('data/linkage/pairs-shared.csv'),
};
const aliases = sharedFile('data/linkage/aliases.csv');
const missing = Object.values(files).find(({ why }) => why !== null) ?? files.first;

interface JudgedPair {
  readonly years: string;
  readonly left: number;
  readonly right: number;
  readonly label: string;
  readonly band: LikenessBand | null;
}

/** 2023 is not at hand: its rows are known by the names and units of the pairs alone. */
const SPELLINGS: readonly UnitAlias[] = [
  ['Department of Interior', 'Department of the Interior'],
  ['U.S. Agency for International Development', 'United States Agency for International Development'],
].map(([short = '', full = '']) => ({ short, full, scope: '', kind: 'same' }));

describe('the judged pairs', needs(missing), () => {
  let first: Edition;
  let second: Edition;
  let judged: readonly JudgedPair[];

  beforeAll(async () => {
    first = await readEdition(files.first.path, '2024');
    second = await readEdition(files.second.path, '2025');
    const pairs = recordsOf(await readShared(files.pairs.path));
    const before = [
      ...new Map(
        pairs
          .filter((cell) => cell('left_file') === '2023')
          .map((cell): [string, InventoryRow] => [
            cell('left_row'),
            { row: Number(cell('left_row')), name: cell('left_name'), unit: cell('left_unit'), externalId: '' },
          ]),
      ).values(),
    ];
    const known = [...first.aliases, ...second.aliases, ...SPELLINGS];
    const banded = {
      '2023-2024': bandsOf(before, first.rows, known),
      '2024-2025': bandsOf(first.rows, second.rows, known),
    };
    judged = pairs.flatMap((cell): readonly JudgedPair[] => {
      const years = `${cell('left_file')}-${cell('right_file')}`;
      const [left, right] = [Number(cell('left_row')), Number(cell('right_row'))];
      if (years !== '2023-2024' && years !== '2024-2025') return [];
      return [{ years, left, right, label: cell('label'), band: banded[years](left, right) }];
    });
  }, 60_000);

  const figures = (years: string, bands: readonly (LikenessBand | null)[]) => {
    const of = judged.filter((pair) => pair.years === years || years === 'all');
    const yes = (label: string) => of.filter((pair) => pair.label === label && bands.includes(pair.band)).length;
    const same = of.filter(({ label }) => label === 'same').length;
    return { precision: yes('same') / (yes('same') + yes('different')), recall: yes('same') / same };
  };

  it('are told apart at "probably the same"', () => {
    const { precision, recall } = figures('all', ['probably']);
    expect(precision).toBeGreaterThanOrEqual(0.945);
    expect(recall).toBeGreaterThanOrEqual(0.96);
  });

  it('are nearly all seen at "look at it" where both files are at hand', () => {
    expect(figures('2024-2025', ['probably', 'look']).recall).toBe(1);
    // Four pairs with 2023 share no word of their names, and its texts are not at hand.
    expect(figures('all', ['probably', 'look']).recall).toBeGreaterThanOrEqual(0.973);
  });

  it('of two agencies are never offered', () => {
    const elsewhere = judged.filter(({ left, right, years }) => {
      const [a, b] = [first.rows[left - 2]?.unit ?? '', second.rows[right - 2]?.unit ?? ''];
      const book = unitBook([a, b], [...first.aliases, ...second.aliases]);
      return years === '2024-2025' && book.relation(book.numberOf(a), book.numberOf(b)) === 'other_top';
    });
    expect(elsewhere.length).toBeGreaterThan(5);
    expect(elsewhere.filter(({ band }) => band !== null)).toEqual([]);
  });

  it('inside of 2024 are offered where they are one, and never where they are two', () => {
    const { doublesInFile } = decideIdentities({
      portfolioModels: [],
      rows: first.rows,
      source: { name: SYSTEM, system: SYSTEM, rowsLastTime: null },
      key: [],
      aliases: first.aliases,
      answers: [],
    });
    const found = new Set(doublesInFile.map(({ rows }) => rows.join('-')));
    expect(found.size).toBeLessThan(20);
    expect(found.has('373-455') && found.has('393-402')).toBe(true);
  });

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
});

describe('unit names that must not be confused', needs(aliases), () => {
  it('are never accepted without a question, however many names agree', async () => {
    const traps = recordsOf(await readShared(aliases.path)).filter((cell) => cell('kind') === 'not the same');
    expect(traps.length).toBeGreaterThan(10);
    for (const cell of traps) {
      const place = (unit: string) => (cell('scope') === '' ? unit : `${cell('scope')} / ${unit}`);
      for (const [ours, theirs] of [
        [cell('short'), cell('full')],
        [cell('full'), cell('short')],
      ]) {
        const names = ['Complaint sorter', 'Load forecast', 'Fire map'];
        const rowsOf = (unit = '') =>
          names.map((name, at) => ({ row: at + 2, name, unit: place(unit), externalId: '' }));
        const { rows } = decideIdentities({
          portfolioModels: asModels(rowsOf(ours)),
          rows: rowsOf(theirs),
          source: { name: SYSTEM, system: SYSTEM, rowsLastTime: null },
          key: ['name', 'unit'],
          aliases: [],
          answers: [],
        });
        const silent = rows.filter(({ model, asks }) => model !== null && asks.length === 0);
        expect([ours, theirs, silent.length]).toEqual([ours, theirs, 0]);
      }
    }
  });
});
