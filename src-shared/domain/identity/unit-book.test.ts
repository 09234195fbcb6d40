import { describe, expect, it } from 'vitest';
import { aliasesOfColumns, type UnitAlias } from './unit-alias';
import { unitBook } from './unit-book';
import { canStandFor, partOf, placeOfUnit } from './unit-parts';

const relation = (a: string, b: string, aliases: readonly UnitAlias[] = []) => {
  const book = unitBook([a, b], aliases);
  return book.relation(book.numberOf(a), book.numberOf(b));
};
const same = (short: string, full: string, scope = ''): UnitAlias => ({ short, full, scope, kind: 'same' });
const texts = (unit: string) => placeOfUnit(unit).below.map((path) => path.map((part) => part.text));

describe('placeOfUnit', () => {
  it('splits levels and lists, and drops what only repeats the top', () => {
    expect(texts('Health / Health/Labs/Blood')).toEqual([['Labs', 'Blood']]);
    expect(texts('DOJ / Department of Justice / ATF')).toEqual([['ATF']]);
    expect(texts('SEC / Enforcement (ENF); Examinations (EXAM)')).toEqual([
      ['Enforcement (ENF)'],
      ['Examinations (EXAM)'],
    ]);
    expect(texts('Bank')).toEqual([[]]);
    expect(placeOfUnit('').top).toBeNull();
  });

  it('knows both sides of a declared abbreviation, and no other colon or bracket', () => {
    expect(partOf('FS: Forest Service').forms).toEqual(['fs forest service', 'fs', 'forest service']);
    expect(partOf('BEA - Bureau of Economic Analysis').forms).toContain('bea');
    expect(partOf('Office of Research (OR)').forms).toContain('or');
    expect(partOf('Cards (UK)').forms).toEqual(['cards uk']);
    expect(texts('Bank / HR: Recruiting')).toEqual([['HR', 'Recruiting']]);
    expect(canStandFor('LaRC', 'Langley Research Center')).toBe(true);
    expect(canStandFor('external', 'Exact Terms and Legal')).toBe(false);
  });
});

describe('relation', () => {
  it('is the same by forms, coarser by levels, another by siblings', () => {
    expect(relation('Dept / FS: Forest Service', 'Dept / Forest Service')).toBe('same');
    expect(relation('Health / CMS', 'Health / CMS / OIT')).toBe('inside');
    expect(relation('Health', 'Health / CMS')).toBe('inside');
    expect(relation('Health / CMS / OIT', 'Health / CMS / QA')).toBe('other');
    expect(relation('Health', 'Justice')).toBe('other_top');
    expect(relation('', 'Justice')).toBe('silent');
  });

  it('takes initials for no more than that', () => {
    expect(relation('Ed / OCDO', 'Ed / Office of the Chief Data Officer')).toBe('initials');
    expect(relation('Ed / OFO', 'Ed / Office of Finance and Operations')).toBe('initials');
    expect(relation('DOE', 'Department of Energy')).toBe('initials');
    expect(relation('Ed / OCDO', 'Ed / Office of Communications and Outreach')).toBe('other');
  });

  it('tells two units with one abbreviation apart', () => {
    expect(relation('Farm / FSA: Farm Service Agency', 'Farm / FSA: Federal Student Aid')).toBe('other');
    expect(relation('Sec / Risk Analysis Division (RAD)', 'Sec / Risk Assessment Division (RAD)')).toBe('same');
    const book = unitBook(['FSA', 'FSA: Farm Service Agency', 'FSA: Federal Student Aid'], []);
    expect(new Set(book.units.map(({ group }) => group)).size).toBe(3);
  });

  it('applies an alias inside of its scope only', () => {
    const aliases = [same('DOE', 'Department of Energy')];
    expect(relation('DOE / Labs', 'Department of Energy / Labs', aliases)).toBe('same');
    expect(relation('Trade / DOE', 'Trade / Department of Energy', aliases)).toBe('initials');
    const scoped = [same('FSA', 'Federal Student Aid', 'Education'), same('ED', 'Education')];
    expect(relation('ED / FSA', 'Education / Federal Student Aid', scoped)).toBe('same');
    expect(relation('Farm / FSA', 'Farm / Federal Student Aid', scoped)).toBe('initials');
  });

  it('knows what is part of, now called, and not the same', () => {
    const kept = (kind: UnitAlias['kind'], short: string, full: string): UnitAlias => ({
      short,
      full,
      scope: 'Farm',
      kind,
    });
    expect(relation('Farm / NASS', 'Farm / Research', [kept('part_of', 'NASS', 'Research')])).toBe('inside');
    expect(relation('Farm / NASS', 'Farm / Statistics', [kept('now_called', 'NASS', 'Statistics')])).toBe('same');
    expect(relation('Farm / A/PRI', 'Farm / A/SKS', [kept('now_called', 'A / PRI', 'A / SKS')])).toBe('same');
    expect(relation('Farm / FSA', 'Farm / Federal Student Aid', [kept('not_same', 'FSA', 'Federal Student Aid')])).toBe(
      'other',
    );
    const top: UnitAlias = { short: 'DOE', full: 'Department of Energy', scope: '', kind: 'not_same' };
    expect(relation('DOE', 'Department of Energy', [top])).toBe('other_top');
  });

  it('refuses a unit that it was not made with', () => {
    const book = unitBook(['A'], []);
    expect(() => book.numberOf('B')).toThrow("The unit 'B' is not in the book");
  });
});

describe('aliasesOfColumns', () => {
  const pairs: [string, string][] = [
    ['DHS', 'Homeland Security'],
    ['EPA', 'Environmental Protection'],
    ['DHS', 'Homeland  Security '],
  ];

  it('learns from columns that always go together, in either order', () => {
    const learnt = [same('DHS', 'Homeland Security'), same('EPA', 'Environmental Protection')];
    expect(aliasesOfColumns(pairs)).toEqual(learnt);
    expect(aliasesOfColumns(pairs.map(([a, b]) => [b, a]))).toEqual(learnt);
  });

  it('learns nothing from columns that disagree once, of one unit, or of owners', () => {
    expect(aliasesOfColumns([...pairs, ['EPA', 'Energy']])).toEqual([]);
    expect(aliasesOfColumns(pairs.slice(0, 1))).toEqual([]);
    expect(
      aliasesOfColumns([
        ['DHS', 'ann@example.org'],
        ['EPA', 'bob@example.org'],
      ]),
    ).toEqual([]);
    expect(
      aliasesOfColumns([
        ['IT', 'Controlling'],
        ['Controlling', 'HR'],
      ]),
    ).toEqual([]);
  });
});
