import { useMemo } from 'react';
import type { VendorOffer } from '#contract/assessments';
import { levelKeys } from '#domain/scenarios/plan/inputs';
import { useChannel } from '../../../client/use-query';
import type { OptionsSearch } from '../../../lib/options-search';
import { placedOffers } from '../offers/offer-lines';
import type { Scenario } from '../page/scenario-types';
import { askedQuestion } from './asked';
import type { Answer, Question } from './options-types';

export interface Asked {
  readonly question: Question;
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
  return data && { question, answer: data, offers: offers ?? [] };
}
