import { sayDay } from '../base/calendar';
import { ownForms } from '../base/forms';
import { counted, sayQuantity } from '../base/wording';
import type { Health } from '../vocabulary';
import type { ModelHealth } from './health';
import { driftMetricSpec } from './vocabulary';

/** What stands for the name of a column. */
export const A_COLUMN = 'a column';

export interface HealthFacts {
  readonly health: Health;
  readonly reason: ModelHealth['reason'];
  /** ISO days and instants; `null` = none. */
  readonly since: string | null;
  readonly lastResult: string | null;
  readonly cadenceDays: number | null;
  readonly silentAfterDays: number;
  readonly worst: { readonly column: string; readonly metric: string; readonly value: number | null } | null;
}

/** The name of a column is the house's own: said without it where what was typed is withheld. */
export const sayHealthWithoutColumn = (facts: HealthFacts): string =>
  sayHealth({ ...facts, worst: facts.worst && { ...facts.worst, column: facts.worst.column && A_COLUMN } });

/** Health with its reason: `Act: PSI of age is 0.31, since 3 Nov 2026.` */
export function sayHealth(facts: HealthFacts): string {
  switch (facts.reason) {
    case 'never':
      return 'Unknown: no drift result has ever been recorded for this model.';
    case 'retired':
      return 'Unknown: the model is retired, so its results are not judged any more.';
    case 'too_few_rows':
      return 'Unknown: the newest results stand on fewer than 500 rows a side, or too few for a rate’s interval.';
    case 'no_band':
      return 'Unknown: the newest results have no value, or no band to be held against.';
    case 'silent':
      return saySilence(facts);
    case 'judged':
      return sayVerdict(facts);
  }
}

function saySilence({ lastResult, cadenceDays, silentAfterDays }: HealthFacts): string {
  const last = lastResult === null ? 'no result yet' : `the last result is of ${sayDay(lastResult)}`;
  const due =
    cadenceDays === null
      ? `no rhythm is known, so ${counted(silentAfterDays, 'day')} without one are silence`
      : `results usually come ${cadenceDays === 1 ? 'every day' : `within ${sayQuantity(cadenceDays)} days`}`;
  return `Silent: ${last}; ${due}.`;
}

const LEAD: Partial<Readonly<Record<Health, string>>> = { act: 'Act', watch: 'Watch', ok: 'Ok' };

function sayVerdict({ health, worst, since }: HealthFacts): string {
  const from = since === null ? '' : `, since ${sayDay(since)}`;
  if (health === 'ok' || worst === null) return `Ok: no figure of the newest results reaches its band${from}.`;
  return `${LEAD[health] ?? health}: ${sayFigure(worst)}${from}.`;
}

/** `PSI of age is 0.31`. */
export function sayFigure({
  column,
  metric,
  value,
}: {
  readonly column: string;
  readonly metric: string;
  readonly value: number | null;
}): string {
  const of = column === '' ? ' of the data set' : ` of ${column}`;
  const is = value === null ? 'has no value, and its tool said drift' : `is ${sayFigureValue(value)}`;
  return `${driftMetricSpec(metric).label}${of} ${is}`;
}

/** The same for a line of a table: `PSI of age 0.31`; how a metric is computed is left to its own page. */
export function sayShortFigure({ column, metric, value }: Parameters<typeof sayFigure>[0]): string {
  const of = column === '' ? ' of the data set' : ` of ${column}`;
  const label = driftMetricSpec(metric).label.replace(/ \(.*\)$/, '');
  return `${label}${of}${value === null ? ', drift as its tool says' : ` ${sayFigureValue(value)}`}`;
}

const sayFigureValue = (value: number): string =>
  Number.isFinite(value) ? ownForms().numbers({ maximumSignificantDigits: 3 }).format(value) : 'infinite';
