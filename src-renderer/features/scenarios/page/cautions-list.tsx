import { memo, type ReactNode, useMemo } from 'react';
import { type Caution, cautionsOf } from '#domain/scenarios/plan/cautions';
import { knownInputs } from '#domain/scenarios/plan/known-inputs';
import { formatFormula } from '../../../lib/format';
import styles from './scenario.module.css';
import type { Scenario } from './scenario-types';
import type { Case } from './use-case';

/** What must be said beside the figures that are shown now, also while a slider moves. */
export function useCautions({ items, currency, preset }: Scenario, shown: Case | null): readonly Caution[] {
  return useMemo(() => {
    if (shown === null) return [];
    const { inputs, pair } = shown;
    return cautionsOf({ inputs, pair, currency, ...knownInputs(inputs, items, currency, preset) });
  }, [items, currency, preset, shown]);
}

interface CautionsListProps {
  readonly cautions: readonly Caution[];
}

/** One line each, between the figures and what they are made of. */
export const CautionsList = memo(function CautionsList({ cautions }: CautionsListProps): ReactNode {
  if (cautions.length === 0) return null;
  return (
    <ul className={styles.cautions} aria-label="Before you quote a figure">
      {cautions.map(({ key, sentence }) => (
        <li key={key}>
          <span aria-hidden="true">◆ </span>
          {formatFormula(sentence)}
        </li>
      ))}
    </ul>
  );
});
