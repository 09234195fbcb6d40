import { describe, expect, it } from 'vitest';
import { DomainError } from '../failure/domain-error';
import type { Store } from '../store/store';
import { createIdleRound } from './idle-round';
import { noLocks } from './locks';
import type { Workspace } from './workspace';

const workspaceOf = (current: () => Store | null): Workspace => ({
  current,
  store: () => {
    throw new DomainError('no_portfolio', 'none');
  },
  create: () => Promise.reject(new Error('not here')),
  open: () => Promise.reject(new Error('not here')),
  rewrite: () => Promise.reject(new Error('not here')),
  locks: noLocks,
  close: () => Promise.resolve(false),
});
/** The round never looks into a store; that it is another one is all it asks. */
const aStore = (): Store => ({}) as Store;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work that waits until nobody asks', () => {
  it('begins after a pause, once in ten minutes, and anew with another portfolio', async () => {
    let store: Store | null = aStore();
    const done: Store[] = [];
    const round = createIdleRound(
      workspaceOf(() => store),
      async (of) => void done.push(of),
    );
    round.used(1_000);
    round.tick(20_000);
    expect(done).toHaveLength(0);
    round.tick(21_000);
    await turn();
    round.tick(300_000);
    await turn();
    expect(done).toHaveLength(1);
    round.tick(621_000);
    await turn();
    expect(done).toHaveLength(2);
    store = aStore();
    round.tick(622_000);
    await turn();
    expect(done.at(-1)).toBe(store);
    store = null;
    round.tick(9_000_000);
    await turn();
    expect(done).toHaveLength(3);
  });

  it('does not wait where it cannot, however much is asked, and then waits again', async () => {
    const store = aStore();
    let done = 0;
    const round = createIdleRound(
      workspaceOf(() => store),
      async () => {
        done += 1;
      },
    );
    round.soon();
    round.used(1_000);
    round.tick(1_001);
    await turn();
    round.used(2_000);
    round.tick(2_001);
    await turn();
    expect(done).toBe(1);
  });

  it('never runs twice at once, and goes on after a failure', async () => {
    const store = aStore();
    let running = 0;
    let most = 0;
    let finish = (): void => undefined;
    const round = createIdleRound(
      workspaceOf(() => store),
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        running -= 1;
        throw new Error('a closed file');
      },
    );
    round.tick(50_000);
    round.tick(5_000_000);
    finish();
    await turn();
    round.tick(9_000_000);
    finish();
    await turn();
    expect([most, running]).toEqual([1, 0]);
  });
});
