import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { sayMonth } from '#domain/base/calendar';
import { explainYear } from '#domain/scenarios/explain/explain';
import { explainComparison } from '#domain/scenarios/explain/explain-comparison';
import { explainPeak } from '#domain/scenarios/explain/explain-peak';
import { discounted } from '#domain/scenarios/finance/cash-flow';
import { PEOPLE_FIRST } from '#domain/scenarios/options/people-answered';
import { type HouseYears, plannedByHouseYears, planYearName } from '#domain/scenarios/options/plan-axis';
import { sayTenths } from '#domain/scenarios/options/tenths';
import { breakEvens } from '#domain/scenarios/plan/project';
import { formatFigure, formatMajor, formatNumber } from '../../../lib/format';
import { periodWords } from '../charts/time-axis';
import type { InputEditing } from '../inputs/input-editing';
import { OriginChip } from '../inputs/origin-chip';
import { levelName, pairWords } from '../page/level-words';
import styles from '../page/scenario.module.css';
import type { Case } from '../page/use-case';
import { type UncertaintyStore, useUncertain } from '../uncertainty/use-uncertainty';
import { ExplainLevel } from './explain-level';
import { ExplainPeriod } from './explain-period';
import { ExplainRows } from './explain-rows';
import type { Explained } from './explained';

interface ExplainDialogProps {
  readonly what: Explained;
  readonly shown: Case;
  readonly uncertainty: UncertaintyStore;
  readonly currency: string;
  readonly editing: InputEditing;
  /** No share of runs is given: nobody has said how many people today's way takes. */
  readonly peopleOpen: boolean;
  readonly open: (what: Explained | null) => void;
}

const TITLES: Readonly<Record<string, string>> = {
  npv: 'Net present value',
  npvMid: 'Net present value, mid-year',
  irr: 'Internal rate of return',
  peakFunding: 'Peak funding',
  payback: 'Payback',
  roi: 'Return on investment',
  breakEvenNpv: 'Breaks even from so many models',
  chance: 'How sure is it',
};

const SUM_WORDS = { cumulative: 'all years', pvCost: 'present value of its cost' } as const;

/** A year of the axis that is one of the plan opens as that year, without its months. */
function opened(what: Explained, { house, onAxis }: Case): Explained {
  if (what.kind !== 'period') return what;
  const period = onAxis().axis[what.at];
  const whole = period !== undefined && period.from % 12 === 0 && period.to - period.from === 12;
  if (!whole || (house.startDate !== null && !plannedByHouseYears(house))) return what;
  return { kind: 'year', level: what.level, year: period.from / 12 + 1 };
}

function titleOf(what: Explained, { house, onAxis }: Case): string {
  if (what.kind === 'year') return `${levelName(what.level)} in ${planYearName(what.year, house)}`;
  if (what.kind === 'period') {
    const period = onAxis().axis[what.at];
    return `${levelName(what.level)} in ${period ? periodWords(period, house) : 'this year'}`;
  }
  if (what.kind === 'level') return `${levelName(what.level)}, ${SUM_WORDS[what.sum]}`;
  return what.kind === 'rows' ? what.measured.label : (TITLES[what.id] ?? 'How it comes about');
}

const startOf = ({ startDate }: HouseYears): string => (startDate === null ? 'now' : `start, ${sayMonth(startDate)}`);

/** The flows that every figure is made of; each year's costs open further. */
function Flows({ shown, currency, open }: Pick<ExplainDialogProps, 'shown' | 'currency' | 'open'>): ReactNode {
  const { comparison, pair, projection, inputs, house } = shown;
  const present = discounted(inputs.discountRate, comparison.flows);
  const costOf = (level: typeof pair.a, year: number): number =>
    (year === 0 ? projection.levels[level]?.investment : projection.levels[level]?.yearCost[year - 1]) ?? 0;
  const cost = (level: typeof pair.a, year: number): ReactNode =>
    year === 0 ? (
      formatNumber(costOf(level, 0))
    ) : (
      <button type="button" className={styles.amount} onClick={() => open({ kind: 'year', level, year })}>
        {formatNumber(costOf(level, year))}
      </button>
    );
  return (
    <table className="mf-table">
      <caption className={styles.tableCaption}>
        The flows: {pairWords(pair)}, {currency}, by years of the plan. Each year’s cost opens.
      </caption>
      <thead>
        <tr>
          {['year', levelName(pair.a), levelName(pair.b), 'saved', 'discounted'].map((head, at) => (
            <th key={head} scope="col" className={at === 0 ? undefined : 'mf-number'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparison.flows.map((flow, year) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
          <tr key={year}>
            <td>{year === 0 ? startOf(house) : house.startDate === null ? year : planYearName(year, house)}</td>
            <td className="mf-number">{cost(pair.a, year)}</td>
            <td className="mf-number">{cost(pair.b, year)}</td>
            <td className="mf-number">{formatNumber(flow)}</td>
            <td className="mf-number">{formatNumber(present[year] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Chance({
  uncertainty,
  currency,
  peopleOpen,
}: Pick<ExplainDialogProps, 'uncertainty' | 'currency' | 'peopleOpen'>): ReactNode {
  const { result } = useUncertain(uncertainty);
  if (result === null) return <p>The simulation is not done yet.</p>;
  const share = peopleOpen ? PEOPLE_FIRST : sayTenths(result.probabilityPositive);
  const money = (value: number): string => formatMajor(value, currency);
  return (
    <>
      <p>
        The NPV is above 0 in: {share}. {formatNumber(result.runs)} runs, seed {result.seed}: every input with a range
        is drawn from it at once, the correlated ones together, and the case is worked out anew each time.
      </p>
      <table className="mf-table">
        <tbody>
          {(
            [
              ['P5', result.p05],
              ['P10', result.p10],
              ['P50, the middle run', result.p50],
              ['Mean', result.mean],
              ['P90', result.p90],
              ['P95', result.p95],
            ] as const
          ).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="mf-number">{money(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.leavesOut}>
        The middle run is not the NPV over the charts: that one takes every input at its most likely value, and ranges
        that reach further up than down pull the runs with them.
      </p>
      <p className={styles.leavesOut}>
        It leaves out that the model itself may be wrong: that deployments do not get quicker, that a platform is not
        used, that ranges are too narrow, that the plan for the portfolio does not come true. Read it as how the case
        bears the doubt that was put in, not as a forecast.
      </p>
    </>
  );
}

function Year({
  what,
  shown,
  currency,
  editing,
}: ExplainDialogProps & { readonly what: Extract<Explained, { kind: 'year' }> }): ReactNode {
  const explained = explainYear(shown.inputs, what.level, what.year);
  const { portfolio } = explained;
  return (
    <>
      <p className="mf-muted">
        {formatNumber(portfolio.living, 1)} living models, {formatNumber(portfolio.newModels, 1)} new,{' '}
        {formatNumber(portfolio.deployedBefore, 1)} deployed before. The lines add up to{' '}
        {formatMajor(explained.total, currency)}.
      </p>
      <ol className={styles.lines}>
        {explained.lines.map(({ words, numbers, value, used }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two cost lines may read alike
          <li key={index} className={styles.line}>
            <span className={styles.lineWords}>{words}</span>
            <strong className={styles.lineValue}>{formatNumber(value)}</strong>
            <span className={styles.lineNumbers}>{numbers}</span>
            <ul className={styles.used} aria-label="From these inputs">
              {used.map((input) => {
                const { shape, origin, value: own } = editing.at(input.path);
                return (
                  <li key={input.path}>
                    {input.label} {shape ? shape.say(input.value) : formatFigure(input.value)}{' '}
                    {own === input.value ? (
                      <OriginChip origin={origin} />
                    ) : (
                      <span className={styles.asked}>what if</span>
                    )}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function Body(props: ExplainDialogProps): ReactNode {
  const { shown, currency, open } = props;
  const what = opened(props.what, shown);
  if (what.kind === 'year') return <Year {...props} what={what} />;
  if (what.kind === 'period') return <ExplainPeriod level={what.level} at={what.at} {...{ shown, currency, open }} />;
  if (what.kind === 'level') return <ExplainLevel what={what} shown={shown} open={open} />;
  if (what.kind === 'rows') return <ExplainRows measured={what.measured} />;
  if (what.id === 'chance') return <Chance {...props} />;
  const figures =
    what.id === 'peakFunding'
      ? [{ key: what.id, ...explainPeak(shown.inputs, shown.pair) }]
      : explainComparison({ ...shown.comparison, ...breakEvens(shown.inputs)(shown.pair) }, shown.inputs, shown.pair);
  const kin: Readonly<Record<string, readonly string[]>> = {
    irr: ['irr', 'mirr'],
    payback: ['payback', 'discountedPayback'],
    roi: ['roi', 'roiPresentValue'],
    breakEvenNpv: ['breakEvenNpv', 'breakEvenSteady'],
  };
  const keys = kin[what.id] ?? [what.id];
  return (
    <>
      {figures
        .filter(({ key }) => keys.includes(key))
        .map(({ key, words, numbers }) => (
          <div key={key} className={styles.formula}>
            <p>
              <strong>{words}</strong>
            </p>
            {numbers.split('; ').map((line) => (
              <p key={line} className={styles.lineNumbers}>
                {line}
              </p>
            ))}
          </div>
        ))}
      <Flows shown={shown} currency={currency} open={open} />
    </>
  );
}

/** Where a number comes from: its formula, the numbers put in, and the inputs or rows behind them. */
export function ExplainDialog(props: ExplainDialogProps): ReactNode {
  return (
    <Modal
      opened
      onClose={() => props.open(null)}
      size={820}
      title={titleOf(opened(props.what, props.shown), props.shown)}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Body {...props} />
    </Modal>
  );
}
