import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { Input } from '#contract/index';
import { minorDigits } from '#domain/base/money';
import { useChannel } from '../../../client/use-query';
import { Chart } from '../../../components/chart/chart';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { AddressViews } from '../../../components/views/address-views';
import { formatCount } from '../../../lib/format';
import { MEETING_MONTHS, type MeetingSearch } from '../../../lib/incident-search';
import { readView } from '../../../lib/search-parts';
import { useIncidentReport } from '../../../stores/incident-report';
import { IncidentTabs } from '../incident-tabs';
import type { Metrics } from '../incident-types';
import { AgeingPanel } from './ageing-panel';
import { AnnouncedPanel } from './announced-panel';
import { calendarChart } from './charts/calendar-chart';
import { flowChart } from './charts/flow-chart';
import { paretoChart } from './charts/pareto-chart';
import { FiguresPanel } from './figures-panel';
import { GroupsPanel } from './groups-panel';
import styles from './meeting.module.css';
import { type MeetingWindow, meetingWindow, rowsOfGroup } from './meeting-window';
import { meetingHeadline, meetingSubline } from './meeting-words';

type Weight = NonNullable<(Input<'incidents.pareto'> & object)['weight']>;

const MONTH_LABELS = { 1: 'Month', 3: '3 months', 6: '6 months', 12: '12 months', 24: '24 months', 0: 'All' } as const;

interface Shown {
  readonly window: MeetingWindow;
  readonly today: string;
  readonly currency: string;
}

function CausesPanel({ window, currency }: Shown): ReactNode {
  const navigate = useNavigate();
  const [weight, setWeight] = useState<Weight>('count');
  const { from } = window;
  const { data } = useChannel('incidents.pareto', { by: 'cause', weight, ...(from === undefined ? {} : { from }) });
  const content = useMemo(() => {
    if (data === undefined) return null;
    const units = {
      count: { name: 'incidents', per: 1 },
      personHours: { name: 'person-hours', per: 1 },
      costMinor: { name: `cost, ${currency}`, per: 10 ** minorDigits(currency) },
    } as const;
    const none =
      weight === 'count'
        ? 'No incident was opened in this window.'
        : 'Nobody noted it for an incident of this window. Type it in the register or on the page of an incident.';
    return paretoChart(data.bars, units[weight], none);
  }, [data, weight, currency]);
  const open = (index: number): void => {
    const bar = data?.bars.filter(({ value }) => value > 0)[index];
    if (bar) void navigate({ to: '/incidents', search: { filter: rowsOfGroup(window, 'cause', bar) } });
  };
  return (
    <Panel
      title="What causes them"
      hint="The largest first, with the share of what is known; a click opens the incidents"
      className={styles.half ?? ''}
      actions={
        <NativeSelect
          aria-label="Weighed by"
          size="xs"
          value={weight}
          data={[
            { value: 'count', label: 'by number' },
            { value: 'personHours', label: 'by person-hours' },
            { value: 'costMinor', label: 'by cost' },
          ]}
          onChange={({ currentTarget: { value } }) =>
            setWeight((['count', 'personHours', 'costMinor'] as const).find((known) => known === value) ?? 'count')
          }
        />
      }
    >
      {content === null ? null : (
        <Chart title="Incidents by cause" content={content} height={256} onPick={({ dataIndex }) => open(dataIndex)} />
      )}
    </Panel>
  );
}

function FlowPanel({ window, today }: Shown): ReactNode {
  const step = window.months === 1 || window.months === 3 ? 'week' : 'month';
  const { data } = useChannel('incidents.flow', { step, ...(window.from === undefined ? {} : { from: window.from }) });
  const content = useMemo(() => (data ? flowChart(data, step, today) : null), [data, step, today]);
  return (
    <Panel
      title="Opened and closed so far"
      hint="Added up since the first incident; the gap between the lines is what was open"
      className={styles.half ?? ''}
    >
      {content === null ? null : <Chart title="Incidents opened and closed" content={content} height={256} />}
      {data && data.withoutTime > 0 ? (
        <p className={styles.note}>
          {formatCount(data.withoutTime, 'incident')} over, but nobody noted when: in neither line.
        </p>
      ) : null}
    </Panel>
  );
}

function CalendarPanel({ window, today }: Shown): ReactNode {
  const { from } = window;
  const { data } = useChannel('incidents.calendar', from === undefined ? {} : { from });
  const content = useMemo(() => (data ? calendarChart(data.days, from, today) : null), [data, from, today]);
  return (
    <Panel
      title="Calendar"
      hint="One square a day (UTC) on which incidents were opened; the latest weeks that have room, the table has all"
      className={styles.twoThirds ?? ''}
    >
      {content === null ? null : <Chart title="Calendar of incidents" content={content} height={190} />}
    </Panel>
  );
}

function Drift({ window }: Shown): ReactNode {
  const [windows, setWindows] = useState(3);
  const { data } = useChannel('incidents.announced', {
    windows,
    ...(window.from === undefined ? {} : { from: window.from }),
  });
  return data ? <AnnouncedPanel found={data} windows={windows} onWindows={setWindows} /> : null;
}

interface ControlProps {
  readonly search: MeetingSearch;
  readonly onChange: (search: MeetingSearch) => void;
}

function WindowControl({ search, onChange }: ControlProps): ReactNode {
  return (
    <>
      <SegmentedControl
        aria-label="Window"
        value={String(search.months ?? 12)}
        data={MEETING_MONTHS.map((months) => ({ value: String(months), label: MONTH_LABELS[months] }))}
        onChange={(value) => {
          const months = MEETING_MONTHS.find((known) => String(known) === value);
          if (months !== undefined) onChange({ ...search, months });
        }}
      />
      <Button variant="default" onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
}

/** Everything under the headline, for a window in which something was opened. */
function Panels(props: Shown & { readonly metrics: Metrics; readonly grouped: Metrics } & ControlProps): ReactNode {
  const { metrics, grouped, search, onChange, ...shown } = props;
  const { data: ageing } = useChannel('incidents.ageing', {});
  const [all] = metrics.groups;
  if (all === undefined || ageing === undefined) return null;
  return (
    <div className={styles.grid}>
      <FiguresPanel metrics={metrics} all={all} window={shown.window} currency={shown.currency} />
      <FlowPanel {...shown} />
      <CausesPanel {...shown} />
      <GroupsPanel
        metrics={grouped}
        by={search.by ?? 'cause'}
        window={shown.window}
        currency={shown.currency}
        onBy={(by) => onChange({ ...search, by })}
      />
      <AgeingPanel ageing={ageing} now={Date.parse(metrics.to)} />
      <CalendarPanel {...shown} />
      <Drift {...shown} />
    </div>
  );
}

/** One page from which the monthly meeting can be held. */
export function MeetingPage(): ReactNode {
  const search = useSearch({ from: '/incidents/meeting' });
  const navigate = useNavigate();
  const report = useIncidentReport((state) => state.open);
  const today = new Date().toISOString().slice(0, 10);
  const shown = useMemo(() => meetingWindow(search.months ?? 12, today), [search.months, today]);
  const given = shown.from === undefined ? {} : { from: shown.from };
  const { data: metrics, error, refetch } = useChannel('incidents.metrics', given);
  const { data: grouped } = useChannel('incidents.metrics', { ...given, by: search.by ?? 'cause' });
  const { data: ageing } = useChannel('incidents.ageing', {});
  const { data: facets } = useChannel('incidents.facets', {});
  const { data: info } = useChannel('portfolio.info', {});
  const change = (next: MeetingSearch): void =>
    void navigate({ to: '/incidents/meeting', search: { ...readView(search), ...next }, replace: true });

  if (error !== null && metrics === undefined)
    return <ErrorState error={error} title="The figures could not be read" retry={() => void refetch()} />;
  const all = metrics?.groups[0];
  if (!metrics || !all || !grouped || !ageing || !facets || !info)
    return <Loading rows={14} label="Computing the figures" />;
  if (facets.total === 0) {
    return (
      <EmptyState
        title="No incident has been registered"
        action={{ label: 'Report an incident', run: () => report() }}
        other={{ label: 'Import a log', run: () => void navigate({ to: '/import' }) }}
      >
        That none is known does not mean that there was none. This page will say how many there were, how long they
        took, what caused them, and whether drift announced them.
      </EmptyState>
    );
  }
  return (
    <>
      <IncidentTabs>
        <AddressViews page="meeting" />
      </IncidentTabs>
      <PageHeader
        headline={meetingHeadline(all, ageing, shown, metrics.enough)}
        subline={meetingSubline(metrics)}
        actions={<WindowControl search={search} onChange={change} />}
      />
      {all.opened === 0 ? (
        <EmptyState
          title="Nothing was opened in this window"
          heading="h2"
          action={{ label: 'Show all', run: () => change({ ...search, months: 0 }) }}
        >
          {formatCount(facets.total, 'incident')} of other times {facets.total === 1 ? 'is' : 'are'} in the register.
        </EmptyState>
      ) : (
        <Panels
          window={shown}
          today={today}
          currency={info.currency}
          metrics={metrics}
          grouped={grouped}
          search={search}
          onChange={change}
        />
      )}
    </>
  );
}
