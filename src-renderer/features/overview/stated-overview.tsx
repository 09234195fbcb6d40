import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { InvestmentPanel } from './investment-panel';
import { LevelPanel } from './level-panel';
import styles from './overview.module.css';
import type { Summary } from './overview-types';
import { RegisterStated } from './register-stated';

/** A portfolio without a model, of which an assessment was told how large it is: what follows from that, and the ways on. */
export function StatedOverview({
  summary,
  settings,
}: {
  readonly summary: Summary;
  readonly settings: Settings;
}): ReactNode {
  const { held, recommendation, size } = summary;
  return (
    <div className={styles.stated}>
      <LevelPanel
        held={held}
        recommendation={recommendation}
        settings={settings}
        size={size}
        changes={summary.releaseChanges}
      />
      <div className={styles.column}>
        <InvestmentPanel summary={summary} />
        <RegisterStated />
      </div>
    </div>
  );
}
