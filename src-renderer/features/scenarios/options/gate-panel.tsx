import type { ReactNode } from 'react';
import { sayTenthsAlone } from '#domain/scenarios/options/tenths';
import { Panel } from '../../../components/ui/panel';
import { formatRoundMoney } from '../../../lib/format';
import type { OptionColumn } from './option-columns';
import styles from './options.module.css';

/** The staged path: what each step is worth on its own, and what the right to stop before the last one is worth. */
export function GatePanel({
  column,
  currency,
  digits,
}: {
  readonly column: OptionColumn;
  readonly currency: string;
  /** Figures that count in an amount. */
  readonly digits: number;
}): ReactNode {
  const { path } = column;
  if (!path?.gate) return null;
  const money = (value: number): string => formatRoundMoney(value, currency, digits);
  const { gate, stop, withoutReuse } = path;
  const simulated = stop !== null && path.npvSpread !== null;
  const spread = path.npvSpread === null ? 0 : path.npvSpread.p90 - path.npvSpread.p10;
  const worthNaming = stop !== null && stop.optionKnowSome > 0.01 * spread;
  return (
    <Panel
      title={`${column.name}: decide at the gate`}
      hint="Each stage on its own. Going on is judged over the plan, and over as many years after the gate as the plan has."
    >
      <dl className={styles.gate}>
        <dt>Going on, over {gate.years} years</dt>
        <dd>{money(gate.npv)}</dd>
        <dt>Going on, over {gate.yearsAsLong} years</dt>
        <dd>{money(gate.npvAsLong)}</dd>
        {withoutReuse ? (
          <>
            <dt>If nothing of the step before could be kept</dt>
            <dd>{money(withoutReuse.npvVsPrevious)}</dd>
          </>
        ) : null}
        {stop ? (
          <>
            <dt>In how many runs one stops, by what is measured until then</dt>
            <dd>{sayTenthsAlone(stop.stopKnowSome)}</dd>
            <dt>The right to stop is worth</dt>
            <dd>
              {money(stop.optionKnowNothing)} to {money(stop.optionKnowAll)}
            </dd>
          </>
        ) : null}
      </dl>
      {simulated ? (
        <p className="mf-muted">
          The lower end decides today, the upper one as if the gate showed the truth.{' '}
          {worthNaming
            ? `With what the first step will have measured it is ${money(stop.optionKnowSome)}.`
            : 'With what the first step will have measured there is none worth naming.'}{' '}
          It leaves out what stopping costs, and that people who have built like to go on.
        </p>
      ) : null}
    </Panel>
  );
}
