import type { Store } from '../store/store';
import type { LogEntry } from './backend-types';

export interface DamageWatch {
  /** Looks once at each opening; a portfolio that was found whole is looked at again only when it is doubted. */
  isWhole(store: Store): Promise<boolean>;
  /** A part of it could not be read: that it was found whole does not hold any more. */
  doubt(store: Store): void;
  /** What was found; empty where nothing was, or nobody has looked yet. */
  of(store: Store): readonly string[];
}

/** Holds what was found of open portfolios: damage is told, and not a surprise at the next backup. */
export function createDamageWatch(found: () => void, log: (entry: LogEntry) => void): DamageWatch {
  const known = new WeakMap<Store, readonly string[]>();
  return {
    isWhole: async (store) => {
      const before = known.get(store);
      if (before !== undefined) return before.length === 0;
      const damaged = await store.findDamage();
      known.set(store, damaged);
      if (damaged.length === 0) return true;
      log({ level: 'error', event: 'portfolio damaged', tables: damaged.join(' ') });
      found();
      return false;
    },
    doubt: (store) => {
      if (known.get(store)?.length === 0) known.delete(store);
    },
    of: (store) => known.get(store) ?? [],
  };
}
