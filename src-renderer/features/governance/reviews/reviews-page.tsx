import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { call } from '../../../client/call';
import { useFileJob } from '../../../client/use-file-job';
import { useChannel } from '../../../client/use-query';
import { GovernanceTabs } from '../../../components/governance/governance-tabs';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { fileName } from '../../../lib/file-name';
import { formatCount } from '../../../lib/format';
import { localDay } from '../../../lib/local-day';
import { CompleteDialog } from './complete-dialog';
import { LoadPanel } from './load-panel';
import { ReviewRow } from './review-row';
import { type Calendar, headlineOf, monthShort, type Review, sublineOf } from './review-words';
import styles from './reviews.module.css';
import '../../../components/governance/governance-parts.css';

function Months({ months }: Pick<Calendar, 'months'>): ReactNode {
  const most = Math.max(...months.map(({ due }) => due));
  return (
    <>
      <div className={styles.months}>
        {months.map(({ month }) => (
          <span key={month} title={month}>
            {monthShort(month)}
            {month.endsWith('-01') ? ` ’${month.slice(2, 4)}` : ''}
          </span>
        ))}
      </div>
      <div className={styles.months}>
        {months.map(({ month, due }) => (
          <span key={month} data-many={due === most && due > 2 ? 'yes' : 'no'}>
            {due === 0 ? '–' : due}
          </span>
        ))}
      </div>
    </>
  );
}

function SaveCalendar(): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const { running, start } = useFileJob<'calendar'>();
  return (
    <Button
      variant="default"
      loading={running !== null}
      onClick={() =>
        void start({
          kind: 'calendar',
          name: fileName(info?.name ?? '', 'what falls due', localDay(new Date()), 'ics'),
          make: (out, jobId) => call('exports.calendar', { out, jobId }),
          said: ({ rows }) => `${formatCount(rows, 'entry', 'entries')}; `,
        })
      }
    >
      Calendar file
    </Button>
  );
}

/** When which model is reviewed, by whom and why, and how much that is a month. */
export function ReviewsPage(): ReactNode {
  const { data, error, refetch } = useChannel('reviews.calendar', {});
  const [recording, setRecording] = useState<Review | null>(null);
  const [reviewer, setReviewer] = useState('*');
  if (data === undefined) {
    if (error) return <ErrorState error={error} retry={() => void refetch()} />;
    return <Loading rows={12} label="Looking for reviews" />;
  }
  const rows = data.rows.filter((row) => reviewer === '*' || row.reviewer === reviewer);
  return (
    <div>
      <GovernanceTabs />
      <PageHeader headline={headlineOf(data)} subline={sublineOf(data)} actions={<SaveCalendar />} />
      {data.total === 0 ? (
        <EmptyState title="Nothing is due" heading="h2">
          A model with a tier is reviewed at its interval once it is in production; a typed day counts for any model.
        </EmptyState>
      ) : (
        <>
          <Panel
            title="Reviews, by month"
            hint="Blue: an event brought it forward; ring: the regular day. ◆ at a name: that person also built the model or answers for it"
            actions={
              <NativeSelect
                aria-label="Reviewer"
                value={reviewer}
                data={[
                  { value: '*', label: 'Every reviewer' },
                  ...data.workload.map((one) => ({ value: one.reviewer, label: one.reviewer || 'Nobody named' })),
                ]}
                onChange={(event) => setReviewer(event.currentTarget.value)}
              />
            }
          >
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard */}
            <section className={styles.scroll} aria-label="Reviews" tabIndex={0}>
              <table className={`mf-table ${styles.table}`}>
                <caption className="mf-hidden">Reviews that are overdue or due</caption>
                <thead>
                  <tr>
                    <th scope="col">Model</th>
                    <th scope="col" className="mf-number">
                      Tier
                    </th>
                    <th scope="col">Owner</th>
                    <th scope="col">Reviewer</th>
                    <th scope="col" className={styles.lane}>
                      <Months months={data.months} />
                    </th>
                    <th scope="col">
                      <span className="mf-hidden">Record</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <ReviewRow key={row.modelId} review={row} months={data.months} onRecord={() => setRecording(row)} />
                  ))}
                </tbody>
              </table>
            </section>
            {data.total > data.rows.length ? (
              <p className="mf-muted">
                The first {data.rows.length} of {formatCount(data.total, 'review')}; the counts above are of all.
              </p>
            ) : null}
          </Panel>
          <LoadPanel calendar={data} />
        </>
      )}
      {recording === null ? null : <CompleteDialog review={recording} onClose={() => setRecording(null)} />}
    </div>
  );
}
