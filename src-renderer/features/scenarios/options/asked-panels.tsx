import { type ReactNode, useMemo } from 'react';
import type { VendorOffer } from '#contract/assessments';
import { levelKeys } from '#domain/scenarios/plan/inputs';
import { useChannel } from '../../../client/use-query';
import type { OptionsSearch } from '../../../lib/options-search';
import { BooksPanel } from '../budget/books-panel';
import { BudgetPanel } from '../budget/budget-panel';
import { placedOffers } from '../offers/offer-lines';
import type { Scenario } from '../page/scenario-types';
import { OffersPanel } from '../offers/offers-panel';
import { RoadmapPanel } from '../roadmap/roadmap-panel';
import { TeamPanel } from '../team/team-panel';
import { ViewsPanel } from '../views/views-panel';
import { askedQuestion } from './asked';
import { type OptionColumn, optionColumns } from './option-columns';
import type { Answer, Question } from './options-types';
import type { SearchChange } from './options-view';
import styles from './options.module.css';

export interface Asked {
  readonly answer: Answer;
  readonly offers: readonly VendorOffer[];
}

/** What a person who signs asks besides; `undefined` until the first answer is there. */
export function useAsked(scenario: Scenario, search: OptionsSearch): Asked | undefined {
  const offers = useChannel('vendors.list', {}).data?.offers;
  const question: Question = useMemo(() => {
    const { inputs, currency } = scenario;
    return askedQuestion(scenario, search, placedOffers(offers ?? [], levelKeys(inputs), currency));
  }, [scenario, search, offers]);
  const { data } = useChannel('investment.options', question);
  return data && { answer: data, offers: offers ?? [] };
}

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
      {asked.offers.length === 0 ? <OffersPanel scenario={scenario} asked={asked.answer} offers={[]} /> : null}
      <BudgetPanel {...years} digits={asked.answer.budgetDigits} scenario={name} />
      <TeamPanel {...years} digits={scenario.result.digits} modelValue={modelValue} set={set} />
      <BooksPanel {...years} digits={scenario.result.digits} discountRate={inputs.discountRate} set={set} />
      <RoadmapPanel scenario={scenario} search={search} />
      <ViewsPanel scenario={scenario} search={search} set={set} />
    </div>
  );
}
