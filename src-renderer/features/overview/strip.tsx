import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { formatCount, formatNumber } from '../../lib/format';
import { CountLink } from './count-link';
import { Fill } from './fill';
import { type GroupBar, kindBars, tierBars, unitBars } from './group-bars';
import type { Summary } from './overview-types';
import { stageBars } from './stage-bars';
import styles from './strip.module.css';

/** Where the models are in their lives, as columns; what runs unwatched stands out. */
function Stages({ summary }: { readonly summary: Summary }): ReactNode {
  const { models, notMonitored, monitoringUnknown } = summary;
  const said = [
    formatCount(models, 'model'),
    ...(notMonitored > 0 ? [`${formatNumber(notMonitored)} in production not monitored`] : []),
    ...(monitoringUnknown > 0 ? [`of ${formatNumber(monitoringUnknown)} not known whether monitored`] : []),
  ].join(', ');
  return (
    <Panel title="By stage" hint={said} className={styles.panel ?? ''}>
      <ul className={styles.stages}>
        {stageBars(summary).map((bar) => (
          <li key={bar.stage}>
            <CountLink
              filter={bar.count > 0 ? { stage: [bar.stage] } : null}
              title={bar.label}
              className={styles.stage}
            >
              <span className={styles.room} aria-hidden="true">
                <span className={styles.column} data-tone={bar.tone} style={{ height: `${bar.share * 100}%` }} />
              </span>
              <span className={styles.count}>
                {formatNumber(bar.count)}
                {bar.note !== '' && <span className="mf-hidden">, {bar.note}</span>}
              </span>
              <span className={styles.label}>{bar.stage === 'data_preparation' ? 'Data prep.' : bar.label}</span>
            </CountLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Group({ bar }: { readonly bar: GroupBar }): ReactNode {
  return (
    <li>
      <CountLink filter={bar.models > 0 ? bar.filter : null} title={bar.label} className={styles.group}>
        <span className={styles.groupLabel} title={bar.label}>
          {bar.label}
        </span>
        <span className={styles.track} aria-hidden="true">
          <Fill tone="all" share={bar.modelsShare} />
          <Fill tone="accent" share={bar.inProductionShare} />
        </span>
        <span className={styles.number}>
          <strong>{formatNumber(bar.inProduction)}</strong>
          <span className={styles.of}>
            <span aria-hidden="true"> / </span>
            <span className="mf-hidden"> in production of </span>
            {formatNumber(bar.models)}
          </span>
        </span>
      </CountLink>
    </li>
  );
}

/** As many as the tiers have lines; where there are more, the last line says how many. */
const UNITS = 3;
/** As many as the tiers have. */
const LINES = 4;

function Units({ summary }: { readonly summary: Summary }): ReactNode {
  const { bars, moreUnits, moreModels, moreInProduction } = unitBars(summary.byUnit, UNITS);
  return (
    <Panel title="By unit" hint="in production / all" className={styles.panel ?? ''}>
      <ul className={styles.groups}>
        {bars.map((bar) => (
          <Group key={bar.key} bar={bar} />
        ))}
        {moreUnits > 0 && (
          <li className={styles.group}>
            <span className={styles.groupLabel}>{formatCount(moreUnits, 'other')}</span>
            <span />
            <span className={styles.number}>
              <strong>{formatNumber(moreInProduction)}</strong>
              <span className={styles.of}> / {formatNumber(moreModels)}</span>
            </span>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function Kinds({ summary }: { readonly summary: Summary }): ReactNode {
  return (
    <Panel title="By kind" hint="in production / all" className={styles.panel ?? ''}>
      <ul className={styles.groups}>
        {kindBars(summary.byKind, LINES).map((bar) => (
          <Group key={bar.key} bar={bar} />
        ))}
      </ul>
    </Panel>
  );
}

/** Stages, tiers, kinds and units in small: what the first screen has room for besides what matters. */
export function Strip({ summary }: { readonly summary: Summary }): ReactNode {
  return (
    <div className={styles.strip}>
      <Stages summary={summary} />
      <Panel title="By tier" hint="in production / all" className={styles.panel ?? ''}>
        <ul className={styles.groups}>
          {tierBars(summary.byTier).map((bar) => (
            <Group key={bar.key} bar={bar} />
          ))}
        </ul>
      </Panel>
      <Kinds summary={summary} />
      <Units summary={summary} />
    </div>
  );
}
