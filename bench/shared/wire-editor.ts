import { PgCentral } from '../../src-main/central/pg-central';
import { changeModel, signed } from '../../src-main/central/testing/signed';
import { addressOf, passwordOf } from './place';
import type { Wait } from './waits';

/** After so many times behind the program asks everybody else to wait. */
const PATIENCE = 2;

/**
 * Speaks with the server as a member's program does, and keeps no copy: what it waits for is the server alone, and not what its own
 * computer has to take over.
 */
export async function wireEditor(port: number, portfolio: string, who: string, model: string) {
  const central = await PgCentral.connect({ ...addressOf(port, who), password: passwordOf(who) }, portfolio);
  let known = await central.head();
  let notes = '';
  const edit = async (): Promise<void> => {
    const next = `${who} at ${Date.now()}`;
    for (let attempt = 0; ; attempt += 1) {
      const held = attempt >= PATIENCE ? await central.hold() : null;
      try {
        if (attempt > 0) known = await central.head();
        const head = { seq: known.seq + 1, prev_hash: known.hash, actor: who, at: new Date().toISOString() };
        const { entry, changes } = signed(head, [changeModel(model, { notes }, { notes: next })]);
        if ((await central.append(entry, changes, null)) === 'behind') continue;
        known = { ...known, seq: entry.seq, hash: entry.hash };
        notes = next;
        return;
      } finally {
        await held?.release();
      }
    }
  };
  return {
    /** Edits until it is told to stop, with this pause between two. */
    run: async (pause: number, goesOn: () => boolean): Promise<readonly Wait[]> => {
      const waits: Wait[] = [];
      while (goesOn()) {
        const [at, begun] = [Date.now(), performance.now()];
        const refused = await edit().then(
          () => null,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        waits.push({ at, ms: performance.now() - begun, refused });
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      return waits;
    },
    close: () => central.close(),
  };
}
