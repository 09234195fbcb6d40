import type { z } from 'zod';
import type { DriftSeriesPreview } from '#contract/drift/import';
import type { Problem } from '#contract/imports/parts';
import { Clock, type Constants, mergedResults, PointCollector } from '#domain/drift/point-collector';
import type { CollectedResults, PointValues, SeriesResults } from '#domain/drift/result-columns';
import { detached } from '../detached';
import { ProblemTally } from '../problem-tally';
import type { DriftPoint, DriftSink } from './reading';

type SeriesPreview = z.output<typeof DriftSeriesPreview>;
type Draft = { -readonly [K in keyof SeriesPreview]: SeriesPreview[K] };

/** The longest name that a series may have; see `SeriesParts` of the contract. */
const LONGEST = 500;
/** More series than this in one file are a mistake of a mapping: a column of numbers taken for names. */
const MOST_SERIES = 200_000;
/** Of each series that is held, besides its numbers. */
const OVERHEAD = 1_000;

interface Entry {
  /** `null` beyond the series that are listed. */
  readonly preview: Draft | null;
  readonly point: Omit<DriftPoint, keyof PointValues>;
  /** `null`: put away, or none came since. */
  points: PointCollector | null;
}

/** All results of a file, series by series under the names that it gives, and what stood in the way. */
export class DriftSummary implements DriftSink {
  readonly problems = new ProblemTally();
  points = 0;
  /** Points that are held. */
  held = 0;
  private readonly clock = new Clock();
  private readonly byName = new Map<string, Map<string, Entry[]>>();
  private readonly entries: Entry[] = [];

  get series(): readonly SeriesPreview[] {
    return this.entries.flatMap(({ preview }) => preview ?? []);
  }

  /** Memory of the points that are held. */
  get bytes(): number {
    return this.entries.reduce((sum, { points }) => sum + (points === null ? 0 : points.bytes + OVERHEAD), 0);
  }

  problem(problem: Problem, rows = 1): void {
    this.problems.add(problem, rows);
  }

  point(point: DriftPoint, pointer: string): void {
    const entry = this.entryOf(point) ?? this.begin(point, pointer);
    if (entry === null) return;
    this.points += 1;
    this.held += 1;
    if (entry.preview) addTo(entry.preview, point, pointer);
    entry.points ??= new PointCollector(this.clock);
    entry.points.add(point);
  }

  /** What is held, by the models that the names stand for; without a model it is left out. */
  results(modelOf: (name: string) => string | null): CollectedResults {
    const constants: Constants = new Map();
    const bySeries = new Map<string, SeriesResults[]>();
    let taken = 0;
    for (const { point, points } of this.entries) {
      const modelId = points === null ? null : modelOf(point.name);
      if (points === null || modelId === null) continue;
      const { column, metric, method, base, binning, source, modelVersion = '' } = point;
      const key = { modelId, column, metric, method, base, binning, tool: source.tool };
      const name = JSON.stringify([
        modelId,
        column,
        metric,
        method,
        base,
        binning,
        source.tool,
        source.version,
        modelVersion,
      ]);
      const same = bySeries.get(name);
      const results = { key, version: source.version, modelVersion, ...points.finish(constants) };
      taken += points.length;
      if (same) same.push(results);
      else bySeries.set(name, [results]);
    }
    const series = [...bySeries.values()].flatMap(([first, ...more]) => {
      if (!first) return [];
      return more.length === 0 ? first : { ...first, ...mergedResults([first, ...more]) };
    });
    return { series, repeated: taken - series.reduce((sum, { points }) => sum + points.at.length, 0) };
  }

  /** Lets go of the points that are held. */
  putAway(): void {
    for (const entry of this.entries) entry.points = null;
    this.held = 0;
  }

  private entryOf({
    name,
    column,
    metric,
    method,
    base,
    binning,
    source,
    modelVersion = '',
  }: DriftPoint): Entry | undefined {
    return this.byName
      .get(name)
      ?.get(column)
      ?.find(
        ({ point }) =>
          point.metric === metric &&
          point.method === method &&
          point.base === base &&
          point.binning === binning &&
          point.source.tool === source.tool &&
          point.source.version === source.version &&
          (point.modelVersion ?? '') === modelVersion,
      );
  }

  private begin(point: DriftPoint, pointer: string): Entry | null {
    const { metric, method, base, binning, source } = point;
    const modelVersion = detached(point.modelVersion ?? '');
    const [name, column] = [detached(point.name), detached(point.column)];
    const tooLong = [name, column, metric, method, binning, source.tool, modelVersion].find(
      (text) => text.length > LONGEST,
    );
    if (tooLong !== undefined) {
      const message = `A name of more than ${LONGEST} characters is refused; check whether the right column was chosen.`;
      const value = tooLong.slice(0, 300);
      const row = point.row ?? 0;
      this.problem({ row, column: pointer, code: 'name_too_long', message, value, effect: 'row_refused' });
      return null;
    }
    const preview = this.entries.length < MOST_SERIES ? begun({ ...point, name, column }, pointer) : null;
    const entry = {
      preview,
      point: { name, column, metric, method, base, binning, source, modelVersion },
      points: null,
    };
    this.entries.push(entry);
    const columns = this.byName.get(name) ?? new Map<string, Entry[]>();
    this.byName.set(name, columns);
    const known = columns.get(column);
    if (known) known.push(entry);
    else columns.set(column, [entry]);
    return entry;
  }
}

function begun(point: DriftPoint, pointer: string): Draft {
  return {
    name: point.name,
    column: point.column,
    metric: point.metric,
    method: point.method,
    base: point.base,
    binning: point.binning,
    tool: point.source.tool,
    version: point.source.version,
    points: 0,
    first: point.at,
    last: point.at,
    lowest: null,
    highest: null,
    lastValue: null,
    lower: null,
    upper: null,
    nRef: null,
    nCur: null,
    verdicts: { drift: 0, possible: 0, none: 0, unsaid: 0 },
    pointer,
  };
}

function addTo(draft: Draft, point: DriftPoint, pointer: string): void {
  const { value, at } = point;
  draft.points += 1;
  draft.verdicts[point.verdict ?? 'unsaid'] += 1;
  if (value !== null) {
    draft.lowest = Math.min(draft.lowest ?? value, value);
    draft.highest = Math.max(draft.highest ?? value, value);
  }
  if (at < draft.first) draft.first = at;
  if (at < draft.last) return;
  draft.last = at;
  draft.lastValue = value;
  draft.lower = point.lower;
  draft.upper = point.upper;
  draft.nRef = point.nRef;
  draft.nCur = point.nCur;
  draft.pointer = pointer;
}
