import type { Health, Tier } from '#domain/vocabulary';
import type { CellWord, Heatmap } from '../monitoring-types';

const WORDS: readonly CellWord[] = ['empty', 'none', 'too_few_rows', 'ok', 'watch', 'act', 'silent'];

export interface SampleRow {
  readonly name: string;
  readonly unit: string;
  readonly tier: Tier | null;
  readonly health: Health;
  readonly cells: readonly CellWord[];
  readonly tool?: readonly number[];
  readonly owner?: string;
  readonly incident?: Heatmap['incidents'][number];
}

/** A heat map of weeks from 2 Nov 2026 on, as the engine answers one. */
export function sampleMap(rows: readonly SampleRow[]): Heatmap {
  const width = rows[0]?.cells.length ?? 0;
  const monday = Date.parse('2026-11-02');
  return {
    total: rows.length,
    buckets: Array.from({ length: width }, (_, i) => new Date(monday + i * 7 * 86_400_000).toISOString().slice(0, 10)),
    models: rows.map((_, index) => `m${index}`),
    names: rows.map(({ name }) => name),
    units: rows.map(({ unit }) => unit),
    tiers: rows.map(({ tier }) => tier),
    stages: rows.map(() => 'monitored'),
    health: rows.map(({ health }) => health),
    owners: rows.map(({ owner }) => owner ?? ''),
    incidents: rows.map(({ incident }) => incident ?? null),
    since: rows.map(() => null),
    lastResult: rows.map(() => null),
    verdicts: [...WORDS],
    cells: rows.flatMap(({ cells }) => cells.map((word) => WORDS.indexOf(word))),
    toolDrift: rows.flatMap(({ cells, tool }) => cells.map((_, index) => tool?.[index] ?? 0)),
  };
}
