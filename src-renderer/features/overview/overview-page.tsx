import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { useChannel } from '../../client/use-query';
import { PageHeader } from '../../components/ui/page-header';
import { ErrorState, Loading } from '../../components/ui/states';
import { localDay } from '../../lib/local-day';
import { AsOfContext, dayOfSearch, endOfDay, type RowsRequest, useAsOf } from './as-of';
import { AsOfControl } from './as-of-control';
import { AttentionPanel } from './attention-panel';
import { TiersPanel, UnitsPanel } from './group-panels';
import { InvestmentPanel } from './investment-panel';
import { LevelPanel } from './level-panel';
import styles from './overview.module.css';
import type { Summary } from './overview-types';
import { RowsThenDialog } from './rows-then-dialog';
import { SignalsPanel } from './signals-panel';
import { StagePanel } from './stage-panel';
import { StatedOverview } from './stated-overview';
import { WaysIn } from './ways-in';

/** Up to so many units leave room in their column for the tiers. */
const FEW_UNITS = 5;

function Panels({ summary, settings }: { readonly summary: Summary; readonly settings: Settings }): ReactNode {
  const few = summary.byUnit.length <= FEW_UNITS;
  const now = useAsOf().day === null;
  const signals = <SignalsPanel summary={summary} stacked={few} />;
  const tiers = <TiersPanel summary={summary} roomy={few} />;
  return (
    <div className={styles.grid}>
      {!few && <div className={styles.full}>{signals}</div>}
      <div className={`${styles.left} ${styles.column}`}>
        <StagePanel summary={summary} roomy={few} />
        {few ? signals : tiers}
      </div>
      <div className={`${styles.middle} ${styles.column}`}>
        <LevelPanel
          held={summary.held}
          recommendation={summary.recommendation}
          settings={settings}
          size={summary.size}
        />
      </div>
      <div className={`${styles.right} ${styles.column} ${few ? styles.few : ''}`}>
        <UnitsPanel summary={summary} roomy={few} />
        {few && tiers}
      </div>
      {now && (
        <div className={styles.full}>
          <InvestmentPanel summary={summary} />
        </div>
      )}
      <div className={styles.full}>
        <AttentionPanel summary={summary} />
      </div>
    </div>
  );
}

/** One page that a CDO can read aloud: how the portfolio stands on a day, and what to do first. */
export function OverviewPage(): ReactNode {
  const day = dayOfSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [rows, setRows] = useState<RowsRequest | null>(null);
  const { data: summary, error, refetch } = useChannel('overview.summary', day === null ? {} : { at: endOfDay(day) });
  const { data: settings } = useChannel('settings.get', {});
  const setDay = (next: string | null): void =>
    void navigate({ to: '/', search: () => (next === null ? {} : { at: next }), replace: true });
  const control = <AsOfControl day={day} today={localDay(new Date())} onChange={setDay} />;

  if (error !== null && summary === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (summary === undefined || settings === undefined) return <Loading rows={14} label="Computing the overview" />;
  if (summary.models === 0 && day === null) {
    return (
      <>
        <PageHeader headline={summary.headline} subline={summary.subline} />
        {summary.size.basis === 'stated' ? (
          <StatedOverview summary={summary} settings={settings} />
        ) : (
          <WaysIn title="This page will say how the portfolio stands" />
        )}
      </>
    );
  }
  return (
    <AsOfContext.Provider value={{ day, openRows: setRows }}>
      <PageHeader headline={summary.headline} subline={summary.subline} actions={control} />
      <Panels summary={summary} settings={settings} />
      {rows !== null && day !== null && <RowsThenDialog day={day} request={rows} onClose={() => setRows(null)} />}
    </AsOfContext.Provider>
  );
}
