import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paybackTime } from '#domain/scenarios/plan/scenario-result';
import { Panel } from '../../components/ui/panel';
import { formatCompactMoney, formatCount, formatNumber, formatPercent } from '../../lib/format';
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
  return payback === 0 ? 'none needed' : paybackTime(payback);
}

function Figures({ investment }: { readonly investment: Investment }): ReactNode {
  const { npv, payback, years, discountRate, currency } = investment;
  return (
    <dl className={styles.figures}>
      <div>
        <dt>NPV, {formatCount(years, 'year')}</dt>
        <dd>{formatCompactMoney(npv, currency)}</dd>
      </div>
      <div>
        <dt>Payback</dt>
        <dd>{paybackText(payback)}</dd>
      </div>
      <div>
        <dt>Discount rate</dt>
        <dd>{formatPercent(discountRate)}</dd>
      </div>
    </dl>
  );
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
  const { name, scenarioId, words, origins, compare, decision } = investment;
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
          <p>
            <Link to="/investment/$scenarioId/options" params={{ scenarioId }} className={styles.decision}>
              {decision.headline}.
            </Link>{' '}
            {decision.sentence}
          </p>
          <p className={styles.muted}>{words}</p>
          <p className={styles.muted}>{originWords(origins)}</p>
        </div>
      </div>
    </Panel>
  );
}
