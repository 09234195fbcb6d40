import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { formatCount, formatNumber } from '../../lib/format';
import { CountLink } from './count-link';
import { Fill } from './fill';
import { type GroupBar, kindBars, tierBars, unitBars } from './group-bars';
import styles from './overview.module.css';
import type { Summary } from './overview-types';

function TwoTone({ bar }: { readonly bar: GroupBar }): ReactNode {
  return (
    <span className={styles.track} aria-hidden="true">
      <Fill tone="all" share={bar.modelsShare} />
      <Fill tone="accent" share={bar.inProductionShare} />
    </span>
  );
}

function Counts({ bar }: { readonly bar: GroupBar }): ReactNode {
  return (
    <span className={styles.number}>
      <strong>{formatNumber(bar.inProduction)}</strong>
      <span className={styles.muted}>
        <span aria-hidden="true"> / </span>
        <span className="mf-hidden"> in production of </span>
        {formatNumber(bar.models)}
      </span>
    </span>
  );
}

function GroupRow({ bar, className }: { readonly bar: GroupBar; readonly className: string }): ReactNode {
  return (
    <li>
      <CountLink filter={bar.models > 0 ? bar.filter : null} title={bar.label} className={className}>
        <span className={styles.barLabel} title={bar.label}>
          {bar.label}
        </span>
        {className.includes(styles.unit ?? '') ? (
          <>
            <Counts bar={bar} />
            <TwoTone bar={bar} />
          </>
        ) : (
          <>
            <TwoTone bar={bar} />
            <Counts bar={bar} />
          </>
        )}
      </CountLink>
    </li>
  );
}

interface GroupPanelProps {
  readonly summary: Summary;
}

const UNITS_SHOWN = 12;

/** The units that carry most of the production, and what is behind them. */
export function UnitsPanel({ summary }: GroupPanelProps): ReactNode {
  const { bars, moreUnits, moreModels, moreInProduction } = unitBars(summary.byUnit, UNITS_SHOWN);
  return (
    <Panel title="Models by unit" hint="in production / all models">
      <ul className={`${styles.bars} ${styles.spread}`}>
        {bars.map((bar) => (
          <GroupRow key={bar.key} bar={bar} className={`${styles.bar} ${styles.unit}`} />
        ))}
      </ul>
      {moreUnits > 0 && (
        <p className={styles.more}>
          and {formatCount(moreUnits, 'more unit')} with {formatNumber(moreInProduction)} / {formatNumber(moreModels)}
        </p>
      )}
    </Panel>
  );
}

/** How material the portfolio is, and for how much of it nobody has said. */
export function TiersPanel({ summary }: GroupPanelProps): ReactNode {
  return (
    <Panel title="Models by tier" hint="in production / all models">
      <ul className={`${styles.bars} ${styles.spread}`}>
        {tierBars(summary.byTier).map((bar) => (
          <GroupRow key={bar.key} bar={bar} className={`${styles.bar} ${styles.tier}`} />
        ))}
      </ul>
    </Panel>
  );
}

const EVERY_KIND = 9;

/** What sort of thing the models are, and of how many nobody has said. */
export function KindsPanel({ summary }: GroupPanelProps): ReactNode {
  return (
    <Panel title="Models by kind" hint="in production / all models">
      <ul className={`${styles.bars} ${styles.spread}`}>
        {kindBars(summary.byKind, EVERY_KIND).map((bar) => (
          <GroupRow key={bar.key} bar={bar} className={`${styles.bar} ${styles.tier}`} />
        ))}
      </ul>
    </Panel>
  );
}
