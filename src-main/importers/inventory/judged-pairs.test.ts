import { beforeAll, describe, expect, it } from 'vitest';
import { decideIdentities } from '#domain/identity/decide-identities';
import type { LikenessBand } from '#domain/identity/likeness';
import { unitBook } from '#domain/identity/unit-book';
import { needs } from '../../testing/needs';
import { sharedFile } from '../../testing/shared-data';
import { asModels, readShared, recordsOf, SYSTEM } from '../testing/federal-editions';
import { figuresOf, JUDGED_FILES, type JudgedPairs, readJudgedPairs } from '../testing/judged-pairs';

const aliases = sharedFile('data/linkage/aliases.csv');
const missing = Object.values(JUDGED_FILES).find(({ why }) => why !== null) ?? JUDGED_FILES.first;

describe('the judged pairs', needs(missing), () => {
  let judged: JudgedPairs;

  beforeAll(async () => {
    judged = await readJudgedPairs();
  }, 60_000);

  const figures = (years: string, bands: readonly LikenessBand[]) =>
    figuresOf(
      judged.pairs.filter((pair) => pair.years === years || years === 'all'),
      bands,
    );

  it('are told apart at "probably the same"', () => {
    const { precision, recall } = figures('all', ['probably']);
    expect(precision).toBeGreaterThanOrEqual(judged.whole ? 0.94 : 0.945);
    expect(recall).toBeGreaterThanOrEqual(0.96);
  });

  it('are all seen at "look at it" where both files are at hand', () => {
    expect(figures('2024-2025', ['probably', 'look']).recall).toBe(1);
    // Without its file four pairs with 2023 share no word of their names, and its texts are not known.
    expect(figures('all', ['probably', 'look']).recall).toBeGreaterThanOrEqual(judged.whole ? 1 : 0.973);
  });

  it('of two agencies are never offered', () => {
    const { first, second } = judged;
    const elsewhere = judged.pairs.filter(({ left, right, years }) => {
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
      rows: judged.first.rows,
      source: { name: SYSTEM, system: SYSTEM, rowsLastTime: null },
      key: [],
      aliases: judged.first.aliases,
      answers: [],
    });
    const found = new Set(doublesInFile.map(({ rows }) => rows.join('-')));
    expect(found.size).toBeLessThan(20);
    expect(found.has('373-455') && found.has('393-402')).toBe(true);
  });
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
