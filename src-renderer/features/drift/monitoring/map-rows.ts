import { searcher } from '#domain/base/search-text';
import { isWithinUnit, unitPath } from '#domain/base/unit-path';
import { HEALTH_LABELS, type Health, type Tier } from '#domain/vocabulary';
import { formatDate } from '../../../lib/format';
import { sayBucket } from './map-range';
import type { Bucket, CellWord, Heatmap } from './monitoring-types';

export interface MapFilter {
  /** Words of name and unit. */
  readonly search: string;
  /** '' = all; otherwise the unit with those under it. */
  readonly unit: string;
  readonly tier: Tier | 'none' | null;
  readonly health: Health | null;
}

export const NO_FILTER: MapFilter = { search: '', unit: '', tier: null, health: null };

/** Places of the models that fit, in the map's own order. */
export function fittingRows(map: Heatmap, filter: MapFilter): readonly number[] {
  const finds = searcher(filter.search);
  return map.models.flatMap((_, row) => {
    const unit = map.units[row] ?? '';
    if (filter.health !== null && map.health[row] !== filter.health) return [];
    if (filter.tier !== null && (map.tiers[row] ?? 'none') !== filter.tier) return [];
    if (filter.unit !== '' && !isWithinUnit(unit, filter.unit)) return [];
    if (!finds(map.names[row] ?? '', unit)) return [];
    return [row];
  });
}

export interface FoldedRows {
  readonly shown: readonly number[];
  /** Models of which no result has ever come: a row of theirs says nothing. */
  readonly without: readonly number[];
}

/** Rows with a result or a gap in it, apart from those that never had one; one who asks for these sees them as rows. */
export function foldedRows(map: Heatmap, rows: readonly number[], filter: MapFilter): FoldedRows {
  const isBlank = (row: number): boolean =>
    map.lastResult[row] === null && map.buckets.every((_, column) => cellAt(map, row, column) === 'empty');
  const without = rows.filter(isBlank);
  if (filter.health !== null || without.length === rows.length) return { shown: rows, without: [] };
  return { shown: rows.filter((row) => !isBlank(row)), without };
}

/** The units that there are, with those above them, by name. */
export function unitsOf(map: Heatmap): readonly string[] {
  const units = new Set(map.units.flatMap(unitPath));
  units.delete('');
  return [...units].sort((a, b) => a.localeCompare(b));
}

export function cellAt(map: Heatmap, row: number, column: number): CellWord {
  return map.verdicts[map.cells[row * map.buckets.length + column] ?? 0] ?? 'empty';
}

export const toolSaidDrift = (map: Heatmap, row: number, column: number): boolean =>
  map.toolDrift[row * map.buckets.length + column] === 1;

/** What a cell says, in words and as the shape that is drawn in it. */
export const CELL: Readonly<Record<CellWord, { readonly shape: string; readonly words: string }>> = {
  act: { shape: '◆', words: 'act' },
  watch: { shape: '▲', words: 'watch' },
  ok: { shape: '', words: 'ok' },
  too_few_rows: { shape: '⋯', words: 'too few rows to say' },
  none: { shape: '–', words: 'results without a verdict' },
  silent: { shape: '○', words: 'silent' },
  empty: { shape: '', words: 'no result' },
};

export function sayCell(map: Heatmap, row: number, column: number, bucket: Bucket): string {
  const tool = toolSaidDrift(map, row, column) ? ', a tool itself said drift' : '';
  return `${sayBucket(map.buckets[column] ?? '', bucket)}: ${CELL[cellAt(map, row, column)].words}${tool}`;
}

const SPOKEN: readonly CellWord[] = ['act', 'watch', 'ok', 'silent', 'too_few_rows', 'none'];

/** A whole row read aloud: `Tier 1, act. Of 26 weeks: 3 act, 2 watch, 21 ok.` */
export function sayRow(map: Heatmap, row: number, bucket: Bucket): string {
  const width = map.buckets.length;
  const counts = new Map<CellWord, number>();
  for (let column = 0; column < width; column += 1) {
    const word = cellAt(map, row, column);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const parts = SPOKEN.flatMap((word) => {
    const n = counts.get(word) ?? 0;
    return n === 0 ? [] : [`${n} ${CELL[word].words}`];
  });
  const tier = map.tiers[row];
  const health = HEALTH_LABELS[map.health[row] ?? 'unknown'].toLowerCase();
  const start = `${tier === null || tier === undefined ? 'No tier' : `Tier ${tier}`}, ${health}.`;
  const results = parts.length === 0 ? 'No result in this time.' : `Of ${width} ${bucket}s: ${parts.join(', ')}.`;
  return `${start} ${results} ${sayOwner(map, row)}.`;
}

/** Who runs the model, in words: nobody noted is not nobody. */
export function sayOwner(map: Heatmap, row: number): string {
  const owner = map.owners[row] ?? '';
  return owner === '' ? 'No owner noted' : `Owner: ${owner}`;
}

export type OpenIncident = NonNullable<Heatmap['incidents'][number]>;

/** `SEV 1`, as short as a row has room for. */
export const shortIncident = ({ severity }: OpenIncident): string =>
  severity === null ? 'Incident' : `SEV ${severity}`;

/** `Incident 46, SEV 1; 2 more open`. */
export function sayIncident({ number, severity, open }: OpenIncident): string {
  const more = open === 1 ? '' : `; ${open - 1} more open`;
  return `Incident ${number}, ${severity === null ? 'not rated' : `SEV ${severity}`}${more}`;
}

/** With the day on which it was opened, for a tooltip. */
export const sayIncidentSince = (incident: OpenIncident): string =>
  `${sayIncident(incident)}, open since ${formatDate(incident.openedAt)}`;
