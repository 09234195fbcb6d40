import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../../client/use-query';
import { IncidentStatusMark, SeverityMark } from '../../../components/incidents/incident-marks';
import { IncidentTimeline } from '../../../components/incidents/incident-timeline';
import { sayHours } from '../../../components/incidents/say-hours';
import { Panel } from '../../../components/ui/panel';
import { DateText } from '../../../components/ui/text';
import { WebLink } from '../../../components/ui/web-link';
import { formatCount, formatMoney } from '../../../lib/format';
import { useIncidentReport } from '../../../stores/incident-report';
import styles from './model.module.css';
import type { Model } from './model-types';

type Incidents = Output<'incidents.ofModel'>;

function Figures({ found, currency }: { readonly found: Incidents; readonly currency: string }): ReactNode {
  const { timeToResolve } = found.metrics;
  const { carry, enough } = found;
  return (
    <dl className={styles.derived}>
      <div className={styles.derivedRow}>
        <dt>Opening to resolution</dt>
        <dd className={styles.howText} title="Median; quantiles lie straight between neighbours">
          {timeToResolve.median === null
            ? 'none resolved'
            : `${sayHours(timeToResolve.median)} (median, n = ${timeToResolve.n})`}
          {timeToResolve.n > 0 && timeToResolve.n < enough ? ', too few for a trend' : ''}
        </dd>
      </div>
      <div className={styles.derivedRow}>
        <dt>Cost to carry, last 12 months</dt>
        <dd className={styles.howText}>{carryWords(carry, currency)}</dd>
      </div>
    </dl>
  );
}

/** What is not noted is said, and never counts as 0. */
function carryWords(carry: Incidents['carry'], currency: string): string {
  const run =
    carry.runCostMinor === null ? 'run cost not known' : `${formatMoney(carry.runCostMinor, currency)} to run`;
  if (carry.incidents === 0) return `${run}, no incident`;
  const of = `of ${formatCount(carry.incidents, 'incident')}`;
  const cost =
    carry.incidentCostMinor === null
      ? `cost ${of} not noted`
      : `${carry.incidentCostNoted < carry.incidents ? '≥ ' : ''}${formatMoney(carry.incidentCostMinor, currency)} ${of}, ${carry.incidentCostNoted} noted`;
  const hours = carry.personHours === null ? '' : `, ${formatCount(carry.personHours, 'person-hour')}`;
  return `${run}, ${cost}${hours}`;
}

/** What is open of this model, the latest incidents, and what it costs with them. */
export function IncidentsPanel({ model, currency }: { readonly model: Model; readonly currency: string }): ReactNode {
  const { data: found } = useChannel('incidents.ofModel', { modelId: model.id }, { keepPrevious: false });
  const report = useIncidentReport((state) => state.open);
  const hint =
    found && found.total > 0
      ? `${formatCount(found.open, 'incident')} open of ${formatCount(found.total, 'incident')}`
      : 'What went wrong with this model';
  return (
    <Panel
      title="Incidents"
      hint={hint}
      actions={
        <Button variant="default" size="compact-sm" onClick={() => report({ id: model.id, name: model.name })}>
          Report an incident
        </Button>
      }
    >
      {!found || found.total === 0 ? (
        <p className="mf-muted">No incident has been registered.</p>
      ) : (
        <>
          <ul className={styles.records}>
            {found.last.map((incident) => (
              <li key={incident.id} className={styles.record}>
                <SeverityMark severity={incident.severity} />
                <IncidentStatusMark status={incident.status} />
                <span className={styles.recordEnd}>
                  {incident.source === '' ? null : (
                    <>
                      {incident.source}{' '}
                      <WebLink url={incident.externalUrl} otherwise={incident.externalId}>
                        {incident.externalId || 'ticket'}
                      </WebLink>
                      {', '}
                    </>
                  )}
                  <DateText value={incident.openedAt} />
                </span>
                <Link className={styles.recordNote} to="/incidents/$incidentId" params={{ incidentId: incident.id }}>
                  {incident.title}
                </Link>
              </li>
            ))}
          </ul>
          {found.total > found.last.length ? (
            <p>
              <Link to="/incidents" search={{ filter: { modelId: [model.id] } }}>
                All {formatCount(found.total, 'incident')}
              </Link>
            </p>
          ) : null}
          <IncidentTimeline modelId={model.id} modelName={model.name} />
          <Figures found={found} currency={currency} />
        </>
      )}
    </Panel>
  );
}
