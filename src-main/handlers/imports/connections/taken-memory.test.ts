import { expect, it } from 'vitest';
import { withTake } from './taken-memory';

const row = { address: 'https://a.example', scope: '' };
const take = (importId: string | null, memory: Record<string, unknown>) => ({ importId, memory });

it('remembers what was taken by name, without names that nobody knows yet', () => {
  const takes = withTake(row, [], take('i1', { Churn: ['a'], Fraud: ['b'] }), new Set(['Fraud']));
  expect(takes).toEqual([{ of: 'https://a.example ', importId: 'i1', memory: { Churn: ['a'] } }]);
  expect(withTake(row, takes, take('i2', { Fraud: ['b'] }), new Set(['Fraud']))).toEqual(takes);
});

it('lets go of the oldest rather than grow without end', () => {
  let takes = withTake(row, [], take('0', { '': 0 }), new Set());
  for (let n = 1; n <= 250; n += 1) takes = withTake(row, takes, take(String(n), { '': n }), new Set());
  expect(takes).toHaveLength(200);
  expect(takes.at(-1)).toMatchObject({ importId: '250' });
});

it('keeps one of those that looked at all and brought nothing, however often', () => {
  let takes = withTake(row, [], take('i1', { '': 0 }), new Set());
  takes = withTake(row, takes, take('i2', { '': 1 }), new Set());
  for (let n = 2; n <= 300; n += 1) takes = withTake(row, takes, take('i2', { '': n }), new Set());
  expect(takes.map(({ importId, memory }) => [importId, memory['']])).toEqual([
    ['i1', 0],
    ['i2', 300],
  ]);
  // What is known by names adds up.
  expect(
    withTake(row, withTake(row, [], take('i1', { A: 1 }), new Set()), take('i1', { B: 1 }), new Set()),
  ).toHaveLength(2);
});

it('puts what is known of a name together while the same import stands, where its source says so', () => {
  const adding = (importId: string | null, memory: Record<string, unknown>) => ({ importId, memory, adds: true });
  let takes = withTake(row, [], adding('i1', { Churn: { run: 'r1' }, __proto__x: { run: 'r2' } }), new Set());
  for (let n = 1; n <= 300; n += 1)
    takes = withTake(row, takes, adding('i1', { Churn: { traced: n }, Fraud: { traced: n } }), new Set(['Fraud']));
  expect(takes).toEqual([
    {
      of: 'https://a.example ',
      importId: 'i1',
      memory: { Churn: { run: 'r1', traced: 300 }, __proto__x: { run: 'r2' } },
    },
  ]);
  // What falls with another import stands by itself.
  expect(withTake(row, takes, adding('i2', { Churn: { traced: 301 } }), new Set())).toHaveLength(2);
});
