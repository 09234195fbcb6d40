import { describe, expect, it } from 'vitest';
import { parseFormula } from './parse-formula';

describe('a formula', () => {
  it('is a tree, its tightest part deepest', () => {
    expect(parseFormula('-A1^2>=rate')).toEqual({
      kind: 'binary',
      operator: '>=',
      left: {
        kind: 'binary',
        operator: '^',
        left: { kind: 'minus', of: { kind: 'range', sheet: null, from: 'A1', to: null } },
        right: { kind: 'value', value: 2 },
      },
      right: { kind: 'name', name: 'rate' },
    });
  });

  it.each([
    ["'Ada''s book'!$B$2:C$3", { kind: 'range', sheet: "Ada's book", from: 'B2', to: 'C3' }],
    ['Data!XFD1048576', { kind: 'range', sheet: 'Data', from: 'XFD1048576', to: null }],
    ['S1_rate', { kind: 'name', name: 'S1_rate' }],
    ['LOG10', { kind: 'range', sheet: null, from: 'LOG10', to: null }],
    ['LOG10(2)', { kind: 'call', name: 'LOG10', given: [{ kind: 'value', value: 2 }] }],
    [
      'if(TRUE,"a""b")',
      {
        kind: 'call',
        name: 'IF',
        given: [
          { kind: 'value', value: true },
          { kind: 'value', value: 'a"b' },
        ],
      },
    ],
    [' .5 ', { kind: 'value', value: 0.5 }],
    ['1.E-2', { kind: 'value', value: 0.01 }],
    ['((FALSE))', { kind: 'value', value: false }],
  ])('=%s is read', (formula, tree) => {
    expect(parseFormula(formula)).toEqual(tree);
  });

  it.each([
    '',
    '1+',
    '+1',
    '1 2',
    '(1',
    '1)',
    'SUM(1,)',
    'SUM(,1)',
    'SUM(1',
    'A1:',
    'A1:2',
    'Data!',
    '"open',
    '1%',
    '#REF!',
    '{1}',
    'a;b',
  ])('cannot be read: =%s', (formula) => expect(() => parseFormula(formula)).toThrow(SyntaxError));
});
