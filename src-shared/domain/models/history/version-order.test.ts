import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOf } from '../../base/period';
import { compareVersions, inOrder } from './version-order';

const told = (text: string): readonly { version: string; when: ReturnType<typeof middleOf> | null }[] =>
  text.split(' ').map((one) => {
    const [version = '', at] = one.split('@');
    return {
      version,
      when: at === undefined ? null : middleOf(at.length === 7 ? `${at}-01` : at, at.length === 7 ? 'month' : 'day'),
    };
  });
const order = (text: string): string =>
  inOrder(told(text))
    .map(({ version }) => version)
    .join(' ');

describe('which version is the later', () => {
  it.each([
    ['2', '10'],
    ['v1.9', 'v1.10'],
    ['1.0', '1.0.1'],
    ['1.0-rc1', '1.0'],
    ['1.0-rc1', '1.0-rc2'],
    ['2.0beta', '2.0'],
    ['2019.4', '2020.1'],
    ['20240101120000000000001', '20240101120000000000002'],
    ['1.0', '1.0-hotfix'],
  ])('%s before %s', (a, b) => {
    expect(compareVersions(a, b)).toBeLessThan(0);
    expect(compareVersions(b, a)).toBeGreaterThan(0);
  });

  it('is neither, where they say the same', () => {
    expect(compareVersions('v1.0', '1.0')).toBe(0);
    expect(compareVersions('1.01', '1.1')).toBe(0);
  });
});

describe('versions in order', () => {
  it('follow their days, whatever their numbers and places', () => {
    expect(order('3@2026-01-01 1@2024-01-01 2@2025-01-01')).toBe('1 2 3');
    expect(order('b@2024-01-01 a@2025-01-01')).toBe('b a');
    expect(order('2@2024-03 1@2024-03-20')).toBe('1 2');
  });

  it('stand by their numbers where they have no day', () => {
    expect(order('1.0 2.0 3.0@2024-01-01')).toBe('1.0 2.0 3.0');
    expect(order('3@2026-01-01 2 1@2024-01-01 10 4')).toBe('1 2 3 4 10');
    expect(order('10 9 1')).toBe('1 9 10');
  });

  it('stand by their place in the file where numbers do not tell', () => {
    expect(order('a x@2024-01-01 b y@2025-01-01 c')).toBe('a x b y c');
    expect(order('c y@2025-01-01 b x@2024-01-01 a')).toBe('a x b y c');
    // The numbers fall with the days, so they say nothing about the one without.
    expect(order('5@2024-01-01 3 4@2025-01-01')).toBe('5 3 4');
  });

  it('come out alike whatever the order of the rows, where numbers tell', () => {
    const rows = told('1 2@2024-01-01 3 4@2025-01-01 5 6@2026-01-01 7');
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(inOrder(shuffled).map(({ version }) => version)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
      }),
    );
  });
});
