import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { createBackend } from '../src-main/engine/backend';
import type { Backend } from '../src-main/engine/backend-types';
import { type RandomStream, uniform } from '../src-shared/domain/scenarios/statistics/random';

/** Built by `run.mjs` beside the suites. */
export const READER = fileURLToPath(new URL('../node_modules/.cache/trust/reader.mjs', import.meta.url));

/** What somebody does, told so that what must be there afterwards can be worked out without the program. */
export type Command =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'incident'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'import'; readonly names: readonly string[] };

/** Rows of an import, where nothing else is asked for. */
const IMPORTED = 30;

/** A name that is like no other, so that nobody takes its row for another model's. */
const unlike = (n: number, row: number): string =>
  createHash('sha256').update(`${n} ${row}`).digest('hex').slice(0, 20);

export function nextCommand(random: RandomStream, n: number, known: readonly string[], rows = IMPORTED): Command {
  const dice = uniform(random);
  const [some] = known.filter((name) => name.startsWith('Model')).slice(Math.floor(uniform(random) * known.length));
  if (dice < 0.35 && some !== undefined) return { kind: 'rename', from: some, to: `Model ${n} anew` };
  if (dice < 0.45) return { kind: 'incident', name: `Incident ${n}` };
  if (dice < 0.6) return { kind: 'import', names: Array.from({ length: rows }, (_, row) => unlike(n, row)) };
  return { kind: 'create', name: `Model ${n}` };
}

/** The names that are there once a command is done. */
export function after(names: ReadonlySet<string>, command: Command): ReadonlySet<string> {
  const next = new Set(names);
  if (command.kind === 'import') for (const name of command.names) next.add(name);
  else if (command.kind === 'rename') {
    next.delete(command.from);
    next.add(command.to);
  } else next.add(command.name);
  return next;
}

export interface Worker {
  do(command: Command): Promise<void>;
  /** Throws where the journal and the facts are not whole. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** The program without a wire, on a portfolio that is made where there is none. */
export async function openWorker(folder: string, file: string, create: boolean): Promise<Worker> {
  const backend = await createBackend({
    configFolder: join(folder, 'config'),
    portfolioFolder: folder,
    acceptPaths: true,
    automaticBackups: false,
    defaultActor: 'trust',
    appVersion: '0',
    readerScript: READER,
    clock: () => new Date(),
    newId: () => randomUUID().replaceAll('-', ''),
    log: () => undefined,
  });
  const call = caller(backend);
  if (create) await call('workspace.create', { name: 'Trust', currency: 'EUR', file });
  else await call('workspace.open', { file });
  return {
    do: (command) => perform(call, command, folder),
    verify: async () => {
      // What `journal.verify` answers.
      const { ok, message } = (await call('journal.verify', {})) as { ok: boolean; message: string };
      if (!ok) throw new Error(message);
    },
    close: () => backend.close(),
  };
}

type Call = (channel: string, input: unknown) => Promise<unknown>;

const caller =
  (backend: Backend): Call =>
  async (channel, input) => {
    const reply = await backend.dispatch(channel, input);
    if (!reply.ok) throw new Error(`${channel}: ${reply.failure.message}`);
    return reply.value;
  };

async function perform(call: Call, command: Command, folder: string): Promise<void> {
  if (command.kind === 'create') await call('models.create', { name: command.name });
  else if (command.kind === 'incident') await call('incidents.create', { title: command.name, openedAt: '2026-01-05' });
  else if (command.kind === 'rename') {
    const { rows } = (await call('models.list', { search: command.from, limit: 100 })) as {
      rows: readonly { readonly id: string; readonly name: string }[];
    };
    const id = rows.find(({ name }) => name === command.from)?.id;
    await call('models.update', { id, patch: { name: command.to } });
  } else {
    const file = join(folder, 'import.csv');
    writeFileSync(file, `Model name,Stage\n${command.names.map((name) => `${name},Production`).join('\n')}\n`);
    await call('imports.apply', { file, format: 'inventory' });
  }
}

/** What is in a portfolio, asked past the program; throws where SQLite finds it damaged. */
export function namesIn(file: string): ReadonlySet<string> {
  const db = new Database(file, { readonly: true });
  try {
    const found = db.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(`SQLite finds ${String(found)}`);
    const names = db.prepare<[], string>('SELECT name FROM models UNION ALL SELECT title FROM incidents').pluck().all();
    return new Set(names);
  } finally {
    db.close();
  }
}

/** What differs, in a few words; `null`: nothing. */
export function difference(found: ReadonlySet<string>, wanted: ReadonlySet<string>): string | null {
  const lost = [...wanted].filter((name) => !found.has(name));
  const extra = [...found].filter((name) => !wanted.has(name));
  if (lost.length + extra.length === 0) return null;
  return `${lost.length} lost (${lost.slice(0, 3).join(', ')}), ${extra.length} that nobody asked for (${extra.slice(0, 3).join(', ')})`;
}
