import { Select } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { baselineOf } from '#domain/scenarios/options/option-figures';
import { OFFERED_DIP } from '#domain/scenarios/options/views';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { ErrorState, Loading } from '../../../components/ui/states';
import type { OptionsSearch } from '../../../lib/options-search';
import { AskNumber } from '../options/ask-number';
import { riskOf } from '../options/asked';
import styles from '../options/options.module.css';
import type { SearchChange } from '../options/options-view';
import { levelName } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import { RiskFields } from './risk-fields';
import {
  chosenPaths,
  dipWords,
  type PathChoice,
  pairChoices,
  pairLabel,
  pathChoices,
  returnRows,
  teiNote,
  teiRows,
  twoWayRows,
  type Views,
  viewsQuestion,
} from './view-words';

interface ViewsPanelProps {
  readonly scenario: Scenario;
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
}

function Returns({ views }: { readonly views: Views }): ReactNode {
  return (
    <table className={`mf-table ${styles.grid}`}>
      <caption className={styles.tableTitle}>Three figures that are called ROI</caption>
      <tbody>
        {returnRows(views).map(({ label, means, text }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              <span className={styles.note}>{means}</span>
            </th>
            <td className="mf-number">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tei({
  views,
  currency,
  digits,
  search,
  set,
}: {
  readonly views: Views;
  readonly currency: string;
  readonly digits: number;
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
}): ReactNode {
  return (
    <div>
      <table className={`mf-table ${styles.grid}`}>
        <caption className={styles.tableTitle}>Adjusted for risk, as TEI does</caption>
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col" className="mf-number">
              as estimated
            </th>
            <th scope="col" className="mf-number">
              adjusted
            </th>
          </tr>
        </thead>
        <tbody>
          {teiRows(views, currency, digits).map(({ label, plain, adjusted }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="mf-number">{plain}</td>
              <td className="mf-number">{adjusted}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.fine}>{teiNote(views, riskOf(search))}</p>
      <RiskFields search={search} set={set} />
    </div>
  );
}

function TwoWay({
  table,
  choices,
  currency,
  digits,
  set,
}: {
  readonly table: NonNullable<Views['twoWay']>;
  readonly choices: readonly PathChoice[];
  readonly currency: string;
  readonly digits: number;
  readonly set: (change: SearchChange) => void;
}): ReactNode {
  const { heads, rows } = twoWayRows(table, currency, digits);
  const data = choices.map(({ path, label }) => ({ value: path, label }));
  return (
    <div>
      <div className={styles.controls}>
        {(['y', 'x'] as const).map((axis) => (
          <Select
            key={axis}
            className={styles.wideControl ?? ''}
            size="xs"
            label={axis === 'y' ? 'Two inputs at once: down' : 'across'}
            data={data}
            searchable
            value={axis === 'y' ? table.pathY : table.pathX}
            allowDeselect={false}
            onChange={(value) => value !== null && set({ [axis]: value })}
          />
        ))}
      </div>
      <div className={styles.scroll}>
        <table className={`mf-table ${styles.grid}`}>
          <caption className="mf-hidden">NPV for two inputs at once; below each, the level that costs least</caption>
          <thead>
            <tr>
              <th scope="col" className="mf-muted">
                NPV; below, what costs least
              </th>
              {heads.map(({ text, here }) => (
                <th key={text} scope="col" className={here ? `mf-number ${styles.best}` : 'mf-number'}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ head, here, cells }) => (
              <tr key={head}>
                <th scope="row" className={here ? styles.best : undefined}>
                  {head}
                </th>
                {cells.map((cell, at) => (
                  <td
                    key={heads[at]?.text}
                    className={cell.here ? `mf-number ${styles.here}` : 'mf-number'}
                    aria-current={cell.here || undefined}
                  >
                    {cell.text}
                    <span className={styles.note}>
                      <span className={styles.mark} data-level={cell.cheapest} aria-hidden />
                      {levelName(cell.cheapest).toLowerCase()}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.fine}>
        Framed: the plan as it stands. Ticks are the ends between which nine of ten draws lie, the plan’s value, and
        midway; everything else is as planned.
      </p>
    </div>
  );
}

function Opened({ scenario, search, set }: ViewsPanelProps): ReactNode {
  const { currency, inputs } = scenario;
  const choices = useMemo(() => pathChoices(scenario), [scenario]);
  const question = useMemo(
    () => viewsQuestion(scenario, search, chosenPaths(choices, baselineOf(scenario.inputs), search)),
    [scenario, search, choices],
  );
  const { data, error, refetch } = useChannel('investment.views', question);
  if (error !== null && data === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={6} label="Working out the views" />;
  return (
    <div className={styles.wide}>
      <div className={styles.controls}>
        <Select
          className={styles.wideControl ?? ''}
          size="xs"
          label="Comparison"
          data={[...pairChoices(inputs)]}
          value={data.compare}
          allowDeselect={false}
          onChange={(value) => value !== null && set({ pair: value })}
        />
      </div>
      <div className={styles.halves}>
        <Returns views={data} />
        <Tei views={data} currency={currency} digits={scenario.result.digits} search={search} set={set} />
      </div>
      <div className={styles.asks}>
        <AskNumber
          label="Months of change-over"
          hint="3 are offered"
          value={search.dipMonths ?? OFFERED_DIP.months}
          min={0}
          max={120}
          onCommit={(dipMonths) => set({ dipMonths })}
        />
        <AskNumber
          label="Work that it costs, %"
          hint="15 are offered"
          value={search.dipShare ?? OFFERED_DIP.share}
          min={0}
          max={1}
          factor={100}
          onCommit={(dipShare) => set({ dipShare })}
        />
      </div>
      <p>{dipWords(data, currency, scenario.result.digits)}</p>
      {data.twoWay === null ? (
        <p className="mf-muted">Two inputs with a range are needed for a table of both.</p>
      ) : (
        <TwoWay table={data.twoWay} choices={choices} currency={currency} digits={scenario.result.digits} set={set} />
      )}
    </div>
  );
}

/** One comparison in other ways: they are views, last, and change nothing. */
export function ViewsPanel(props: ViewsPanelProps): ReactNode {
  const { scenario, search } = props;
  const words = [search.pair, search.x, search.y, search.benefit, search.cost];
  const asked = words.some((word) => word !== undefined);
  const [open, setOpen] = useState(asked);
  return (
    <Panel
      title="In other ways"
      hint="Views of the same comparison, for those who ask for them. None of them changes it."
    >
      <details className={styles.folded} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          ROI, risk-adjusted, with a change-over, and two inputs at once: {pairLabel(search.pair ?? scenario.compare)}
        </summary>
        {open ? <Opened {...props} /> : null}
      </details>
    </Panel>
  );
}
