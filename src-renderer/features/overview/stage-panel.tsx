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
  const unwatched = summary.byStage.deployed;
  return (
    <Panel
      title="Models by stage"
      hint={
        <>
          <CountLink
            filter={summary.inProduction > 0 ? { inProduction: true } : null}
            title="In production"
            className={styles.inline}
          >
            {formatNumber(summary.inProduction)} in production
          </CountLink>
          {unwatched > 0 && <>, {formatNumber(unwatched)} of them not monitored</>}
        </>
      }
    >
      <ul className={roomy ? `${styles.bars} ${styles.spread}` : styles.bars}>
        {stageBars(summary.byStage).map((bar) => (
          <StageRow key={bar.stage} bar={bar} />
        ))}
      </ul>
    </Panel>
  );
}
