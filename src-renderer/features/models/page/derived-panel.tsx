import type { ReactNode } from 'react';
import { Panel } from '../../../components/ui/panel';
import { formatAboutDays, formatDated } from '../../../lib/format';
import { derivedValues, type Words } from './derived-values';
import styles from './model.module.css';
import type { Model } from './model-types';

const WORDS: Words = {
  date: (at, precision) => formatDated(at, precision),
  days: (days, precision) => formatAboutDays(days, precision),
};

/** Values that follow from what is recorded, each with the rule that gives it. */
export function DerivedPanel({ model }: { readonly model: Model }): ReactNode {
  return (
    <Panel title="Computed from its moves" hint="Never typed; each line says its rule">
      <dl className={styles.derived}>
        {derivedValues(model, WORDS).map(({ label, value, how }) => (
          <div key={label} className={styles.derivedRow}>
            <dt>{label}</dt>
            <dd className={value === '' ? styles.unknown : styles.derivedValue}>
              {value === '' ? 'not known' : value}
            </dd>
            <dd className={styles.howText}>{how}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
