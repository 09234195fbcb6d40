import { conflictNamesBeside } from '../store/portfolio/conflict-copies';

/** A folder on the network is not read every second. */
const EVERY = 10;

export interface BesideWatch {
  /** To be called about once a second: whether other copies that a conflict left lie beside the open portfolio than before. */
  changed(path: string | null): boolean;
}

export function createBesideWatch(): BesideWatch {
  let turn = 0;
  let of: string | null = null;
  let known = '';
  return {
    changed: (path) => {
      turn += 1;
      if (path === of && turn % EVERY !== 0) return false;
      const names = path === null ? '' : conflictNamesBeside(path).join('\n');
      const changed = path === of && names !== known;
      of = path;
      known = names;
      return changed;
    },
  };
}
