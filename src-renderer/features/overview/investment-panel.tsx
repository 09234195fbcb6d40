import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { sayLimit, sayOtherLimit } from '#domain/scenarios/plan/say-limit';
import { sayFinding, sayTime } from '#domain/scenarios/plan/say-result';
import { runsWords } from '#domain/scenarios/uncertainty/beside-case';
import { DecisionLine } from '../../components/decision/decision-line';
import { Panel } from '../../components/ui/panel';
import {
  formatCompactMoney,
  formatCount,
  formatFigure,
  formatNumber,
  formatPercent,
  formatRoundMoney,
} from '../../lib/format';
import styles from './overview.module.css';
import type { Summary } from './overview-types';

type Investment = NonNullable<Summary['investment']>;

/** How much of the case is still assumed: the figure to distrust first. */
function originWords({ assumption, measured, entered }: Investment['origins']): string {
  const rest = `${formatNumber(measured)} measured here, ${formatNumber(entered)} entered.`;
  return `${formatCount(assumption, 'input')} ${assumption === 1 ? 'is an assumption' : 'are assumptions'}, ${rest}`;
}

function paybackText(payback: number | null): string {
  if (payback === null) return 'not within the plan';
  return payback === 0 ? 'none needed' : sayTime(payback, formatCount);
}

/** A figure that is not to be quoted stands small and as what it is. */
function Figure({
  label,
  value,
  withheld,
}: {
  readonly label: string;
  readonly value: string;
  readonly withheld: boolean;
}): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      {withheld ? <dd className={styles.muted}>as assumed {value}</dd> : <dd>{value}</dd>}
    </div>
  );
}

function Figures({ investment }: { readonly investment: Investment }): ReactNode {
  const { npv, payback, years, discountRate, currency, digits } = investment;
  const withheld = investment.withheld !== null;
  return (
    <dl className={styles.figures}>
      <Figure
        label={`NPV, ${formatCount(years, 'year')}`}
        value={formatRoundMoney(npv, currency, digits)}
        withheld={withheld}
      />
      <Figure label="Payback" value={paybackText(payback)} withheld={withheld} />
      <Figure label="Discount rate" value={formatPercent(discountRate)} withheld={false} />
    </dl>
  );
}

/** The one belief that turns the comparison most easily, and why the options above turn elsewhere. */
function beliefWords({ mustBeTrue: limit, npv, currency, digits, compare, decision, withheld }: Investment): string {
  const pair = parsePair(compare);
  if (pair === null) return '';
  const say = (figure: number): string => (limit?.money ? formatCompactMoney(figure, currency) : formatFigure(figure));
  const other = withheld === null ? sayOtherLimit(decision.cheapest, pair, decision.levels) : '';
  return `${sayLimit(limit, { pair, npv, digits, say })} ${other}`;
}

function findingWords({ compare, npv, payback, years, readings, currency, digits, withheld }: Investment): string {
  if (withheld !== null) return '';
  const pair = parsePair(compare);
  const money = (amount: number): string => formatRoundMoney(amount, currency, digits);
  return pair === null
    ? ''
    : `${sayFinding({ npv, payback, years, readings }, pair, { money, counted: formatCount })}.`;
}

/** `Of the runs: mean €4.4M, median …`: the case never stands without them. */
function ofTheRuns({ runs, currency, digits, withheld }: Investment): string {
  if (runs === null || withheld !== null) return '';
  return `Of the runs: ${runsWords(runs, (amount) => formatRoundMoney(amount, currency, digits))}.`;
}

/** What the chosen scenario says; nothing on a past day, which the scenarios know nothing of. */
export function InvestmentPanel({ summary }: { readonly summary: Summary }): ReactNode {
  const { investment } = summary;
  if (investment === null) {
    return (
      <Panel title="Investment case">
        <p className={styles.muted}>
          No scenario is chosen as the plan. <Link to="/investment">Open the investment case</Link>
        </p>
      </Panel>
    );
  }
  const { name, scenarioId, origins, compare, cautions, decision, withheld } = investment;
  const open = (
    <Link to="/investment/$scenarioId" params={{ scenarioId }}>
      Open the plan
    </Link>
  );
  return (
    <Panel
      title={`The plan: ${name}`}
      hint={compare.replace(/L/gu, 'level ').replace(' vs ', ' against ')}
      actions={open}
    >
      <div className={styles.plan}>
        <Figures investment={investment} />
        <div className={styles.planWords}>
          {withheld === null ? (
            <DecisionLine scenarioId={scenarioId} headline={decision.headline} sentence={decision.sentence} />
          ) : (
            <p>
              <strong>{withheld}.</strong>{' '}
              <Link to="/investment/$scenarioId/options" params={{ scenarioId }}>
                The options as assumed
              </Link>
            </p>
          )}
          <p className={styles.muted}>
            {findingWords(investment)} {ofTheRuns(investment)} {beliefWords(investment)}
          </p>
          {cautions.length > 0 ? (
            <ul className={styles.cautions} aria-label="Before you quote a figure">
              {cautions.map((sentence) => (
                <li key={sentence}>
                  <span aria-hidden="true">◆ </span>
                  {sentence}
                </li>
              ))}
            </ul>
          ) : null}
          <p className={styles.muted}>{originWords(origins)}</p>
        </div>
      </div>
    </Panel>
  );
}
