import type { LevelKey } from '../plan/inputs';

interface Item {
  readonly path: string;
  readonly origin: { readonly kind: string };
}

/**
 * Whether somebody has said how many people keep the models of today alive. While nobody has, the range of today's way is an
 * assumption that decides by itself, and no share of runs is given for it or against it.
 */
export function peopleAnswered(baseline: LevelKey, items: readonly Item[]): boolean {
  return items.some(({ path, origin }) => path === `levels.${baseline}.operateFte` && origin.kind !== 'assumption');
}

/** What stands in the place of such a share. */
export const PEOPLE_FIRST = 'not before it is said how many people keep today’s models running';
