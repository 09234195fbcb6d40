import { randomStream, uniform } from '../src-shared/domain/scenarios/statistics/random';
import { sharedEngine } from './shared-engine';

const [folder = '', file = '', seed = '0', who = ''] = process.argv.slice(2);
const tell = (message: object): Promise<void> => new Promise((resolve) => process.send?.(message, () => resolve()));

/** One member of a shared portfolio: makes models and corrects them until it is killed or told to end. */
export async function run(): Promise<void> {
  const { backend, call } = await sharedEngine(folder, who, process.env);
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit(0));
  let ending = false;
  process.on('message', () => {
    ending = true;
  });
  await call('workspace.open', { file });
  await tell({ type: 'found', standing: await call('share.status', {}) });
  const random = randomStream(Number(seed));
  let last: string | null = null;
  for (let n = 1; !ending; n += 1) {
    const name = `${who} ${seed} ${n}`;
    await tell({ type: 'doing', name });
    const begun = performance.now();
    try {
      const again: boolean = last !== null && uniform(random) < 0.4;
      if (again) await call('models.update', { id: last, patch: { name } });
      else last = ((await call('models.create', { name })) as { id: string }).id;
      await tell({ type: 'done', name, ms: performance.now() - begun });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // Told to the person: whether it was done is not known, somebody was faster, or it is not there (any more).
      if (!['unavailable', 'busy', 'not_found'].includes(code)) throw error;
      await tell({ type: 'refused', name, code });
      last = null;
    }
    await new Promise((resolve) => setTimeout(resolve, 5 + 40 * uniform(random)));
  }
  await backend.close();
  await tell({ type: 'ended' });
}

run().then(
  () => process.exit(0),
  async (error: unknown) => {
    await tell({ type: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.exit(1);
  },
);
