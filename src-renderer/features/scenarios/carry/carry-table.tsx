import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { sumOf } from '#domain/scenarios/carry/carry';
import { Panel } from '../../../components/ui/panel';
import { TierMark } from '../../../components/ui/tier-mark';
import { formatCompactMoney, formatCount, formatNumber } from '../../../lib/format';
import styles from './carry.module.css';
import { atLeast, type CarriedModel, type Carry, candidatesOf, priceWords, reasonWords } from './carry-words';

interface CarryTableProps {
  readonly carry: Carry;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly open: (row: CarriedModel) => void;
}

/** More rows than these are one click away. */
const AT_FIRST = 40;

const COLUMNS = ['Run cost', 'Incidents', 'Carry', 'Value', 'Balance'] as const;

interface RowProps extends Omit<CarryTableProps, 'carry' | 'chosen'> {
  readonly row: CarriedModel;
  readonly currency: string;
  readonly chosen: boolean;
  /** Any model has an incident: of this one that there is none says something. */
  readonly registered: boolean;
}

function Row({ row, currency, chosen, registered, toggle, open }: RowProps): ReactNode {
  const { id, name, tier, owner, incidents, unpriced } = row;
  const say = (value: number | null): ReactNode =>
    value === null ? <span className="mf-faint">–</span> : formatCompactMoney(value, currency);
  const why = reasonWords(row, currency);
  const count = formatCount(incidents.length, 'incident');
  return (
    <tr data-chosen={chosen || undefined}>
      <td className={styles.pick}>
        <Checkbox size="xs" checked={chosen} aria-label={`Retire ${name}`} onChange={() => toggle(id)} />
      </td>
      <th scope="row">
        <Link to="/models/$modelId" params={{ modelId: id }} className={styles.name}>
          {name}
        </Link>{' '}
        <TierMark tier={tier} />
        {why === '' ? null : <span className={styles.why}>{why}</span>}
      </th>
      <td className={styles.owner}>{owner === '' ? <span className="mf-faint">–</span> : owner}</td>
      <td className="mf-number">{say(row.runCost)}</td>
      <td className="mf-number">
        {incidents.length === 0 ? (
          <span className="mf-faint">{registered ? 'none' : '–'}</span>
        ) : (
          <span title={unpriced === 0 ? count : `${count}, ${formatNumber(unpriced)} without a price`}>
            {atLeast(row.incidentCost, currency, unpriced)}
          </span>
        )}
      </td>
      <td className="mf-number mf-muted">{row.people === null ? '–' : formatNumber(row.people, 2)}</td>
      <td className="mf-number">
        <button
          type="button"
          className={styles.amount}
          aria-label={`What ${name} costs to carry, how it comes about`}
          onClick={() => open(row)}
        >
          {row.carry === null ? '?' : atLeast(row.carry, currency, unpriced)}
        </button>
      </td>
      <td className="mf-number">{say(row.value)}</td>
      <td className="mf-number" data-loss={row.balance !== null && row.balance < 0 ? true : undefined}>
        {row.balance !== null && unpriced > 0 ? `≤ ${say(row.balance)}` : say(row.balance)}
      </td>
    </tr>
  );
}

/** What is not noted of how many models: each leads to them, marked for an edit in bulk. */
function Missing({ carry }: { readonly carry: Carry }): ReactNode {
  const { withoutRunCost, withoutValue } = sumOf(carry.rows);
  const missing = [
    { field: 'annualRunCostMinor', count: withoutRunCost, words: 'without a run cost' },
    { field: 'annualValueMinor', count: withoutValue, words: 'without a value' },
  ] as const;
  return missing.map(({ field, count, words }) =>
    count === 0 ? null : (
      <Button
        key={field}
        size="compact-xs"
        variant="default"
        renderRoot={(props: object) => (
          <Link {...props} to="/portfolio" search={{ filter: { inProduction: true, missing: [field] }, fill: field }} />
        )}
      >
        {formatNumber(count)} {words}
      </Button>
    ),
  );
}

/** Models in production, candidates first; each amount that is worked out opens to its rows. */
export function CarryTable({ carry, chosen, toggle, open }: CarryTableProps): ReactNode {
  const [all, setAll] = useState(false);
  const { rows, currency } = carry;
  const first = Math.max(AT_FIRST, candidatesOf(carry).length);
  const registered = rows.some(({ incidents }) => incidents.length > 0);
  const shown = all ? rows : rows.slice(0, first);
  return (
    <Panel title="Models in production" hint={priceWords(carry)} actions={<Missing carry={carry} />}>
      <div className={styles.scroll}>
        <table className="mf-table">
          <caption className="mf-hidden">
            What each model costs to carry a year, candidates for retirement first
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="mf-hidden">Retire</span>
              </th>
              <th scope="col">Model</th>
              <th scope="col">Business owner</th>
              {COLUMNS.slice(0, 2).map((head) => (
                <th key={head} scope="col" className="mf-number">
                  {head}
                </th>
              ))}
              <th scope="col" className="mf-number" title="Full-time people, by the plan; not added">
                People
              </th>
              {COLUMNS.slice(2).map((head) => (
                <th key={head} scope="col" className="mf-number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.id} chosen={chosen.has(row.id)} {...{ row, currency, registered, toggle, open }} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length ? (
        <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
          Show all {formatNumber(rows.length)}
        </Button>
      ) : null}
    </Panel>
  );
}
