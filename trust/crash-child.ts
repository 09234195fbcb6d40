import { mkdirSync } from 'node:fs';
import { randomStream } from '../src-shared/domain/scenarios/statistics/random';
import { after, namesIn, nextCommand, openWorker } from './work';

const [folder = '', file = '', seed = '0', first = '0'] = process.argv.slice(2);
const tell = (message: object): Promise<void> => new Promise((resolve) => process.send?.(message, () => resolve()));

/** Opens, says what it found, and works until it is killed. */
export async function run(): Promise<void> {
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit(0));
  mkdirSync(folder, { recursive: true });
  const worker = await openWorker(folder, file, first === '0');
  await worker.verify();
  let names = namesIn(file);
  await tell({ type: 'found', names: [...names] });
  const random = randomStream(Number(seed));
  for (let n = Number(first) + 1; ; n += 1) {
    const command = nextCommand(random, n, [...names]);
    await tell({ type: 'doing', n, command });
    await worker.do(command);
    names = after(names, command);
    await tell({ type: 'done', n });
  }
}

run().catch(async (error: unknown) => {
  await tell({ type: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.exit(1);
});
