import { expect, it } from 'vitest';
import { stateWords } from './share-state';

const at = (iso: string): string => new Date(`${iso}`).toISOString();
const now = new Date('2026-11-26T12:00:00');
const standing = { since: at('2026-11-26T08:10:00'), head: { seq: 12_400 }, serverHead: 31_000 };

it('says the state with its time, of today without the day', () => {
  expect(stateWords({ ...standing, state: 'offline' }, now).text).toBe('Offline since 08:10');
  expect(stateWords({ ...standing, since: at('2026-11-25T17:40:00'), state: 'refused' }, now).text).toBe(
    'Refused since 25 Nov 2026, 17:40',
  );
  expect(stateWords({ ...standing, state: 'connected' }, now).text).toBe('Connected');
  expect(stateWords({ ...standing, since: null, state: 'offline' }, now).text).toBe('Offline');
});

it('says how far a copy has caught up, where that is known', () => {
  expect(stateWords({ ...standing, state: 'catching_up' }, now).text).toBe('Catching up: 12,400 of 31,000');
  expect(stateWords({ ...standing, serverHead: null, state: 'catching_up' }, now).text).toBe('Catching up');
});
