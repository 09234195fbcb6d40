import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AssessmentHead } from '#contract/assessments';
import { Panel } from '../../../../components/ui/panel';
import { formatDate } from '../../../../lib/format';
import styles from './compare.module.css';
import { byDate, COMPARE_AT_MOST } from './compare-choice';

interface CompareChooserProps {
  readonly heads: readonly AssessmentHead[];
  readonly ids: readonly string[];
  readonly onToggle: (id: string) => void;
}

/** Which assessments are held side by side. */
export function CompareChooser({ heads, ids, onToggle }: CompareChooserProps): ReactNode {
  const full = ids.length >= COMPARE_AT_MOST;
  return (
    <Panel
      title="What is compared"
      hint={`Two to ${COMPARE_AT_MOST} assessments: of one unit over time, or of several units. They stand by date.`}
      className={styles.chooser ?? ''}
    >
      <ul className={styles.choices}>
        {byDate(heads).map(({ id, name, unit, startedAt, status }) => (
          <li key={id}>
            <Checkbox
              size="xs"
              checked={ids.includes(id)}
              disabled={full && !ids.includes(id)}
              onChange={() => onToggle(id)}
              label={`${name}${unit === '' ? '' : `, ${unit}`}, ${formatDate(startedAt)}${status === 'open' ? ', open' : ''}`}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
