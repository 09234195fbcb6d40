import { memo, type ReactNode, useMemo } from 'react';
import { npv, npvMid } from '#domain/scenarios/finance/cash-flow';
import { comparisonFlows } from '#domain/scenarios/plan/comparison-flows';
import { followIncidentHours } from '#domain/scenarios/plan/incident-follow';
import { validateInputs } from '#domain/scenarios/plan/validate-inputs';
import { levelYears } from '#domain/scenarios/plan/yearly-cost';
import { formatRoundMoney } from '../../../lib/format';
import styles from './scenario.module.css';
import type { Case } from './use-case';
import { WHAT_IFS, type WhatIf, withWhatIfs } from './what-if';

interface WhatIfBarProps {
  readonly shown: Case;
  readonly currency: string;
  readonly digits: number;
  readonly midYear: boolean;
  readonly on: ReadonlySet<string>;
  readonly setOn: (on: ReadonlySet<string>) => void;
}

/** The NPV with these questions on; `null` where the inputs are not possible. */
export function npvWith({ asIs, hours, pair }: Case, on: ReadonlySet<string>, midYear: boolean): number | null {
  const asked = followIncidentHours(asIs, withWhatIfs(asIs, on), hours);
  if (validateInputs(asked).length > 0) return null;
  const flows = comparisonFlows(asked, levelYears(asked, [pair.a, pair.b]), pair.a, pair.b);
  return midYear ? npvMid(asked.discountRate, flows) : npv(asked.discountRate, flows);
}

/**
 * A CFO's questions: each button says what the NPV is with it and with those that are on, before it is pressed, and shows the
 * whole case when it is.
 */
export const WhatIfBar = memo(function WhatIfBar(props: WhatIfBarProps): ReactNode {
  const { shown, currency, digits, midYear, on, setOn } = props;
  const answers = useMemo(
    () => WHAT_IFS.map((whatIf) => [whatIf, npvWith(shown, new Set([...on, whatIf.id]), midYear)] as const),
    [shown, on, midYear],
  );
  const toggle = ({ id }: WhatIf): void => {
    const next = new Set(on);
    if (!next.delete(id)) next.add(id);
    setOn(next);
  };
  return (
    <fieldset className={styles.whatIfs}>
      <legend className={styles.whatIfsLabel}>What if</legend>
      {answers.map(([whatIf, value]) => (
        <button
          key={whatIf.id}
          type="button"
          className={styles.whatIf}
          aria-pressed={on.has(whatIf.id)}
          title={whatIf.explains}
          onClick={() => toggle(whatIf)}
        >
          {whatIf.label}{' '}
          <span className={styles.whatIfValue}>
            {value === null ? 'not possible' : formatRoundMoney(value, currency, digits)}
          </span>
        </button>
      ))}
    </fieldset>
  );
});
