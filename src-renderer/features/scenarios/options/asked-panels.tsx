import { type ReactNode, useMemo } from 'react';
import type { OptionsSearch } from '../../../lib/options-search';
import { BooksPanel } from '../budget/books-panel';
import { BudgetPanel } from '../budget/budget-panel';
import { OffersPanel } from '../offers/offers-panel';
import type { Scenario } from '../page/scenario-types';
import { RoadmapPanel } from '../roadmap/roadmap-panel';
import { TeamPanel } from '../team/team-panel';
import { ViewsPanel } from '../views/views-panel';
import { type OptionColumn, optionColumns } from './option-columns';
import styles from './options.module.css';
import type { SearchChange } from './options-view';
import type { Asked } from './use-asked';

interface AskedPanelsProps {
  readonly scenario: Scenario;
  readonly asked: Asked;
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
}

/** Budget, books and people of the same options: each beside the comparison, none of them changes it. */
export function AskedPanels({ scenario, asked, search, set }: AskedPanelsProps): ReactNode {
  const columns: readonly OptionColumn[] = useMemo(() => optionColumns(asked.answer), [asked.answer]);
  const { currency, inputs, name, modelValue } = scenario;
  /** What every panel by years is told. */
  const years = { columns, axis: asked.answer.axis, currency, search };
  return (
    <div className={styles.wide}>
      {asked.offers.length === 0 ? <OffersPanel scenario={scenario} asked={asked} /> : null}
      <BudgetPanel {...years} digits={asked.answer.budgetDigits} scenario={name} />
      <TeamPanel {...years} digits={scenario.result.digits} modelValue={modelValue} set={set} />
      <BooksPanel {...years} digits={scenario.result.digits} discountRate={inputs.discountRate} set={set} />
      <RoadmapPanel scenario={scenario} search={search} />
      <ViewsPanel scenario={scenario} search={search} set={set} />
    </div>
  );
}
