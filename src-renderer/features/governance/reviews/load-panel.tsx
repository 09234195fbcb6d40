import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { Panel } from '../../../components/ui/panel';
import { formatCount } from '../../../lib/format';
import { monthShort } from './review-words';
import styles from './reviews.module.css';

type Calendar = Output<'reviews.calendar'>;

interface LoadRow {
  readonly key: string;
  readonly who: string;
  readonly total: number;
  readonly overdue: number;
  readonly months: readonly number[];
}

const BY = { reviewer: 'Reviewer', owner: 'Owner' } as const;
type By = keyof typeof BY;

/** A row a person; whoever is beyond the first two hundred stands in one row together, so that the columns add up. */
function rowsBy(by: By, { workload, workloadRest, owners, ownersRest }: Calendar): readonly LoadRow[] {
  const people =
    by === 'reviewer'
      ? workload.map(({ reviewer: name, ...load }) => ({ name, ...load }))
      : owners.map(({ owner: name, ...load }) => ({ name, ...load }));
  const rest = by === 'reviewer' ? workloadRest : ownersRest;
  return [
    ...people.map(({ name, ...load }) => ({ key: `of ${name}`, who: name === '' ? 'Nobody named' : name, ...load })),
    ...(rest === null ? [] : [{ key: 'rest', who: formatCount(rest.people, 'other', 'others'), ...rest }]),
  ];
}

/** How much falls due a month with whom: by who is to review, or by who answers for the model. */
export function LoadPanel({ calendar }: { readonly calendar: Calendar }): ReactNode {
  const [by, setBy] = useState<By>('reviewer');
  return (
    <Panel
      title="How much that is"
      hint="How many each month; first what is overdue"
      className={styles.load ?? ''}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Count by"
          value={by}
          data={Object.entries(BY).map(([value, label]) => ({ value, label: `By ${label.toLowerCase()}` }))}
          onChange={(value) => setBy(value as By)}
        />
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard */}
      <section className={styles.scroll} aria-label="Workload by month" tabIndex={0}>
        <table className="mf-table">
          <caption className="mf-hidden">Reviews by {by} and month</caption>
          <thead>
            <tr>
              <th scope="col">{BY[by]}</th>
              <th scope="col" className="mf-number">
                Overdue
              </th>
              {calendar.months.map(({ month }) => (
                <th key={month} scope="col" className="mf-number" title={month}>
                  {monthShort(month)}
                </th>
              ))}
              <th scope="col" className="mf-number">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {rowsBy(by, calendar).map(({ key, who, overdue, months, total }) => (
              <tr key={key}>
                <th scope="row">{who}</th>
                <td className="mf-number">{overdue === 0 ? '–' : overdue}</td>
                {calendar.months.map(({ month }, at) => (
                  <td key={month} className="mf-number">
                    {months[at] === 0 ? '–' : months[at]}
                  </td>
                ))}
                <td className="mf-number">
                  <strong>{total}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
