import { expect, it } from 'vitest';
import { generativeWords } from './generative-words';

it('says whether there is anything that the questions are about', () => {
  expect(generativeWords({ generative: 3, kindUnknown: 9 })).toBe(
    'Five more questions, in four of the components: 3 generative models or agents are in the portfolio.',
  );
  expect(generativeWords({ generative: 1, kindUnknown: 0 })).toContain(
    '1 generative model or agent is in the portfolio',
  );
  expect(generativeWords({ generative: 0, kindUnknown: 1_200 })).toBe(
    'Five more questions, in four of the components. No model here is said to be generative or an agent; of 1,200 nobody has said the kind.',
  );
  expect(generativeWords({ generative: 0, kindUnknown: 0 })).not.toContain('nobody');
});
