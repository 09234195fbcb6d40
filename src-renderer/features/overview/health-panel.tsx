import type { ReactNode } from 'react';
import { sayWhyNoVerdict } from '#domain/drift/verdict-counts';
import { Panel } from '../../components/ui/panel';
import { StatusMark } from '../../components/ui/status-mark';
import { formatCount, formatNumber } from '../../lib/format';
import { CountLink } from './count-link';
import { healthMarks } from './health-marks';
import type { Summary } from './overview-types';
import { healthCounts, noVerdict } from './signals';
import styles from './signals.module.css';

/** One mark a model, worst first: no result dashed, silence hollow. */
function Marks({ summary }: { readonly summary: Summary }): ReactNode {
  const { groups, each } = healthMarks(healthCounts(summary.byHealth));
  const all = groups.reduce((sum, { marks }) => sum + marks, 0);
  return (
    <div aria-hidden="true" className={styles.marks} data-small={all > 32 || undefined}>
      {groups.map(({ health, marks }) => (
        <span key={health} className={styles.group}>
          {Array.from({ length: marks }, (_, index) => `${health} ${index}`).map((key) => (
            <span key={key} className={styles.mark} data-health={health} />
          ))}
        </span>
      ))}
      {each > 1 && <span className={styles.each}>one mark for up to {formatNumber(each)} models</span>}
    </div>
  );
}

function hintOf(summary: Summary): string {
  const none = noVerdict(summary);
  if (summary.inProduction === 0) return 'Nothing is in production.';
  if (none === 0) return 'All of them have a verdict today.';
  const why = sayWhyNoVerdict(summary, formatNumber);
  return `${formatNumber(none)} ${none === 1 ? 'has' : 'have'} no verdict today: ${why}.`;
}

/** How the models in production are by their drift results, and of how many nobody can say. */
export function HealthPanel({ summary }: { readonly summary: Summary }): ReactNode {
  return (
    <Panel
      className={styles.panel ?? ''}
      title={`Health of the ${formatCount(summary.inProduction, 'model')} in production`}
      hint={hintOf(summary)}
    >
      <Marks summary={summary} />
      <ul className={styles.figures}>
        {healthCounts(summary.byHealth).map(({ health, count }) => (
          <li key={health}>
            <CountLink
              filter={count > 0 ? { health: [health], inProduction: true } : null}
              title={`Health ${health}`}
              className={styles.figure}
            >
              <span className={styles.number} data-none={count === 0 || undefined}>
                {formatNumber(count)}
              </span>
              <StatusMark status={health} {...(health === 'unknown' ? { label: 'No verdict' } : {})} />
            </CountLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
