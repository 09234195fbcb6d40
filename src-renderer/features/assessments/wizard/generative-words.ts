import { counted, sayCount, verb } from '#domain/base/wording';
import type { Demand } from './assessment-types';

/** What the questions on generative AI are about, and whether the portfolio holds any of it. */
export function generativeWords({ generative, kindUnknown }: Pick<Demand, 'generative' | 'kindUnknown'>): string {
  const five = 'Five more questions, in four of the components';
  if (generative > 0) {
    return `${five}: ${counted(generative, 'generative model')} or ${verb(generative, 'agent', 'agents')} ${verb(generative, 'is', 'are')} in the portfolio.`;
  }
  const silent = kindUnknown > 0 ? `; of ${sayCount(kindUnknown)} nobody has said the kind` : '';
  return `${five}. No model here is said to be generative or an agent${silent}.`;
}
