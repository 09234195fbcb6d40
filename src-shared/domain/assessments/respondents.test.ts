import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { respondentProblem } from './respondents';

describe('respondentProblem', () => {
  it('takes names of people in any script', () => {
    for (const name of ['Ada', 'Åsa', '田中', 'Øystein 2', 'X']) expect(respondentProblem(name, ['Grace'])).toBeNull();
  });

  it('takes no digits, whichever answers they were meant as', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 .,\-?]{1,12}$/), (name) => {
        expect(respondentProblem(name, [])).not.toBeNull();
      }),
    );
  });

  it('names whom a name would be confused with', () => {
    expect(respondentProblem(' greta VOSS ', ['Greta Voss'])).toBe(
      '“Greta Voss” answers already. Choose another name, such as the full one.',
    );
  });
});
