import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { useChannel } from '../../client/use-query';
import { PageHeader } from '../../components/ui/page-header';
import { ErrorState, Loading } from '../../components/ui/states';
import { localDay } from '../../lib/local-day';
import { AsOfContext, dayOfSearch, endOfDay, type RowsRequest, useAsOf } from './as-of';
import { AsOfControl } from './as-of-control';
import { AttentionPanel } from './attention-panel';
import { DecisionPanel } from './decision-panel';
import { FirstModels } from './first-models';
import { KindsPanel, TiersPanel, UnitsPanel } from './group-panels';
import { HealthPanel } from './health-panel';
import { IncidentsPanel } from './incidents-panel';
import { InvestmentPanel } from './investment-panel';
import { LevelPanel } from './level-panel';
import styles from './overview.module.css';
import type { Summary } from './overview-types';
import { RowsThenDialog } from './rows-then-dialog';
import { StagePanel } from './stage-panel';
import { StatedOverview } from './stated-overview';
import { Strip } from './strip';
import { WeekOffer } from './week-offer';

/** More units than the strip names are listed below. */
const UNITS_IN_STRIP = 4;

/** What is read aloud: what to do first, how the models are, what is open, which level is needed and held. */
function FirstScreen({ summary }: { readonly summary: Summary }): ReactNode {
  return (
    <div className={styles.first}>
      <AttentionPanel summary={summary} />
      <div className={styles.column}>
        <HealthPanel summary={summary} />
        <IncidentsPanel summary={summary} />
        <DecisionPanel summary={summary} />
      </div>
    </div>
  );
}

function Below({ summary, settings }: { readonly summary: Summary; readonly settings: Settings }): ReactNode {
  const now = useAsOf().day === null;
  const many = summary.byUnit.length > UNITS_IN_STRIP;
  return (
    <div className={styles.below}>
      <LevelPanel
        held={summary.held}
        recommendation={summary.recommendation}
        settings={settings}
        size={summary.size}
        changes={summary.releaseChanges}
      />
      <div className={styles.column}>
        {now && <InvestmentPanel summary={summary} />}
        {many && <UnitsPanel summary={summary} />}
        {!now && <StagePanel summary={summary} roomy />}
        {!now && <TiersPanel summary={summary} />}
        {!now && <KindsPanel summary={summary} />}
      </div>
    </div>
  );
}

/** One page that a CDO can read aloud: how the portfolio stands on a day, and what to do first. */
export function OverviewPage(): ReactNode {
  const search = useSearch({ strict: false });
  const day = dayOfSearch(search);
  const followed = 'followed' in search && search.followed === true;
  const navigate = useNavigate();
  const [rows, setRows] = useState<RowsRequest | null>(null);
  const {
    data: summary,
    error,
    refetch,
  } = useChannel('overview.summary', {
    ...(day !== null && { at: endOfDay(day) }),
    ...(followed && { followed }),
  });
  const { data: settings } = useChannel('settings.get', {});
  const go = (at: string | null, only: boolean): void =>
    void navigate({
      to: '/',
      search: () => ({ ...(at !== null && { at }), ...(only && { followed: true as const }) }),
      replace: true,
    });
  const setDay = (next: string | null): void => go(next, followed);
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
          <FirstModels settings={settings} />
        )}
      </>
    );
  }
  return (
    <AsOfContext.Provider value={{ day, openRows: setRows, followed, showFollowed: (only) => go(day, only) }}>
      <PageHeader
        headline={summary.headline}
        subline={
          <>
            {summary.subline}{' '}
            <Link to="/changes" search={day === null ? {} : { from: day }}>
              {day === null ? 'What changed' : 'What changed since'}
            </Link>
          </>
        }
        wideSubline
        actions={
          <>
            {day === null && <WeekOffer />}
            {control}
          </>
        }
      />
      <FirstScreen summary={summary} />
      {day === null && <Strip summary={summary} />}
      <Below summary={summary} settings={settings} />
      {rows !== null && day !== null && <RowsThenDialog day={day} request={rows} onClose={() => setRows(null)} />}
    </AsOfContext.Provider>
  );
}
