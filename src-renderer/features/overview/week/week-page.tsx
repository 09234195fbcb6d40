import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { settledDay } from '#domain/base/moving-day';
import { send } from '../../../client/call';
import { useChannel } from '../../../client/use-query';
import { FollowedList } from '../../../components/follow/followed-list';
import { PageHeader } from '../../../components/ui/page-header';
import { ErrorState, Loading } from '../../../components/ui/states';
import { AddressViews } from '../../../components/views/address-views';
import { formatCount } from '../../../lib/format';
import { localDay } from '../../../lib/local-day';
import { utcToday } from '../../../lib/utc-today';
import { readWeekSearch, type WeekSearch } from '../../../lib/week-search';
import { DayField } from '../day-field';
import { TakeAlong } from './take-along';
import styles from './week.module.css';
import { ownersOf, shownGroups, type Week } from './week-rows';
import { WeekTable } from './week-table';

const SHOWN = [
  { value: 'all', label: 'All' },
  { value: 'tier1', label: 'Tier 1' },
  { value: 'new', label: 'New' },
  { value: 'followed', label: 'Followed' },
];

interface FiltersProps {
  readonly week: Week;
  readonly search: WeekSearch;
  readonly onChange: (search: WeekSearch) => void;
}

const without = ({ since, owner, show, view }: WeekSearch, part: keyof WeekSearch): WeekSearch => ({
  ...(view !== undefined && { view }),
  ...(since !== undefined && part !== 'since' && { since }),
  ...(owner !== undefined && part !== 'owner' && { owner }),
  ...(show !== undefined && part !== 'show' && { show }),
});

function Filters({ week, search, onChange }: FiltersProps): ReactNode {
  const owners = ownersOf(week.groups);
  return (
    <div className={styles.filters}>
      <SegmentedControl
        size="xs"
        aria-label="Rows shown"
        data={SHOWN}
        value={search.show ?? 'all'}
        onChange={(value) => {
          const rest = without(search, 'show');
          onChange(value === 'tier1' || value === 'new' || value === 'followed' ? { ...rest, show: value } : rest);
        }}
      />
      <NativeSelect
        aria-label="Owner"
        size="xs"
        value={search.owner ?? ''}
        data={[
          { value: '', label: 'All owners' },
          ...owners.map(({ owner, count }) => ({ value: owner, label: `${owner} (${count})` })),
        ]}
        onChange={(event) => {
          const owner = event.currentTarget.value;
          const rest = without(search, 'owner');
          onChange(owner === '' ? rest : { ...rest, owner });
        }}
      />
    </div>
  );
}

/** Notes the visit once the page has been seen; it is kept beside the portfolio, which does not change by looking. */
function useNoteLook(seen: boolean): void {
  useEffect(() => {
    // A visit that could not be noted is compared with again next time: nothing to tell anybody.
    if (seen) send('overview.looked', {}).catch(() => undefined);
  }, [seen]);
}

/** Five minutes on a Monday: what drifted, fell silent, broke or is overdue, with what came since the last look. */
export function WeekPage(): ReactNode {
  const search = readWeekSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const since = search.since === undefined ? undefined : settledDay(search.since, utcToday());
  const followed = search.show === 'followed';
  const {
    data: week,
    error,
    refetch,
  } = useChannel('overview.monday', {
    ...(since !== undefined && { since: `${since}T00:00:00.000Z` }),
    ...(followed && { followed }),
  });
  const { data: retraining } = useChannel('drift.retraining', {});
  // Who looks at a part has not seen the rest.
  useNoteLook(week !== undefined && since === undefined && !followed);
  const go = (next: WeekSearch): void => void navigate({ to: '/week', search: () => next, replace: true });

  if (error !== null && week === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (week === undefined) return <Loading rows={14} label="Looking for what changed" />;
  const groups = shownGroups(week.groups, search);
  const rows = groups.reduce((sum, { rows: own }) => sum + own.length, 0);
  return (
    <>
      <PageHeader
        headline={week.headline}
        subline={week.subline}
        wideSubline
        actions={
          <>
            <AddressViews page="week" />
            <DayField
              label="Since"
              day={since ?? week.since.slice(0, 10)}
              latest={localDay(new Date())}
              onChange={(day) => go({ ...search, since: day })}
            />
            {since !== undefined && (
              <Button variant="default" size="xs" onClick={() => go(without(search, 'since'))}>
                Since the last look
              </Button>
            )}
            <TakeAlong week={week} groups={groups} owner={search.owner} />
          </>
        }
      />
      <section className="mf-panel" aria-label="What goes on">
        <Filters week={week} search={search} onChange={go} />
        {followed && <FollowedList />}
        {groups.length === 0 ? (
          <p className="mf-muted">{followed ? 'No row.' : 'No row fits what is asked for.'}</p>
        ) : (
          <WeekTable groups={groups} at={week.at} items={retraining?.items ?? []} />
        )}
        <p className="mf-hidden" role="status">
          {formatCount(rows, 'row')}
        </p>
      </section>
    </>
  );
}
