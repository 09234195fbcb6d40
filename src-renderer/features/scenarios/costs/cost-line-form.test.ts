import { describe, expect, it } from 'vitest';
import { lineOf } from './cost-line-form';

const plan = { levels: ['L1', 'L2', 'L3'], currency: 'EUR' } as const;
const english = { mark: '.', order: 'mdy' } as const;
const typed = { label: ' Licence ', level: 'L2 L3', start: '7', months: '0', oneOff: '12000', yearly: '3000.5' };

describe('a cost line as it was typed', () => {
  it('begins in the month that people count from 1', () => {
    expect(lineOf('own:1', typed, plan, english)).toEqual({
      id: 'own:1',
      label: 'Licence',
      levels: ['L2', 'L3'],
      startMonth: 6,
      months: 0,
      oneOff: 12_000,
      yearly: 3_000.5,
    });
  });

  it.each([
    [{ label: ' ' }, 'Write what the cost is for.'],
    [{ start: '0' }, 'Begins in month: Write a whole number from 1 to 121.'],
    [{ months: '1.5' }, 'Spread over months: Write a whole number.'],
    [{ oneOff: '-1' }, 'Once: Write an amount from 0 to 1000000000000.'],
    [{ oneOff: '1.250' }, 'Once: “1.250” can be read as 1250 or as 1.25. Write 1250 or 1.25.'],
    [{ oneOff: '0', yearly: '0' }, 'Write what it costs once, a year, or both.'],
    [{ level: 'L9' }, 'Choose the level that pays for it.'],
  ])('%o is refused in a sentence', (change, sentence) => {
    expect(lineOf('own:1', { ...typed, ...change }, plan, english)).toBe(sentence);
  });
});
