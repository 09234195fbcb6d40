import { listWaiting } from '../../store/shared/waiting';
import type { Store } from '../../store/store';
import type { Kept } from './desk';
import { isNowhere, standAgain } from './give-again';
import type { SharingParts } from './sharing-line';

/**
 * Before a copy becomes a private file: what waits stands in it, in its order, also what was on its way to the server. What was
 * refused is not done, and what the rules of now refuse neither: both are named.
 */
export async function keepWaiting(store: Store, { now, give }: Pick<SharingParts, 'now' | 'give'>): Promise<Kept> {
  const why = new Map<string, string>();
  if ((await listWaiting(store.read)).some(isNowhere)) {
    await store.shared.takeBack(null, now());
    const noted: SharingParts['give'] = async (command) => {
      const reply = await give(command);
      if (!reply.ok) why.set(command.id, reply.failure.message);
      return reply;
    };
    await standAgain(store, { now, give: noted }, 'all');
  }
  const waiting = (await listWaiting(store.read)).filter(({ channel }) => channel !== '');
  const dropped = waiting
    .filter(({ seq }) => seq === null)
    .map(({ id, label, at, refusal }) => ({ label, at, why: why.get(id) ?? saidIn(refusal) }));
  return { kept: waiting.length - dropped.length, dropped };
}

/** Of a file that does not say where it is shared: nothing is done again. */
export async function keptAsItIs({ read }: Store): Promise<Kept> {
  const waiting = (await listWaiting(read)).filter(({ channel }) => channel !== '');
  const dropped = waiting
    .filter(({ seq }) => seq === null)
    .map(({ label, at }) => ({ label, at, why: 'It does not stand in this file.' }));
  return { kept: waiting.length - dropped.length, dropped };
}

/** Only this program wrote it. */
const saidIn = (refusal: string | null): string =>
  refusal === null ? 'It could not be done any more.' : (JSON.parse(refusal) as { message: string }).message;
