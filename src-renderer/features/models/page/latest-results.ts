import type { Output } from '#contract/index';
import {
  DRIFT_VERDICT_LABELS,
  DRIFT_VERDICTS,
  type DriftVerdict,
  isEvaluation,
  isRate,
} from '#domain/drift/vocabulary';
import { sayRate } from '../../../lib/rate-words';
import type { Health } from '#domain/vocabulary';

type Series = Output<'drift.series'>['series'][number];

export interface LatestResult {
  readonly id: number;
  readonly column: string;
  readonly label: string;
  readonly value: number | null;
  readonly at: string;
  /** `null`: not judged. */
  readonly health: Extract<Health, 'act' | 'watch' | 'ok'> | null;
  /** Our verdict, and the tool's own where it said drift. */
  readonly words: string;
  /** Of an evaluation: who judged, and of how many; '' of others. */
  readonly behind: string;
}

/** The newest point of each series, worst verdict first, then by column and figure. */
export function latestResults(series: readonly Series[]): LatestResult[] {
  return series
    .flatMap((one) => {
      const last = one.t.length - 1;
      const [at, verdict] = [one.t[last], one.verdict[last]];
      return at === undefined || verdict === undefined ? [] : [{ one, last, at, verdict }];
    })
    .sort(
      (a, b) =>
        DRIFT_VERDICTS.indexOf(a.verdict) - DRIFT_VERDICTS.indexOf(b.verdict) ||
        a.one.column.localeCompare(b.one.column) ||
        a.one.label.localeCompare(b.one.label),
    )
    .map(({ one, last, at, verdict }) => ({
      id: one.id,
      column: one.column,
      label: one.label,
      value: one.v[last] ?? null,
      at,
      health: healthOf(verdict),
      words: sayVerdict(verdict, one.toolVerdict[last] ?? null, one.source),
      behind: isEvaluation(one.metric) ? sayBehind(one, last) : '',
    }));
}

const sayBehind = (one: Series, last: number): string =>
  [one.method, isRate(one.metric) ? sayRate(one.v[last] ?? null, one.nCur[last] ?? null) : '']
    .filter((part) => part !== '')
    .join(': ');

function healthOf(verdict: DriftVerdict): LatestResult['health'] {
  return verdict === 'too_few_rows' || verdict === 'none' ? null : verdict;
}

function sayVerdict(verdict: DriftVerdict, tool: Series['toolVerdict'][number], source: string): string {
  const own = DRIFT_VERDICT_LABELS[verdict];
  if (tool === 'drift') return `${own}; ${source} says drift`;
  return tool === 'possible' ? `${own}; ${source} says drift is possible` : own;
}
