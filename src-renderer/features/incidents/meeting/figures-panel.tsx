import type { ReactNode } from 'react';
import { sayHours, sayRange } from '../../../components/incidents/say-hours';
import { Panel } from '../../../components/ui/panel';
import { formatCount, formatFigure, formatMoney, formatNumber, formatShare } from '../../../lib/format';
import type { Metrics, MetricsGroup } from '../incident-types';
import styles from './meeting.module.css';
import { type MeetingWindow, rowsOf } from './meeting-window';
import { proportionWords, TREND_WORDS, type TrendName } from './meeting-words';
import { RowsLink } from './rows-link';

interface FiguresProps {
  readonly metrics: Metrics;
  readonly all: MetricsGroup;
  readonly window: MeetingWindow;
  readonly currency: string;
}

interface Duration {
  readonly label: string;
  readonly how: string;
  readonly summary: MetricsGroup['recovery'];
  /** What was left out, and counted beside. */
  readonly beside: ReactNode;
  readonly trend: TrendName | null;
}

function DurationRow({ duration, enough }: { readonly duration: Duration; readonly enough: number }): ReactNode {
  const { label, how, summary, beside, trend } = duration;
  const { median, p90, low, high, n } = summary;
  const few = n < enough;
  return (
    <tr>
      <th scope="row" className={styles.measure}>
        {label}
        <span className={styles.how}>{how}</span>
      </th>
      <td className={`mf-number ${few ? styles.few : ''}`}>{median === null ? '–' : sayHours(median)}</td>
      <td className="mf-number">{low === null || high === null ? '–' : sayRange(low, high)}</td>
      <td className="mf-number">{p90 === null ? '–' : sayHours(p90)}</td>
      <td className="mf-number">
        {formatNumber(n)}
        {few ? <span className="mf-faint"> few</span> : null}
      </td>
      <td>{beside}</td>
      <td>{trend === null ? <span className="mf-faint">no window before</span> : TREND_WORDS[trend]}</td>
    </tr>
  );
}

function durationsOf({ metrics, all, window }: FiguresProps): readonly Duration[] {
  const { trend } = metrics;
  const link = (count: number, words: string, filter: Parameters<typeof rowsOf>[1]): ReactNode =>
    count === 0 ? null : (
      <RowsLink filter={rowsOf(window, filter)} title={words}>
        {formatNumber(count)} {words}
      </RowsLink>
    );
  return [
    {
      label: 'Opening to first acknowledgement',
      how: 'first acknowledgement − opening; never acknowledged ones are counted beside, not as zero',
      summary: all.timeToAcknowledge,
      beside: link(all.timeToAcknowledge.never, 'never acknowledged', { acknowledged: false }),
      trend: trend?.timeToAcknowledge.trend ?? null,
    },
    {
      label: 'Opening to resolution',
      how: 'the resolution that holds − opening; open ones are in the ages below, not dropped',
      summary: all.timeToResolve,
      beside: (
        <>
          {link(all.open, 'open', { open: true })}
          {all.timeToResolve.withoutTime === 0
            ? null
            : `${all.open === 0 ? '' : ', '}${formatNumber(all.timeToResolve.withoutTime)} over, nobody noted when`}
        </>
      ),
      trend: trend?.timeToResolve.trend ?? null,
    },
    {
      label: 'Recovery of a failed release',
      how: 'mitigation, else resolution, − opening; of incidents caused by a change of the model',
      summary: all.recovery,
      beside: link(all.causedByChange.unknown, 'of unknown origin', { causedByChange: ['unknown'] }),
      trend: null,
    },
  ];
}

interface FactProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly how: string;
}

function Fact({ label, value, how }: FactProps): ReactNode {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd className={styles.factValue}>{value}</dd>
      <dd className={styles.how}>{how}</dd>
    </div>
  );
}

const noted = (n: number, opened: number): string => `noted for ${formatNumber(n)} of ${formatNumber(opened)}`;

const rangeOf = ({ low, high }: { readonly low: number | null; readonly high: number | null }): string =>
  low === null || high === null ? '' : ` (${formatFigure(low)} to ${formatFigure(high)})`;

/** All figures of the window: medians with their intervals, never means alone; what was not counted stands beside. */
export function FiguresPanel(props: FiguresProps): ReactNode {
  const { metrics, all, window, currency } = props;
  const { changeFailRate: failed, per100ModelMonths: density, personHours, costMinor } = all;
  const unattributed =
    failed.unattributed === 0 ? '' : `; ${formatCount(failed.unattributed, 'incident')} by a change fit no release`;
  const rows = (words: string): ReactNode => (
    <RowsLink filter={rowsOf(window)} title={`incidents ${window.words}`}>
      {words}
    </RowsLink>
  );
  return (
    <Panel
      title="How long it takes, and how often"
      hint={`Median, its ${formatShare(0.95)} interval and P90 ${window.words}; below n = ${metrics.enough} nothing is called a trend`}
      className={styles.full ?? ''}
    >
      <div className={styles.scroll}>
        <table className={`mf-table ${styles.durations}`}>
          <caption className="mf-hidden">Durations of incidents</caption>
          <thead>
            <tr>
              <th scope="col">Duration</th>
              <th scope="col" className="mf-number">
                Median
              </th>
              <th scope="col" className="mf-number">
                {formatShare(0.95)} interval
              </th>
              <th scope="col" className="mf-number">
                P90
              </th>
              <th scope="col" className="mf-number">
                n
              </th>
              <th scope="col">Counted beside</th>
              <th scope="col">Against the window before</th>
            </tr>
          </thead>
          <tbody>
            {durationsOf(props).map((duration) => (
              <DurationRow key={duration.label} duration={duration} enough={metrics.enough} />
            ))}
          </tbody>
        </table>
      </div>
      <dl className={styles.facts}>
        <Fact
          label="Change fail rate"
          value={
            <RowsLink filter={rowsOf(window, { causedByChange: ['yes'] })} title="caused by a change">
              {proportionWords(failed, 'no release is dated')}
            </RowsLink>
          }
          how={`${formatNumber(failed.failed)} failed of ${formatCount(failed.n, 'release')}; Wilson’s ${formatShare(0.95)} interval${unattributed}`}
        />
        <Fact
          label="Per 100 model-months"
          value={
            density.rate === null
              ? 'no month in production is known'
              : rows(
                  `${formatFigure(density.rate)}${rangeOf(density)}${density.incidents < metrics.enough ? ', few' : ''}`,
                )
          }
          how={`${formatCount(density.incidents, 'incident')} of known models ÷ ${formatFigure(density.modelMonths)} months in production × 100; exact Poisson ${formatShare(0.95)} interval`}
        />
        <Fact
          label="Work"
          value={
            personHours.n === 0 ? 'nobody noted it' : rows(formatCount(Math.round(personHours.total), 'person-hour'))
          }
          how={noted(personHours.n, all.opened)}
        />
        <Fact
          label="Cost"
          value={costMinor.n === 0 ? 'nobody noted it' : rows(formatMoney(costMinor.total, currency))}
          how={noted(costMinor.n, all.opened)}
        />
        <Fact
          label="Reopened"
          value={
            <RowsLink filter={rowsOf(window, { reopened: true })} title="reopened">
              {formatNumber(all.reopened)} of {formatNumber(all.opened)}
            </RowsLink>
          }
          how="at least once; only the resolution that holds counts"
        />
      </dl>
    </Panel>
  );
}
