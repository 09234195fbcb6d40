import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../../client/use-query';
import { Dialog } from '../../../components/ui/dialog';
import { ErrorState, Loading } from '../../../components/ui/states';
import { formatCount, formatDateTime, formatNumber } from '../../../lib/format';
import { CertificateFacts } from './certificate-facts';
import { type Connection, factsOf, lastWords, takenOn, tookWords } from './connection-words';
import styles from './connections.module.css';

type Run = Output<'connections.requests'>['runs'][number];

interface DetailsDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Where a connection stands, and what this computer asked of its host. */
export function DetailsDialog({ connection, onClose }: DetailsDialogProps): ReactNode {
  const { data, error, refetch } = useChannel('connections.requests', { id: connection.id });
  const { trouble, host, origin } = connection;
  const last = lastWords(connection);
  const atPath = factsOf(connection).at === 'path';
  return (
    <Dialog title={`“${connection.label}” in detail`} size={860} onClose={onClose}>
      <dl className={styles.consent}>
        <Line label={atPath ? 'Path' : 'Address'} text={connection.address || origin} />
        <Line label="Last read" text={[last.first, last.second].filter(Boolean).join('; ')} />
        <Line label="In the portfolio" text={takenOn(connection.taken)} />
        {trouble ? <Line label="In the way" text={`${trouble.what}. ${trouble.todo}.`} /> : null}
      </dl>
      {trouble?.certificate ? <CertificateFacts host={host} certificate={trouble.certificate} /> : null}
      <h3 className={styles.heading}>What was asked</h3>
      <p className={styles.note}>
        {atPath
          ? 'It is read on this computer; no host is asked.'
          : 'By this computer, noted on it alone, the last 100 looks. Names and ids in a path are left out (…), and so are contents and secrets.'}
      </p>
      {error && !data ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading rows={4} /> : null}
      {data && !atPath ? <Runs label={connection.label} runs={data.runs} /> : null}
      <div className={styles.ending}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}

const Line = ({ label, text }: { readonly label: string; readonly text: string }): ReactNode => (
  <div>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </div>
);

function Runs({ label, runs }: { readonly label: string; readonly runs: readonly Run[] }): ReactNode {
  if (runs.length === 0) return <p className={styles.note}>Nothing so far.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className={styles.lines} aria-label={`Requests of ${label}`} tabIndex={0}>
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Host</th>
            <th scope="col">Asked for</th>
            <th scope="col">Answers</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two looks may be of one moment, and none is moved
            <tr key={index}>
              <td className={styles.when}>
                {formatDateTime(run.at)}
                <span className={styles.under}>
                  {run.why === 'test' ? 'tested' : 'read'}, {tookWords(run.ms)}
                </span>
              </td>
              <td className={styles.name}>{run.host}</td>
              <td className={styles.says}>
                {formatCount(run.requests, 'request')}
                {run.asked.map(({ what, count }) => (
                  <span className={styles.under} key={what}>
                    {what}
                    {count > 1 ? ` × ${formatNumber(count)}` : ''}
                  </span>
                ))}
              </td>
              <td>{answersOf(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `12 × 200, 1 × 429`, with those that never came. */
export function answersOf({ asked }: Pick<Run, 'asked'>): string {
  const codes = new Map<number, number>();
  for (const { answers } of asked)
    for (const { code, count } of answers) codes.set(code, (codes.get(code) ?? 0) + count);
  return [...codes]
    .sort(([a], [b]) => a - b)
    .map(([code, count]) => `${formatNumber(count)} × ${code === 0 ? 'no answer' : code}`)
    .join(', ');
}
