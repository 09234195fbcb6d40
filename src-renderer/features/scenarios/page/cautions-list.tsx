import { memo, type ReactNode, useMemo } from 'react';
import { type Caution, cautionsOf, withheldBy } from '#domain/scenarios/plan/cautions';
import { knownInputs } from '#domain/scenarios/plan/known-inputs';
import styles from './scenario.module.css';
import type { Scenario } from './scenario-types';
import type { Case } from './use-case';

/** What must be said of the figures that are shown now, also while a slider moves. */
export interface Sentence {
  readonly cautions: readonly Caution[];
  /** What stands in the place of the headline; `null`: the figures may be quoted. */
  readonly withheld: string | null;
  /** Figures that count in an amount that is quoted. */
  readonly digits: number;
}

const NOTHING: Sentence = { cautions: [], withheld: null, digits: 2 };

export function useSaid({ items, currency, preset, result: { noted } }: Scenario, shown: Case | null): Sentence {
  return useMemo(() => {
    if (shown === null) return NOTHING;
    const { inputs, pair } = shown;
    const known = knownInputs(inputs, items, currency, preset);
    const cautions = cautionsOf({ inputs, pair, currency, noted, ...known });
    return { cautions, withheld: withheldBy(cautions), digits: known.digits };
  }, [items, currency, preset, noted, shown]);
}

interface CautionsListProps {
  readonly cautions: readonly { readonly key: string; readonly sentence: string }[];
}

/** One line each, between the figures and what they are made of. */
export const CautionsList = memo(function CautionsList({ cautions }: CautionsListProps): ReactNode {
  if (cautions.length === 0) return null;
  return (
    <ul className={styles.cautions} aria-label="Before you quote a figure">
      {cautions.map(({ key, sentence }) => (
        <li key={key}>
          <span aria-hidden="true">◆ </span>
          {sentence}
        </li>
      ))}
    </ul>
  );
});
