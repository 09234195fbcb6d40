import { join } from 'node:path';
import { addressOf, openProgram, type Program } from './shared/place';
import type { MembersTask, MembersTold } from './shared/programs';
import type { Wait } from './shared/waits';
import { wireEditor } from './shared/wire-editor';

const tell = (told: MembersTold): Promise<void> => new Promise((resolve) => process.send?.(told, () => resolve()));
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Members of a shared portfolio, each with a program and a copy of the own. */
export async function run(): Promise<void> {
  const { folder, port, portfolio, names, pause, models }: MembersTask = JSON.parse(process.argv[2] ?? '{}');
  process.on('disconnect', () => process.exit(0));
  let going = true;
  let go: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    go = resolve;
  });
  process.on('message', (message) => {
    if (message === 'go') go();
    else going = false;
  });
  if (models !== null) {
    const editors = await Promise.all(names.map((who, at) => wireEditor(port, portfolio, who, models[at] ?? '')));
    await tell({ type: 'ready' });
    await told;
    const waits = await Promise.all(editors.map((editor) => editor.run(pause, () => going)));
    await tell({ type: 'done', waits: waits.flat() });
    for (const editor of editors) await editor.close();
    return;
  }
  const programs: { readonly program: Program; readonly model: string }[] = [];
  for (const [turn, who] of names.entries()) {
    const own = join(folder, who);
    const program = await openProgram(own, who);
    await program.call('share.join', { ...addressOf(port, who), portfolio, file: join(own, 'copy.modelfolio') });
    const list = await program.call('models.list', { limit: names.length + 1 });
    const { rows } = list as { readonly rows: readonly { readonly id: string }[] }; // as the contract has it
    programs.push({ program, model: rows[turn]?.id ?? '' });
  }
  await tell({ type: 'ready' });
  await told;
  const waits: Wait[] = [];
  await Promise.all(
    programs.map(async ({ program, model }, turn) => {
      await rest((pause * turn) / programs.length);
      for (let n = 0; going; n += 1) {
        const [at, begun] = [Date.now(), performance.now()];
        const refused = await program.call('models.update', { id: model, patch: { notes: `note ${turn} ${n}` } }).then(
          () => null,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        const ms = performance.now() - begun;
        waits.push({ at, ms, refused });
        for (const until = begun + Math.max(pause, ms + 10); going && performance.now() < until; ) await rest(10);
      }
    }),
  );
  await tell({ type: 'done', waits });
  for (const { program } of programs) await program.close();
}

run().then(
  () => process.exit(0),
  async (error: unknown) => {
    await tell({ type: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.exit(1);
  },
);
