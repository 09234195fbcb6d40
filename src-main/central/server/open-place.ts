import { setTimeout as rest } from 'node:timers/promises';
import { CentralLost } from '../../store/shared/central';
import type { Login } from '../connection/address';
import { PgCentral } from '../pg-central';

/** Between two tries. */
const AGAIN_MS = [100, 500, 2_000, 4_000] as const;

/**
 * Lets the members in. Where the answer is lost it is done once more over another connection: otherwise a place in which everybody
 * already may be would count as one whose sharing broke off.
 *
 * @returns the connection to go on with
 */
export async function openPlace(central: PgCentral, login: Login, id: string): Promise<PgCentral> {
  for (const ms of AGAIN_MS) {
    try {
      return await opened(central, login, id);
    } catch (error) {
      if (!(error instanceof CentralLost) || error.final) throw error;
      await rest(ms);
    }
  }
  return opened(central, login, id);
}

async function opened(central: PgCentral, login: Login, id: string): Promise<PgCentral> {
  const one = central.lost ? await PgCentral.connect(login, id) : central;
  await one.open();
  return one;
}
