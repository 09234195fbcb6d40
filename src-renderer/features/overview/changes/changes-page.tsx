import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addDays } from '#domain/base/calendar';
import { settledDay } from '#domain/base/moving-day';
import { useChannel } from '../../../client/use-query';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { ErrorState, Loading } from '../../../components/ui/states';
import { AddressViews } from '../../../components/views/address-views';
import { type ChangesSearch, readChangesSearch } from '../../../lib/changes-search';
import { utcToday } from '../../../lib/utc-today';
import { DayField } from '../day-field';
import styles from './changes.module.css';
import { FiguresTable } from './figures-table';
import { GroupPanel } from './group-panel';

const MONTH_AGO = '-30d';
/** Beside the figures, so that each column is about as long. */
const BESIDE = ['drifted', 'incidents'] as const;
const COLUMNS = [['came', 'went', 'moved'], ['decided']] as const;

/** Two days side by side: what came, went, moved, drifted and was decided between their ends. */
export function ChangesPage(): ReactNode {
  const search = readChangesSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const today = utcToday();
  const to = settledDay(search.to ?? 'today', today);
  const from = settledDay(search.from ?? MONTH_AGO, today);
  const { view: _view, ...days } = search;
  const { data: changes, error, refetch } = useChannel('overview.changes', days);
  const go = (part: ChangesSearch): void =>
    void navigate({ to: '/changes', search: (before) => ({ ...readChangesSearch(before), ...part }), replace: true });
  const controls = (
    <>
      <AddressViews page="changes" />
      <DayField label="From" day={from} latest={addDays(to, -1)} onChange={(day) => go({ from: day })} />
      <DayField label="to" day={to} latest={today} onChange={(day) => go({ to: day })} />
    </>
  );
  if (error !== null && changes === undefined)
    return (
      <>
        <PageHeader headline="What changed" actions={controls} />
        <ErrorState error={error} retry={() => void refetch()} heading="h2" />
      </>
    );
  if (changes === undefined) return <Loading rows={14} label="Setting both days side by side" />;
  const of = (kinds: readonly string[]): ReactNode =>
    changes.groups
      .filter(({ kind }) => kinds.includes(kind))
      .map((group) => <GroupPanel key={`${group.kind} ${from} ${to}`} group={group} />);
  return (
    <>
      <PageHeader headline={changes.headline} subline={changes.subline} wideSubline actions={controls} />
      <div className={styles.page}>
        <div className={styles.column}>
          <Panel title="Both days" hint="As the overview of each day says them">
            <FiguresTable from={changes.from} to={changes.to} figures={changes.figures} />
          </Panel>
        </div>
        <div className={styles.column}>
          {of(BESIDE)}
          {of(COLUMNS[1])}
        </div>
        <div className={styles.column}>{of(COLUMNS[0])}</div>
      </div>
    </>
  );
}
