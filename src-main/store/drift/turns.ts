/** This long the engine works before other calls have their turn. */
const TURN_MS = 30;

/** Works model by model and lets other calls have their turn now and then. */
export async function inTurns(modelIds: Iterable<string>, work: (id: string) => void): Promise<void> {
  let started = performance.now();
  for (const id of modelIds) {
    work(id);
    if (performance.now() - started < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    started = performance.now();
  }
}
