import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { formatNumber } from '../../lib/format';
import { CountLink } from './count-link';
import { Fill } from './fill';
import styles from './overview.module.css';
import type { Summary } from './overview-types';
import { type StageBar, stageBars } from './stage-bars';

function StageRow({ bar }: { readonly bar: StageBar }): ReactNode {
  return (
    <li>
      <CountLink filter={bar.count > 0 ? { stage: [bar.stage] } : null} title={bar.label} className={styles.bar}>
        <span className={styles.barLabel}>{bar.label}</span>
        <span className={styles.track} aria-hidden="true">
          <Fill tone={bar.tone} share={bar.share} />
        </span>
        <span className={bar.count === 0 ? `${styles.number} ${styles.zero}` : styles.number}>
          {formatNumber(bar.count)}
          {bar.note !== '' && <span className="mf-hidden">, {bar.note}</span>}
        </span>
      </CountLink>
    </li>
  );
}

interface StagePanelProps {
  readonly summary: Summary;
  /** Taller rows, where there is room. */
  readonly roomy: boolean;
}

/** Where the models are in their lives; what runs unwatched stands out. */
export function StagePanel({ summary, roomy }: StagePanelProps): ReactNode {
  const { inProduction, notMonitored, monitoringUnknown } = summary;
  return (
    <Panel
      title="Models by stage"
      hint={
        <>
          <CountLink
            filter={inProduction > 0 ? { inProduction: true } : null}
            title="In production"
            className={styles.inline}
          >
            {formatNumber(inProduction)} in production
          </CountLink>
          {notMonitored > 0 && (
            <>
              ,{' '}
              <CountLink filter={{ monitoring: ['not_monitored'] }} title="Not monitored" className={styles.inline}>
                {formatNumber(notMonitored)} of them not monitored
              </CountLink>
            </>
          )}
          {monitoringUnknown > 0 && (
            <>
              ,{' '}
              <CountLink
                filter={{ monitoring: ['unknown'] }}
                title="Not known whether monitored"
                className={styles.inline}
              >
                {formatNumber(monitoringUnknown)} not known whether monitored
              </CountLink>
            </>
          )}
        </>
      }
    >
      <ul className={roomy ? `${styles.bars} ${styles.spread}` : styles.bars}>
        {stageBars(summary).map((bar) => (
          <StageRow key={bar.stage} bar={bar} />
        ))}
      </ul>
    </Panel>
  );
}
