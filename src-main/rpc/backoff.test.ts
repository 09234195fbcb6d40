import { expect, it } from 'vitest';
import { Backoff } from './backoff';

it('doubles from 100 ms to 2 s and never gives up', () => {
  const backoff = new Backoff();
  expect(Array.from({ length: 7 }, () => backoff.next(0))).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
});

it('begins anew after a process that lived for ten seconds, not after one that died of its start', () => {
  const backoff = new Backoff();
  backoff.next(0);
  backoff.started(1000);
  expect(backoff.next(10_999)).toBe(200);
  backoff.started(20_000);
  expect(backoff.next(30_000)).toBe(100);
});
