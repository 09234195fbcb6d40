import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { minorDigits } from '#domain/base/money';
import { isWithinUnit } from '#domain/base/unit-path';
import { INCIDENT_DIMENSIONS, type IncidentDimension } from '#domain/incidents/vocabulary';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { Panel } from '../../../components/ui/panel';
import { formatFigure, formatNumber, formatPercent } from '../../../lib/format';
import type { Metrics, MetricsGroup } from '../incident-types';
import styles from './meeting.module.css';
import { type MeetingWindow, rowsOfGroup } from './meeting-window';
import { RowsLink } from './rows-link';

/** More groups than this are looked up in the register. */
const SHOWN = 100;

const DIMENSION_LABELS: Readonly<Record<IncidentDimension, string>> = {
  model: 'Model',
  unit: MODEL_FIELDS.unit.label,
  tier: MODEL_FIELDS.tier.label,
  cause: 'Cause',
  month: 'Month',
  severity: 'Severity',
};

interface GroupsProps {
  readonly metrics: Metrics;
  readonly by: IncidentDimension;
  readonly window: MeetingWindow;
  readonly currency: string;
  readonly onBy: (by: IncidentDimension) => void;
}

/** Hours with their n; few are said to be few. */
function Median({ of, enough }: { readonly of: MetricsGroup['recovery']; readonly enough: number }): ReactNode {
  if (of.median === null) return <span className="mf-faint">–</span>;
  return (
    <>
      {formatFigure(of.median)}
      <span className="mf-faint">
        {' '}
        n = {formatNumber(of.n)}
        {of.n < enough ? ', few' : ''}
      </span>
    </>
  );
}

/** A unit's rows include those of its parts: where it has some, the number alone is not those rows. */
const hasParts = (group: MetricsGroup, all: readonly MetricsGroup[]): boolean =>
  all.some(({ key }) => key !== group.key && isWithinUnit(key, group.key));

function Row({ group, metrics, by, window, currency }: Omit<GroupsProps, 'onBy'> & { readonly group: MetricsGroup }) {
  const { changeFailRate: failed, per100ModelMonths: density, personHours, costMinor } = group;
  const { enough } = metrics;
  const rows = rowsOfGroup(window, by, group);
  const parts = by === 'unit' && hasParts(group, metrics.groups);
  return (
    <tr>
      <th scope="row" className={styles.group}>
        <RowsLink filter={rows} title={parts ? `${group.label} with its parts` : group.label}>
          {group.label}
        </RowsLink>
        {parts ? <span className="mf-faint"> itself</span> : null}
      </th>
      <td className="mf-number">{formatNumber(group.opened)}</td>
      <td className="mf-number">
        {group.open === 0 ? (
          '0'
        ) : (
          <RowsLink filter={{ ...rows, open: true }} title={`${group.label}, open`}>
            {formatNumber(group.open)}
          </RowsLink>
        )}
      </td>
      <td className="mf-number">
        <Median of={group.timeToAcknowledge} enough={enough} />
      </td>
      <td className="mf-number">
        <Median of={group.timeToResolve} enough={enough} />
      </td>
      <td className="mf-number">
        {group.timeToResolve.p90 === null ? <span className="mf-faint">–</span> : formatFigure(group.timeToResolve.p90)}
      </td>
      <td className="mf-number">
        {failed.rate === null || failed.low === null || failed.high === null ? (
          <span className="mf-faint">no release</span>
        ) : (
          <>
            {formatPercent(failed.rate, 0)}
            <span className="mf-faint">
              {' '}
              {formatPercent(failed.low, 0)} to {formatPercent(failed.high, 0)}, n = {formatNumber(failed.n)}
            </span>
          </>
        )}
      </td>
      <td className="mf-number">
        {density.rate === null ? <span className="mf-faint">–</span> : formatFigure(density.rate)}
      </td>
      <td className="mf-number">
        {personHours.n === 0 ? <span className="mf-faint">–</span> : formatFigure(personHours.total)}
      </td>
      <td className="mf-number">
        {costMinor.n === 0 ? (
          <span className="mf-faint">–</span>
        ) : (
          formatNumber(costMinor.total / 10 ** minorDigits(currency))
        )}
      </td>
    </tr>
  );
}

/** The same figures for each group; each name opens its rows. */
export function GroupsPanel(props: GroupsProps): ReactNode {
  const { metrics, by, currency, onBy } = props;
  const left = metrics.groups.length - SHOWN;
  const change = (value: string): void => {
    const dimension = INCIDENT_DIMENSIONS.find((known) => known === value);
    if (dimension) onBy(dimension);
  };
  return (
    <Panel
      title="By group"
      hint="– = nobody noted it, or there is none; hours from the opening; a name opens its incidents"
      className={styles.full ?? ''}
      actions={
        <SegmentedControl
          aria-label="Grouped by"
          size="xs"
          value={by}
          data={INCIDENT_DIMENSIONS.map((value) => ({ value, label: DIMENSION_LABELS[value] }))}
          onChange={change}
        />
      }
    >
      <div className={styles.scroll}>
        <table className="mf-table">
          <caption className="mf-hidden">Incidents by {DIMENSION_LABELS[by].toLowerCase()}</caption>
          <thead>
            <tr>
              <th scope="col">{DIMENSION_LABELS[by]}</th>
              <th scope="col" className="mf-number">
                Opened
              </th>
              <th scope="col" className="mf-number">
                Open
              </th>
              <th scope="col" className="mf-number">
                Acknowledged after, median h
              </th>
              <th scope="col" className="mf-number">
                Resolved after, median h
              </th>
              <th scope="col" className="mf-number">
                P90, h
              </th>
              <th scope="col" className="mf-number">
                Change fail rate
              </th>
              <th scope="col" className="mf-number">
                Per 100 model-months
              </th>
              <th scope="col" className="mf-number">
                Person-hours
              </th>
              <th scope="col" className="mf-number">
                Cost, {currency}
              </th>
            </tr>
          </thead>
          <tbody>
            {metrics.groups.slice(0, SHOWN).map((group) => (
              <Row key={group.key} group={group} {...props} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 ? (
        <p className="mf-muted">{formatNumber(left)} more with fewer incidents each; the register filters them.</p>
      ) : null}
      {by === 'cause' || by === 'severity' ? (
        <p className={styles.note}>
          Releases and months in production belong to models, not to a {by}: the rates are set against the whole
          portfolio.
        </p>
      ) : null}
    </Panel>
  );
}
