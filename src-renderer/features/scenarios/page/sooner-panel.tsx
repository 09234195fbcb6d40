import { memo, type ReactNode, useMemo } from 'react';
import { earlierValue } from '#domain/scenarios/plan/earlier-value';
import { Panel } from '../../../components/ui/panel';
import { formatCompactMoney, formatNumber } from '../../../lib/format';
import { NumberEdit } from '../inputs/number-edit';
import { pairWords } from './level-words';
import styles from './scenario.module.css';
import type { Scenario } from './scenario-types';
import type { Case } from './use-case';
import type { DraftEdits } from './use-scenario-draft';

interface SoonerPanelProps {
  readonly scenario: Scenario;
  readonly edits: DraftEdits;
  readonly shown: Case;
}

/** What reaching production sooner is worth: a line of its own, never part of the NPV. */
export const SoonerPanel = memo(function SoonerPanel({ scenario, edits, shown }: SoonerPanelProps): ReactNode {
  const { currency, modelValue } = scenario;
  const { inputs, pair } = shown;
  const earlier = useMemo(
    () => (modelValue === null ? null : earlierValue(inputs, pair, modelValue)),
    [inputs, pair, modelValue],
  );
  const weeks = earlier?.weeksEarlier.reduce((sum, one) => sum + one, 0) ?? 0;
  return (
    <Panel
      title="Reaching production sooner"
      hint="Optional, and never part of the NPV: what the weeks are worth by which models earn earlier"
    >
      <div className={styles.sooner}>
        <NumberEdit
          className={styles.soonerField}
          label={`What a model in production earns, ${currency} a year`}
          unit={`${currency} a year`}
          value={modelValue}
          min={0}
          max={1e12}
          currency={currency}
          onCommit={(value) => void edits.patch({ modelValue: value })}
        />
        {earlier === null ? (
          <p className="mf-muted">Enter what a model earns a year to see what its weeks are worth.</p>
        ) : (
          <p>
            <strong>{formatCompactMoney(earlier.presentValue, currency)}</strong> today’s value:{' '}
            {formatNumber(weeks, 0)} weeks {weeks >= 0 ? 'earlier' : 'later'} in all, {pairWords(pair)}. It would stand
            beside the NPV of {formatCompactMoney(shown.comparison.npv, currency)}.
          </p>
        )}
      </div>
    </Panel>
  );
});
