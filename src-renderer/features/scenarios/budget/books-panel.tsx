import { Button, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BudgetRow } from '#domain/scenarios/options/budget';
import { ROW_NAMES } from '#domain/scenarios/options/budget-years';
import { Panel } from '../../../components/ui/panel';
import { formatPercent } from '../../../lib/format';
import type { OptionsSearch } from '../../../lib/options-search';
import { AskNumber } from '../options/ask-number';
import { accountsOf, capitalShares, capitalWord } from '../options/asked';
import { axisHeads } from '../options/axis-heads';
import type { OptionColumn } from '../options/option-columns';
import styles from '../options/options.module.css';
import type { Axis } from '../options/options-types';
import type { SearchChange } from '../options/options-view';
import { YearGrid } from '../options/year-grid';
import { booksGroups } from './books-rows';

interface BooksPanelProps {
  readonly columns: readonly OptionColumn[];
  readonly axis: Axis;
  /** Figures that count in an amount that is quoted. */
  readonly digits: number;
  readonly currency: string;
  readonly discountRate: number;
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
}

/** Rows of which a house may capitalise a part; all others are operating cost everywhere. */
const SPLIT: readonly BudgetRow[] = ['investment', 'deploy', 'platform', 'lines'];
const NO_BOOKS = {
  depreciation: undefined,
  tax: undefined,
  afterTax: undefined,
  keepBooks: undefined,
  capital: undefined,
};

function Asked({
  search,
  discountRate,
  set,
}: Omit<BooksPanelProps, 'columns' | 'axis' | 'digits' | 'currency'>): ReactNode {
  const shares = capitalShares(search);
  const otherwise = (row: BudgetRow): number => (row === 'investment' ? 1 : 0);
  return (
    <div className={styles.asks}>
      <AskNumber
        label="Years of depreciation"
        hint="straight line; 0: at once"
        value={search.depreciation}
        min={0}
        max={100}
        whole
        onCommit={(depreciation) => set({ depreciation })}
      />
      <AskNumber label="Tax rate, %" value={search.tax} min={0} max={1} factor={100} onCommit={(tax) => set({ tax })} />
      <AskNumber
        label="Discount rate after tax, %"
        hint={`empty: ${formatPercent(discountRate)}, as before tax`}
        value={search.afterTax}
        min={-0.99}
        max={5}
        factor={100}
        onCommit={(afterTax) => set({ afterTax })}
      />
      {SPLIT.map((row) => (
        <AskNumber
          key={row}
          label={`${ROW_NAMES[row]}: capital, %`}
          value={shares[row] ?? otherwise(row)}
          min={0}
          max={1}
          factor={100}
          onCommit={(share) => set({ capital: capitalWord({ ...shares, [row]: share ?? otherwise(row) }) })}
        />
      ))}
      <Checkbox
        size="xs"
        label="Write off what is left at the end"
        checked={search.keepBooks !== true}
        onChange={(event) => set({ keepBooks: event.currentTarget.checked ? undefined : true })}
      />
    </div>
  );
}

/** The options in the books: capital and operating cost as the house splits them, depreciation and tax. */
export function BooksPanel({ columns, axis, digits, currency, discountRate, search, set }: BooksPanelProps): ReactNode {
  const told = accountsOf(search) !== undefined;
  const rate = formatPercent(search.afterTax ?? discountRate);
  const said = search.afterTax === undefined ? `${rate}, the rate before tax, as none after tax is given` : rate;
  return (
    <Panel
      title="In the books"
      hint="Capital and operating cost, depreciation and tax. Houses differ: the split is yours."
    >
      <details className={styles.folded} open={told}>
        <summary>{told ? 'Year by year' : 'Say how the house books it'}</summary>
        <Asked search={search} discountRate={discountRate} set={set} />
        {told ? (
          <>
            <YearGrid
              caption="Each option in the books, year by year"
              corner={currency}
              columns={axisHeads(axis, search.start)}
              groups={booksGroups(columns, currency, digits)}
            />
            <p className={styles.fine}>
              Discounted at {said}. Tax is saved in the year of the expense, so there is enough profit elsewhere; full
              years of depreciation counted from the start of the plan, no salvage value.
            </p>
            <Button size="xs" variant="default" onClick={() => set(NO_BOOKS)}>
              Clear
            </Button>
          </>
        ) : (
          <p className="mf-muted">Years of depreciation and a tax rate are needed; nothing is assumed of them.</p>
        )}
      </details>
    </Panel>
  );
}
