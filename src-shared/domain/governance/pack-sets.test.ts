import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOn } from './editions';
import { arrivalOf, clashesOf, spansOf, standing } from './pack-sets';
import { packName, type RulePack } from './rule-pack';

const pack = (edition: string, more: Partial<RulePack> = {}): RulePack => ({
  format: 'modelfolio.rulepack/1',
  id: 'house',
  edition,
  name: 'House rules',
  issuer: 'House',
  jurisdiction: 'INT',
  nature: 'internal',
  force: 'expected',
  status: 'in_force',
  effectiveFrom: edition,
  supersedes: [],
  supersededBy: null,
  checkedOn: edition,
  staleAfterDays: 90,
  disclaimer: 'Ours.',
  sources: [],
  appliesTo: { who: 'All', condition: { always: true } },
  fields: [],
  duties: [],
  ...more,
});
const first = pack('2026-01-01');
const second = pack('2026-06-01');

describe('days on which editions count', () => {
  it('follow one another', () => {
    expect(Object.fromEntries(spansOf([second, first], 'house'))).toEqual({
      'house@2026-01-01': [{ from: '2026-01-01', until: '2026-06-01' }],
      'house@2026-06-01': [{ from: '2026-06-01', until: null }],
    });
  });

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
  const packs = fc.uniqueArray(fc.tuple(day, fc.option(day), fc.option(day)), {
    maxLength: 6,
    selector: ([edition]) => edition,
  });
  it('are those on which the edition of the day is the one', () => {
    fc.assert(
      fc.property(packs, day, (drawn, on) => {
        const all = drawn.map(([edition, from, until]) =>
          pack(edition, {
            effectiveFrom: from,
            supersededBy: until === null ? null : { pack: 'house@2027-01-01', on: until },
          }),
        );
        const found = editionOn(all, 'house', on);
        const expected = found?.state === 'in_force' ? packName(found.pack) : null;
        const counting = [...spansOf(all, 'house')].filter(([, spans]) =>
          spans.some(({ from, until }) => from <= on && (until === null || on < until)),
        );
        expect(counting.map(([name]) => name)).toEqual(expected === null ? [] : [expected]);
      }),
    );
  });
});

describe('a pack that comes', () => {
  it('is new where nothing shares its line', () => {
    expect(arrivalOf([], [], first)).toEqual({ meeting: 'new', words: ['It counts from 1 Jan 2026.'], moves: false });
  });

  it('is another edition, and says which days move', () => {
    const { meeting, words, moves } = arrivalOf([first], [], second);
    expect({ meeting, moves }).toEqual({ meeting: 'edition', moves: true });
    expect(words).toEqual([
      'It is another edition of house, beside house@2026-01-01.',
      'It counts from 1 Jun 2026.',
      'house@2026-01-01 (shipped) counted from 1 Jan 2026, and would count from 1 Jan 2026 to 31 May 2026.',
    ]);
  });

  it('stands in for a shipped edition of its name', () => {
    const own = { ...first, name: 'Ours' };
    expect(arrivalOf([first], [], own)).toMatchObject({ meeting: 'stands_in' });
    expect(standing([first, second], [own])).toEqual([second, own]);
  });

  it('replaces an own one, and an edit of it does not', () => {
    expect(arrivalOf([], [first], first).meeting).toBe('replaces_own');
    expect(arrivalOf([], [first], first, 'house@2026-01-01')).toMatchObject({ meeting: 'new', moves: false });
    expect(arrivalOf([second], [first], { ...first, effectiveFrom: '2026-07-01' }, packName(first)).moves).toBe(true);
  });

  it('says that it would count on no day, or is proposed', () => {
    const late = pack('2025-01-01', { effectiveFrom: '2026-01-01' });
    expect(arrivalOf([first], [], late).words).toContain(
      'It would count on no day: another edition counts on all of them.',
    );
    const proposed = pack('2027-01-01', { effectiveFrom: null });
    expect(arrivalOf([], [], proposed).words.join(' ')).toContain('shown as proposed');
  });

  it('cannot share an id across lines, nor a question across types', () => {
    expect(clashesOf([first], { ...second, line: 'other' })).toHaveLength(1);
    const asks = (type: 'date' | 'text'): Partial<RulePack> => ({ questions: [{ id: 'q', label: 'When', type }] });
    expect(clashesOf([{ ...first, ...asks('date') }], { ...second, ...asks('text') })).toHaveLength(1);
    expect(clashesOf([{ ...first, ...asks('date') }], { ...second, ...asks('date') })).toEqual([]);
  });
});
