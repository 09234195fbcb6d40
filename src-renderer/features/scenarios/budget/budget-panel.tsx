import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { quarterMonths } from '#domain/scenarios/options/budget-years';
import { sentenceOf } from '../../../client/call';
import { host } from '../../../client/host';
import { csvOf, fileNameOf } from '../../../components/chart/chart-text';
import { notifyFailure } from '../../../components/ui/notify';
import { Panel } from '../../../components/ui/panel';
import type { OptionsSearch } from '../../../lib/options-search';
import { axisHeads } from '../options/axis-heads';
import type { OptionColumn } from '../options/option-columns';
import styles from '../options/options.module.css';
import type { Axis } from '../options/options-types';
import { YearGrid } from '../options/year-grid';
import { budgetFile } from './budget-file';
import { budgetGroups, quarterTable, unitCostGroups } from './budget-rows';

interface BudgetPanelProps {
  readonly columns: readonly OptionColumn[];
  readonly axis: Axis;
  /** Of the minor unit in which budgets are whole. */
  readonly digits: number;
  readonly scenario: string;
  readonly currency: string;
  readonly search: OptionsSearch;
}

const MONTHS = 12;

function Quarters({
  columns,
  search,
  years,
  digits,
}: Pick<BudgetPanelProps, 'columns' | 'search' | 'digits'> & { readonly years: number }) {
  const [chosen, setChosen] = useState(columns[1]?.id ?? '');
  const column = columns.find(({ id }) => id === chosen) ?? columns[0];
  if (!column || search.start === undefined) return null;
  const table = quarterTable(column, quarterMonths(search.start, search.fiscal ?? 1, MONTHS * years), digits);
  return (
    <>
      <Select
        className={styles.control ?? ''}
        size="xs"
        label="Option"
        data={columns.map(({ id, name }) => ({ value: id, label: name }))}
        value={column.id}
        allowDeselect={false}
        onChange={(value) => value !== null && setChosen(value)}
      />
      <div className={styles.scroll}>
        <table className={`mf-table ${styles.grid}`}>
          <caption className="mf-hidden">{column.name} by quarter</caption>
          <thead>
            <tr>
              <th scope="col">Quarter</th>
              <th scope="col">Months</th>
              {table.columns.map((name) => (
                <th key={name} scope="col" className="mf-number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ id, label, months, cells, strong = false }) => (
              <tr key={id} className={strong ? `${styles.strong} ${styles.best}` : undefined}>
                <th scope="row">{label}</th>
                <td className="mf-muted">{months}</td>
                {cells.map((cell, at) => (
                  <td key={table.columns[at]} className="mf-number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What each option asks for in the house's years and quarters, and what a model and a release cost. */
export function BudgetPanel({ columns, axis, digits, scenario, currency, search }: BudgetPanelProps): ReactNode {
  const [today] = columns;
  const budget = today?.figures.budget ?? null;
  const years = today?.figures.unitCosts.length ?? 0;
  const heads = axisHeads(axis, search.start);
  const title = `Budget of ${scenario}`;
  const save = async (): Promise<void> => {
    try {
      const text = csvOf(budgetFile(columns, currency, digits));
      await host.saveFile(fileNameOf(title, 'csv'), new TextEncoder().encode(text));
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  return (
    <Panel
      title="Budget"
      hint={`${currency}, nominal; an investment stands in its first month. Months, quarters, years and totals agree ${digits === 0 ? 'to the whole unit' : 'to the last digit; shown to the whole unit, exact in the CSV'}.`}
      actions={
        budget === null ? null : (
          <Button size="xs" variant="default" onClick={() => void save()}>
            Save as CSV…
          </Button>
        )
      }
    >
      {budget === null ? (
        <p className="mf-muted">Say above in which month the plan begins: then its years and quarters have names.</p>
      ) : (
        <>
          <YearGrid
            caption="Budget of each option by year"
            corner={currency}
            columns={[...heads, { name: 'In all', note: '' }]}
            groups={budgetGroups(columns, digits)}
          />
          <details className={styles.folded}>
            <summary>By quarter</summary>
            <Quarters columns={columns} search={search} years={years} digits={digits} />
          </details>
        </>
      )}
      <details className={styles.folded}>
        <summary>What a model and a release cost</summary>
        <YearGrid
          caption="Cost of a model and of a release by year"
          corner={currency}
          columns={heads}
          groups={unitCostGroups(columns)}
        />
        <p className={styles.fine}>
          Everything of a year but investments, for a model a year, and over new models and updates together; of a part
          of a year as for a whole one.
        </p>
      </details>
    </Panel>
  );
}
