import { expect, it } from 'vitest';
import type { Output } from '#contract/index';
import type { Store } from '../store/store';
import { createRefreshRound } from './refresh-round';

type Connection = Output<'connections.list'>['connections'][number];

const MINUTE = 60_000;
const START = Date.parse('2026-11-26T06:00:00.000Z');
const at = (minute: number): string => new Date(START + minute * MINUTE).toISOString();

function watched(connections: readonly Partial<Connection>[]) {
  const asked: string[] = [];
  let open: object | null = {};
  const all = connections.map(
    (one) => ({ agreed: true, secret: 'not_needed', refresh: 'hourly', next: null, ...one }) as Connection,
  ); // what the round looks at
  const round = createRefreshRound(
    { current: () => open as Store | null }, // only compared
    () => Promise.resolve(all),
    (id) => {
      asked.push(id);
      return Promise.resolve();
    },
  );
  const after = async (minute: number): Promise<readonly string[]> => {
    round.tick(START + minute * MINUTE);
    await new Promise((resolve) => setImmediate(resolve));
    return asked.splice(0);
  };
  return { after, open: (store: object | null) => (open = store) };
}

it('reads what is due, a little after the portfolio was opened and then each minute', async () => {
  const { after } = watched([
    { id: 'due', next: at(-5) },
    { id: 'later', next: at(2) },
    { id: 'by hand', refresh: 'by_hand' },
  ]);
  expect(await after(0)).toEqual([]);
  expect(await after(0.1)).toEqual(['due']);
  expect(await after(0.5)).toEqual([]);
  expect(await after(2)).toEqual(['due', 'later']);
});

it('reads once on opening what is read then, and again when it is opened again', async () => {
  const { after, open } = watched([{ id: 'a', refresh: 'on_opening' }]);
  await after(0);
  expect(await after(1)).toEqual(['a']);
  expect(await after(3)).toEqual([]);
  open({});
  await after(4);
  expect(await after(5)).toEqual(['a']);
  open(null);
  expect(await after(9)).toEqual([]);
});

it('asks nobody that was not agreed to, whose secret is missing, or that a person has to mend', async () => {
  const { after } = watched([
    { id: 'a', agreed: false, next: at(-5) },
    { id: 'b', secret: 'missing', next: at(-5) },
    { id: 'c', next: null },
  ]);
  await after(0);
  expect(await after(1)).toEqual([]);
});
