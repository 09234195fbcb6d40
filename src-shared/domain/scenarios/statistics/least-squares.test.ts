import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fittedValues } from './least-squares';

const number = fc.double({ min: -100, max: 100, noNaN: true });
const columns = (count: number) =>
  fc.array(fc.array(number, { minLength: 12, maxLength: 12 }), { minLength: count, maxLength: count });
const float = (values: readonly number[]) => Float64Array.from(values);

it('finds a straight relation again, whatever the columns', () => {
  fc.assert(
    fc.property(columns(2), number, number, number, ([a = [], b = []], intercept, p, q) => {
      const target = float(a.map((value, at) => intercept + p * value + q * (b[at] ?? 0)));
      const fitted = fittedValues(target, [float(a), float(b)]);
      const size = 1 + Math.max(...target.map(Math.abs));
      for (const [at, value] of fitted.entries()) expect(Math.abs(value - (target[at] ?? 0)) / size).toBeLessThan(1e-4);
    }),
  );
});

it('leaves rests that no column explains any further', () => {
  fc.assert(
    fc.property(columns(4), ([target = [], ...given]) => {
      const fitted = fittedValues(
        float(target),
        given.map((column) => float(column)),
      );
      const rest = target.map((value, at) => value - (fitted[at] ?? 0));
      expect(Math.abs(rest.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-6);
      for (const column of given) {
        expect(Math.abs(rest.reduce((sum, value, at) => sum + value * (column[at] ?? 0), 0))).toBeLessThan(1e-2);
      }
    }),
  );
});

it('passes over a column that is given twice or does not vary', () => {
  const target = float([1, 2, 4, 7, 11]);
  const column = float([1, 2, 3, 4, 5]);
  const once = fittedValues(target, [column]);
  expect(fittedValues(target, [column, column, float([3, 3, 3, 3, 3])])).toEqual(once);
  expect(fittedValues(target, [])).toEqual(float([5, 5, 5, 5, 5]));
});
