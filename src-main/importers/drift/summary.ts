import type { z } from 'zod';
import type { DriftSeriesPreview } from '#contract/import-drift';
import type { Problem } from '#contract/import-parts';
import { ProblemTally } from '../problem-tally';
import type { DriftPoint, DriftSink } from './reading';

type SeriesPreview = z.output<typeof DriftSeriesPreview>;
type Draft = { -readonly [K in keyof SeriesPreview]: SeriesPreview[K] };

/** The longest name that a series may have; see `SeriesParts` of the contract. */
const LONGEST = 500;
/** More series than this in one file are a mistake of a mapping: a column of numbers taken for names. */
const MOST_SERIES = 200_000;

/** One line for every series of a file, whatever its length, and what stood in the way. */
export class DriftSummary implements DriftSink {
  readonly problems = new ProblemTally();
  points = 0;
  private readonly drafts = new Map<string, Draft>();

  /** @param accept also takes each point that is whole; what it does not take is for it to say */
  constructor(private readonly accept: (point: DriftPoint) => void = () => undefined) {}

  get series(): readonly SeriesPreview[] {
    return [...this.drafts.values()];
  }

  problem(problem: Problem, rows = 1): void {
    this.problems.add(problem, rows);
  }

  point(point: DriftPoint, pointer: string): void {
    const tooLong = [point.name, point.column, point.metric, point.method, point.binning, point.source.tool].find(
      (text) => text.length > LONGEST,
    );
    if (tooLong !== undefined) {
      const message = `A name of more than ${LONGEST} characters is refused; check whether the right column was chosen.`;
      const value = tooLong.slice(0, 300);
      this.problem({
        row: point.row ?? 0,
        column: pointer,
        code: 'name_too_long',
        message,
        value,
        effect: 'row_refused',
      });
      return;
    }
    this.points += 1;
    this.note(point, pointer);
    this.accept(point);
  }

  private note(point: DriftPoint, pointer: string): void {
    const { name, column, metric, method, base, binning, source } = point;
    const key = `${name}\0${column}\0${metric}\0${method}\0${base ?? ''}\0${binning}\0${source.tool}\0${source.version}`;
    const draft = this.drafts.get(key);
    if (draft) addTo(draft, point, pointer);
    else if (this.drafts.size < MOST_SERIES) this.drafts.set(key, begun(point, pointer));
  }
}

function begun(point: DriftPoint, pointer: string): Draft {
  const draft: Draft = {
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
  addTo(draft, point, pointer);
  return draft;
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
