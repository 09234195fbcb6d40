import { memo, type ReactNode } from 'react';
import { type Pair, pairName } from '#domain/scenarios/plan/comparison-flows';
import { pairWords } from './level-words';
import styles from './scenario.module.css';

interface CompareSwitchProps {
  readonly pairs: readonly Pair[];
  /** `L3 vs L1` */
  readonly compare: string;
  readonly onChange: (compare: string) => void;
}

/** Which level is held against which; looking at another pair changes nothing that is kept. */
export const CompareSwitch = memo(function CompareSwitch({ pairs, compare, onChange }: CompareSwitchProps): ReactNode {
  if (pairs.length < 2) return null;
  return (
    <fieldset className={styles.compareSwitch}>
      <legend className="mf-hidden">Levels compared</legend>
      {pairs.map((pair) => (
        <button
          key={pairName(pair)}
          type="button"
          className={styles.comparePair}
          aria-pressed={pairName(pair) === compare}
          title={`Show ${pairWords(pair)}; nothing is kept`}
          onClick={() => onChange(pairName(pair))}
        >
          {pair.b.slice(1)} against {pair.a.slice(1)}
        </button>
      ))}
    </fieldset>
  );
});
