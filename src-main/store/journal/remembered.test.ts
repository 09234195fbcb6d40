import { expect, it, onTestFinished } from 'vitest';
import { testBackend } from '../../testing/test-backend';
import { readBesides } from '../files';
import { getSettings } from '../portfolio/settings';
import { traced } from '../trace/trace';
import { remembered } from './remembered';

it('an answer serves until anything is written, for what was asked, and says each time what it was read from', async () => {
  const { call, file } = await testBackend();
  const store = readBesides(file, null);
  onTestFinished(() => store.close());
  let made = 0;
  const ask = (...key: readonly unknown[]) =>
    traced(() =>
      remembered(store.read, key, async () => {
        made += 1;
        return (await getSettings(store.read)).reviewMonths.tier1;
      }),
    );
  const first = await ask('a', 'b');
  expect(first.reads.length).toBeGreaterThan(0);
  expect(await ask('a', 'b')).toEqual(first);
  expect(made).toBe(1);
  await ask('a');
  await ask('a', 'c');
  expect(made).toBe(3);
  await call('settings.update', { reviewMonths: { tier1: 7 } });
  expect((await ask('a', 'c')).value).toBe(7);
  expect((await ask('a', 'b')).value).toBe(7);
  expect(made).toBe(5);
  // Inside a transaction another moment may be seen.
  await store.snapshot((read) => remembered(read, ['a', 'c'], async () => (made += 1)));
  expect(made).toBe(6);
});
