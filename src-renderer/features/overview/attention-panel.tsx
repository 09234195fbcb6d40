import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { StatusMark } from '../../components/ui/status-mark';
import { formatDate } from '../../lib/format';
import { useAsOf } from './as-of';
import styles from './overview.module.css';
import type { Attention, Summary } from './overview-types';
import { buttonWords, sinceWords } from './since';

function Mark({ severity }: { readonly severity: Attention['severity'] }): ReactNode {
  return severity === 'note' ? <StatusMark status="unknown" label="Note" /> : <StatusMark status={severity} />;
}

function AttentionRow({ item, at }: { readonly item: Attention; readonly at: string }): ReactNode {
  const navigate = useNavigate();
  const { label, filter, modelId, assessmentId, incidents, incidentId } = item.action;
  const open = (): void => {
    if (incidentId !== undefined) void navigate({ to: '/incidents/$incidentId', params: { incidentId } });
    else if (assessmentId !== undefined)
      void navigate({ to: '/assessments/$assessmentId/result', params: { assessmentId } });
    else if (modelId !== null) void navigate({ to: '/models/$modelId', params: { modelId } });
    else if (incidents !== undefined) void navigate({ to: '/incidents', search: { filter: incidents } });
    else void navigate({ to: '/portfolio', search: filter === null ? {} : { filter } });
  };
  return (
    <tr>
      <td>
        <Mark severity={item.severity} />
      </td>
      <td className={styles.what}>{item.title}</td>
      <td className={styles.since} title={item.since === null ? undefined : formatDate(item.since)}>
        {sinceWords(item.since, at)}
      </td>
      <td className={styles.muted}>{item.detail}</td>
      <td>
        <Button variant="default" size="compact-sm" onClick={open} aria-label={`${label}: ${item.title}`}>
          {buttonWords(label)}
        </Button>
      </td>
    </tr>
  );
}

/** What to do first, ranked, each with its one action. */
export function AttentionPanel({ summary }: { readonly summary: Summary }): ReactNode {
  const { day } = useAsOf();
  const nothing =
    day === null
      ? 'Nothing does: owners, tiers, frequencies, reviews and monitoring are in order.'
      : 'This list is about now: go back to today to see it.';
  return (
    <Panel title="What needs attention" hint="ranked by severity, tier and number">
      {summary.attention.length === 0 ? (
        <p className={styles.muted}>{nothing}</p>
      ) : (
        <table className={styles.attention}>
          <thead>
            <tr>
              <th scope="col">Mark</th>
              <th scope="col">What</th>
              <th scope="col">Since</th>
              <th scope="col">Why now</th>
              <th scope="col">Action</th>
            </tr>
          </thead>
          <tbody>
            {summary.attention.map((item) => (
              <AttentionRow key={`${item.kind} ${item.title}`} item={item} at={summary.at} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
