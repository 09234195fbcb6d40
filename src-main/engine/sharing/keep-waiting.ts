import { listWaiting } from '../../store/shared/waiting';
import type { Store } from '../../store/store';
import { isNowhere, standAgain } from './give-again';
import type { SharingParts } from './sharing-line';

/**
 * Before a copy becomes a private file: what waits stands in it, in its order, also what was on its way to the server. What was
 * refused is not done.
 *
 * @returns how many commands stay
 */
export async function keepWaiting(store: Store, { now, give }: Pick<SharingParts, 'now' | 'give'>): Promise<number> {
  if ((await listWaiting(store.read)).some(isNowhere)) {
    await store.shared.takeBack(null, now());
    await standAgain(store, { now, give }, 'all');
  }
  return (await listWaiting(store.read)).filter(({ seq, channel }) => seq !== null && channel !== '').length;
}
