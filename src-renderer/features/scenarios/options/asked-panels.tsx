import { type ReactNode, useMemo } from 'react';
import { useChannel } from '../../../client/use-query';
import type { OptionsSearch } from '../../../lib/options-search';
import { BooksPanel } from '../budget/books-panel';
import { BudgetPanel } from '../budget/budget-panel';
import type { Scenario } from '../page/scenario-types';
import { TeamPanel } from '../team/team-panel';
import { askedQuestion } from './asked';
import { type OptionColumn, optionColumns } from './option-columns';
import type { Answer, Question } from './options-types';
import type { SearchChange } from './options-view';
import styles from './options.module.css';

/** What a person who signs asks besides; `undefined` until the first answer is there. */
export function useAsked(scenario: Scenario, search: OptionsSearch): Answer | undefined {
  const question: Question = useMemo(() => askedQuestion(scenario, search, []), [scenario, search]);
  return useChannel('investment.options', question).data;
}

interface AskedPanelsProps {
  readonly scenario: Scenario;
  readonly asked: Answer;
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
}

/** Budget, books and people of the same options: each beside the comparison, none of them changes it. */
export function AskedPanels({ scenario, asked, search, set }: AskedPanelsProps): ReactNode {
  const columns: readonly OptionColumn[] = useMemo(() => optionColumns(asked), [asked]);
  const { currency, inputs, name, modelValue } = scenario;
  return (
    <div className={styles.wide}>
      <BudgetPanel columns={columns} scenario={name} currency={currency} search={search} />
      <TeamPanel columns={columns} currency={currency} search={search} modelValue={modelValue} set={set} />
      <BooksPanel columns={columns} currency={currency} discountRate={inputs.discountRate} search={search} set={set} />
    </div>
  );
}
