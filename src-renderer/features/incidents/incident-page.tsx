import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { HOUR_MS } from '#domain/base/calendar';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { INCIDENT_STATUS_LABELS, type IncidentStatus } from '#domain/incidents/vocabulary';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { useCommands } from '../../commands/registry';
import { FollowButton } from '../../components/follow/follow-button';
import { IncidentStatusMark, SeverityMark } from '../../components/incidents/incident-marks';
import { IncidentTimeline } from '../../components/incidents/incident-timeline';
import { MoveIncidentDialog } from '../../components/incidents/move-incident-dialog';
import { sayHours } from '../../components/incidents/say-hours';
import { JournalPanel } from '../../components/journal/journal-panel';
import { PageHeader } from '../../components/ui/page-header';
import { Panel } from '../../components/ui/panel';
import { ErrorState, Loading } from '../../components/ui/states';
import { formatCount, formatDateTime } from '../../lib/format';
import { incidentWords } from './change-words';
import { ClockPanel } from './clock-panel';
import { FactsPanel, ModelPanel, MovesPanel, TimesPanel } from './incident-panels';
import type { Incident } from './incident-types';
import styles from './incidents.module.css';
import { LinksPanel, SourcePanel } from './link-panels';
import { MitigationPanel } from './mitigation-panel';
import { PostmortemPanel } from './postmortem-panel';
import { useIncidentSave } from './use-incident-save';

/** What a button says that moves an incident. */
const MOVE_WORDS: Readonly<Record<IncidentStatus, string>> = {
  open: 'Open',
  acknowledged: 'Acknowledge',
  mitigated: 'Mitigated',
  resolved: 'Resolve',
  closed: 'Close',
  reopened: 'Reopen',
};

function sinceWords(incident: Incident): string {
  const opened = `opened ${formatDateTime(incident.openedAt)}`;
  const again = incident.reopenCount === 0 ? '' : `, reopened ${formatCount(incident.reopenCount, 'time')}`;
  if (isUnresolved(incident.status)) {
    const hours = Math.max(0, Date.now() - Date.parse(incident.openedAt)) / HOUR_MS;
    return `${opened}, open for ${sayHours(hours)}${again}`;
  }
  return incident.timeToResolveHours === null
    ? `${opened}, nobody noted when it was resolved${again}`
    : `${opened}, resolved after ${sayHours(incident.timeToResolveHours)}${again}`;
}

function Actions({ incident }: { readonly incident: Incident }): ReactNode {
  const navigate = useNavigate();
  const [to, setTo] = useState<IncidentStatus | null>(null);
  const remove = useCommand('incidents.remove');
  const removeIt = async (): Promise<void> => {
    if ((await remove.run({ ids: [incident.id] })) !== null) await navigate({ to: '/incidents' });
  };
  useCommands([
    ...incident.nextStatuses.map((status) => ({
      id: `incident.move.${status}`,
      label: `Set this incident to ${INCIDENT_STATUS_LABELS[status].toLowerCase()}`,
      group: 'Incidents' as const,
      run: () => setTo(status),
    })),
    { id: 'incident.remove', label: 'Delete this incident', group: 'Incidents', run: () => void removeIt() },
  ]);
  const [first, ...others] = incident.nextStatuses;
  return (
    <>
      <Button variant="default" loading={remove.pending} onClick={() => void removeIt()}>
        Delete
      </Button>
      {others.toReversed().map((status) => (
        <Button key={status} variant="default" onClick={() => setTo(status)}>
          {MOVE_WORDS[status]}
        </Button>
      ))}
      {first === undefined ? null : <Button onClick={() => setTo(first)}>{MOVE_WORDS[first]}</Button>}
      {to === null ? null : <MoveIncidentDialog incident={incident} to={to} onClose={() => setTo(null)} />}
    </>
  );
}

function IncidentView({ incident, currency }: { readonly incident: Incident; readonly currency: string }): ReactNode {
  const edit = useIncidentSave(incident.id);
  const props = { incident, edit, currency };
  const { data: history } = useChannel('incidents.history', { id: incident.id }, { keepPrevious: false });
  return (
    <>
      <p className={styles.back}>
        <Link to="/incidents">Incidents</Link>
        <span className="mf-muted"> / No. {incident.number}</span>
      </p>
      <PageHeader
        headline={incident.title}
        subline={
          <span className={styles.facts}>
            <SeverityMark severity={incident.severity} />
            <IncidentStatusMark status={incident.status} />
            <span>{sinceWords(incident)}</span>
            {incident.modelId === null ? <span>of no known model</span> : null}
          </span>
        }
        actions={
          <>
            <FollowButton kind="incident" id={incident.id} />
            <Actions incident={incident} />
          </>
        }
      />
      {incident.modelId === null ? null : (
        <Panel
          title={`Over the drift of ${incident.modelName}`}
          hint="Higher bars are graver verdicts; a dashed line leads from the alarm before an incident to it"
          className={styles.timeline ?? ''}
        >
          <IncidentTimeline modelId={incident.modelId} modelName={incident.modelName} />
        </Panel>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <FactsPanel {...props} />
          <PostmortemPanel {...props} />
          <JournalPanel changes={history?.changes ?? []} words={incidentWords(currency)} of="incident" />
        </div>
        <div className={styles.column}>
          <ModelPanel {...props} />
          <MitigationPanel {...props} />
          <ClockPanel incident={incident} />
          <TimesPanel {...props} />
          <MovesPanel incident={incident} />
          <LinksPanel {...props} />
          <SourcePanel incident={incident} />
        </div>
      </div>
    </>
  );
}

/** One incident: what, how grave, of which model, its times and moves, and what was learnt. */
export function IncidentPage(): ReactNode {
  const { incidentId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data: incident, error, refetch } = useChannel('incidents.get', { id: incidentId }, { keepPrevious: false });
  const { data: info } = useChannel('portfolio.info', {});
  if (error?.code === 'not_found') {
    return (
      <PageHeader
        headline="This incident is not in the register"
        subline="It may have been deleted, or the link belongs to another portfolio. A deletion can be undone with Undo in the top bar."
        actions={<Button onClick={() => void navigate({ to: '/incidents' })}>Back to the register</Button>}
      />
    );
  }
  if (error !== null && incident === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (incident === undefined || info === undefined) return <Loading rows={14} label="Loading the incident" />;
  // The key drops half-typed drafts of one incident before the next is shown.
  return <IncidentView key={incident.id} incident={incident} currency={info.currency} />;
}
