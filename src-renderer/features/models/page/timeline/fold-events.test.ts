import { expect, it } from 'vitest';
import { foldEvents, OPEN_AT_FIRST, type TimelineRow } from './fold-events';

const NONE: ReadonlySet<string> = new Set();
const day = (n: number): { at: string } => ({ at: new Date(Date.UTC(2026, 10, 29) - n * 86_400_000).toISOString() });
const shown = (rows: readonly TimelineRow<{ at: string | null }>[]): number =>
  rows.filter(({ type }) => type === 'event').length;
const hidden = (rows: readonly TimelineRow<{ at: string | null }>[]): number =>
  rows.reduce((sum, row) => sum + (row.type === 'period' && !row.open ? row.count : 0), 0);

it('leaves a short list whole', () => {
  const events = Array.from({ length: OPEN_AT_FIRST }, (_, n) => day(30 * n));
  expect(foldEvents(events, NONE).map((row) => row.type)).toEqual(events.map(() => 'event'));
});

it('folds two thousand events to what is read at a glance, and loses none', () => {
  const events = [...Array.from({ length: 2000 }, (_, n) => day(n)), { at: null }];
  const rows = foldEvents(events, NONE);
  expect(rows.length).toBeLessThan(60);
  expect(shown(rows) + hidden(rows)).toBe(2001);
  expect(rows[0]).toMatchObject({ type: 'period', key: '2026', open: true });
  expect(rows[1]).toMatchObject({ type: 'period', key: '2026-11', open: true, depth: 1 });
  expect(rows.at(-1)).toMatchObject({ key: 'undated', count: 1, open: false });
});

it('opens and closes periods by hand', () => {
  const events = Array.from({ length: 300 }, (_, n) => day(n * 5));
  const before = foldEvents(events, NONE);
  const folded = before.find((row) => row.type === 'period' && !row.open && row.depth === 0);
  if (folded?.type !== 'period') throw new Error('a year is folded');
  expect(shown(foldEvents(events, new Set([folded.key])))).toBeGreaterThan(shown(before));
  const closed = foldEvents(events, new Set(['2026']));
  expect(shown(closed)).toBe(0);
  expect(hidden(closed)).toBe(300);
});

it('gives a month of thousands by the hundred', () => {
  const events = Array.from({ length: 3000 }, () => ({ at: '2026-11-03T00:00:00.000Z' }));
  const rows = foldEvents(events, NONE);
  expect(shown(rows)).toBe(100);
  expect(rows.at(-1)).toMatchObject({ key: '2026-11+', count: 2900 });
  expect(shown(foldEvents(events, new Set(['2026-11+'])))).toBe(3000);
});
