import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf, type FactEvent } from './timeline-event';
import { type ModelEntry, mergeTimeline } from './told-entries';

const AT = '2026-11-03T10:00:00.000Z';
const entry = (seq: number, part: Partial<ModelEntry> = {}): ModelEntry => ({
  seq,
  at: AT,
  actor: 'Ada',
  kind: 'do',
  channel: 'models.move',
  label: `Entry ${seq}`,
  rows: [],
  stated: false,
  ...part,
});
const inserted = (table: string, id: string) => ({ table, id, did: 'insert' as const });
const updated = (table: string, id: string) => ({ table, id, did: 'update' as const });
const fact = (key: string, rows: FactEvent['rows'], step?: FactEvent['step']): FactEvent => ({
  event: eventOf({ key, kind: 'moves', at: AT, what: key }),
  rows,
  ...(step && { step }),
});

const MOVE = fact('move', [{ table: 'moves', id: 'm' }]);
const STARTED = fact('started', [{ table: 'retraining_items', id: 'r' }], { channels: ['drift.startRetraining'] });

const told = (facts: readonly FactEvent[], entries: readonly ModelEntry[]) =>
  mergeTimeline(facts, entries).map(({ key, seqs }) => [key, seqs]);

describe('an entry', () => {
  it('is told by the fact that it brought, with what follows from it', () => {
    expect(told([MOVE], [entry(4, { rows: [inserted('moves', 'm'), updated('models', 'x')] })])).toEqual([
      ['move', [4]],
    ]);
  });

  it.each([
    ['states a field as well', { stated: true }],
    ['was undone: its fact is no longer there', { rows: [inserted('moves', 'gone')] }],
    ['takes one back', { kind: 'undo' as const, rows: [{ table: 'moves', id: 'm', did: 'remove' as const }] }],
    ['brought more than facts', { rows: [inserted('moves', 'm'), inserted('versions', 'v')] }],
    ['came from a file', { channel: 'imports.apply', rows: [inserted('moves', 'm')] }],
  ])('that %s has a row of its own', (_why, part) => {
    const rows = told([MOVE], [entry(4, { rows: [inserted('moves', 'm')], ...part })]);
    expect(rows).toContainEqual(['entry 4', [4]]);
    expect(rows).toContainEqual(['move', []]);
  });

  it('is one step of a row, and the next of the same kind is another', () => {
    const start = { channel: 'drift.startRetraining', rows: [updated('retraining_items', 'r')] };
    expect(told([STARTED], [entry(4, start), entry(6, start)])).toEqual([
      ['entry 6', [6]],
      ['started', [4]],
    ]);
    const other = { channel: 'models.merge', rows: [updated('retraining_items', 'r')] };
    expect(told([STARTED], [entry(4, other)])).toContainEqual(['entry 4', [4]]);
  });

  it('that says who did what is named as what it was', () => {
    const [row] = mergeTimeline([], [entry(4, { kind: 'undo', label: 'Move “A”' })]);
    expect(row).toMatchObject({ kind: 'edits', what: 'Undo: Move “A”', who: 'Ada' });
    expect(mergeTimeline([], [entry(4, { channel: 'drift.record' })])[0]?.kind).toBe('imports');
  });
});

it('leads to the incident that was changed, where it is one and still there', () => {
  const of = (rows: ModelEntry['rows']) => mergeTimeline([], [entry(4, { rows })])[0]?.incidentId;
  expect(of([updated('incidents', 'i')])).toBe('i');
  expect(of([updated('incidents', 'i'), updated('incidents', 'j')])).toBeNull();
  expect(of([{ table: 'incidents', id: 'i', did: 'remove' }])).toBeNull();
});

it('puts what was told later of one moment above', () => {
  const training = fact('training', []);
  expect(told([MOVE, training], []).map(([key]) => key)).toEqual(['training', 'move']);
});

it('puts the newest first and what has no date at the end', () => {
  const undated: FactEvent = { event: eventOf({ key: 'undated', kind: 'moves', at: null, what: '' }), rows: [] };
  const old: FactEvent = { event: eventOf({ key: 'old', kind: 'moves', at: '2020-01-01', what: '' }), rows: [] };
  expect(told([undated, old, MOVE], []).map(([key]) => key)).toEqual(['move', 'old', 'undated']);
});

it('never loses an entry', () => {
  const row = fc.record({
    table: fc.constantFrom('moves', 'models', 'retraining_items', 'versions'),
    id: fc.constantFrom('m', 'r', 'x'),
    did: fc.constantFrom('insert' as const, 'update' as const, 'remove' as const),
  });
  const any = fc.record({
    kind: fc.constantFrom('do' as const, 'undo' as const, 'redo' as const),
    channel: fc.constantFrom('models.move', 'imports.apply', 'drift.record', 'drift.startRetraining'),
    rows: fc.array(row, { maxLength: 4 }),
    stated: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (parts) => {
      const entries = parts.map((part, seq) => entry(seq, part));
      const seqs = new Set(mergeTimeline([MOVE, STARTED], entries).flatMap((event) => event.seqs));
      expect(seqs.size).toBe(entries.length);
    }),
  );
});
