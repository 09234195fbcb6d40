import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { postgres, startPostgres, type TestServer } from '../src-main/central/testing/postgres';
import { type RandomStream, randomStream, uniform } from '../src-shared/domain/scenarios/statistics/random';
import { type SharedEngine, sharedEngine } from './shared-engine';
import { type Line, openLine } from './shared-line';
import type { SuiteResult } from './suite';

const CHILD = fileURLToPath(new URL('../node_modules/.cache/trust/shared-child.mjs', import.meta.url));
const MEMBERS = ['Ada', 'Bo', 'Cy'] as const;
const ROUND_MS = 700;

type Told =
  | { readonly type: 'found' | 'ended' }
  | { readonly type: 'doing' | 'refused'; readonly name: string }
  | { readonly type: 'done'; readonly name: string; readonly renamed: boolean }
  | { readonly type: 'failed'; readonly why: string };

interface Member {
  readonly who: string;
  readonly folder: string;
  readonly file: string;
  /** Names that were acknowledged as made or given, the newest of a model last. */
  readonly done: Map<string, { renamed: boolean }>;
  life: Life | null;
}

interface Life {
  readonly found: Promise<void>;
  readonly ended: Promise<string | null>;
  end(): void;
  kill(): void;
}

/**
 * Three members who write all the time, while their line is cut, answers are lost, the server crashes and they are killed: what was
 * acknowledged is there once, and all copies end alike.
 *
 * @param rounds one fault each
 */
export async function shared(rounds: number, seed: number): Promise<SuiteResult> {
  if (postgres.why !== null) return { counts: `left out: ${postgres.why}`, failures: [] };
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-shared-'));
  const server = await startPostgres();
  const line = await openLine(server.port);
  const counts: Record<string, number> = {};
  try {
    const members = await shareAmong(folder, server, line);
    const random = randomStream(seed);
    for (const member of members) member.life = live(member, line, Math.floor(uniform(random) * 1e9));
    for (let round = 0; round < rounds; round += 1) {
      const fault = await faultOf(random, { members, server, line });
      counts[fault] = (counts[fault] ?? 0) + 1;
      await rest(ROUND_MS * uniform(random));
    }
    const failures: string[] = [];
    for (const { who, life } of members) {
      life?.end();
      const why = await life?.ended;
      if (why) failures.push(`seed ${seed}: ${who}: ${why}`);
    }
    const { edits, found } = await compare(members);
    const said = Object.entries(counts).map(([fault, n]) => `${n} × ${fault}`);
    return { counts: `${edits} edits acknowledged; ${said.join(', ')}`, failures: [...failures, ...found] };
  } finally {
    line.close();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Stage {
  readonly members: readonly Member[];
  readonly server: TestServer;
  readonly line: Line;
}

async function faultOf(random: RandomStream, { members, server, line }: Stage): Promise<string> {
  const dice = uniform(random);
  if (dice < 0.3) {
    line.cut('answers');
    return 'answers lost';
  }
  if (dice < 0.45) {
    line.cut('now');
    return 'line cut';
  }
  if (dice < 0.7) {
    const member = members[Math.floor(uniform(random) * members.length)];
    await member?.life?.found;
    member?.life?.kill();
    await member?.life?.ended;
    if (member) member.life = live(member, line, Math.floor(uniform(random) * 1e9));
    return 'member killed';
  }
  if (dice < 0.9) {
    await server.stop('immediate');
    await rest(uniform(random) * 400);
    await server.start();
    return 'server crashed';
  }
  return 'nothing';
}

const passwordOf = (who: string): string => `password of ${who.toLowerCase()}`;

const engine = (folder: string, who: string): Promise<SharedEngine> =>
  sharedEngine(folder, who, { PGPASSWORD: passwordOf(who) });

async function shareAmong(folder: string, server: TestServer, line: Line): Promise<Member[]> {
  for (const who of MEMBERS) await server.login(who.toLowerCase(), who === 'Ada' ? 'createrole' : '');
  await server.sql('grant create on database postgres to ada');
  const members = MEMBERS.map((who): Member => {
    const own = join(folder, who);
    return { who, folder: own, file: join(own, 'shared.modelfolio'), done: new Map(), life: null };
  });
  const login = (who: string) => ({
    host: '127.0.0.1',
    port: line.port,
    database: 'postgres',
    user: who.toLowerCase(),
  });
  let portfolio = '';
  for (const { who, folder: own, file } of members) {
    const { backend, call } = await engine(own, who);
    if (who === 'Ada') {
      await call('workspace.create', { name: 'Together', currency: 'EUR', file });
      portfolio = ((await call('share.create', { ...login(who), name: who })) as { portfolio: string }).portfolio;
      for (const other of MEMBERS)
        if (other !== who) await call('share.setRole', { user: other.toLowerCase(), name: other, role: 'editor' });
    } else await call('share.join', { ...login(who), portfolio, file });
    await backend.close();
  }
  return members;
}

function live(member: Member, line: Line, seed: number): Life {
  const args = [member.folder, member.file, String(seed), member.who];
  const env = { ...process.env, PGPASSWORD: passwordOf(member.who), LINE: String(line.port) };
  const child = fork(CHILD, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
  let why: string | null = null;
  let found: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    found = resolve;
  });
  const ended = new Promise<string | null>((resolve) => {
    child.on('message', (told: Told) => {
      if (told.type === 'failed') why = told.why;
      else if (told.type === 'found') found();
      else if (told.type === 'done') member.done.set(told.name, { renamed: told.renamed });
    });
    child.on('exit', () => {
      found();
      resolve(why);
    });
  });
  return {
    found: opened,
    ended,
    end: () => void (child.connected && child.send('end')),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** @returns how they stand where nothing of it changes any more and they are not alike; `null`: they are */
async function comeTogether(engines: readonly SharedEngine[]): Promise<string | null> {
  let last = '';
  for (let still = 0; still < 100; still += 1) {
    const standings = await Promise.all(
      engines.map(
        async ({ call }) =>
          (await call('share.status', {})) as { head: { seq: number }; pending: number; state: string },
      ),
    );
    const alike = new Set(standings.map(({ head }) => head.seq)).size === 1;
    if (alike && standings.every(({ pending, state }) => pending === 0 && state === 'connected')) return null;
    const said = JSON.stringify(standings.map(({ head, pending, state }) => [head.seq, pending, state]));
    if (said !== last) still = 0;
    last = said;
    await rest(100);
  }
  return last;
}

/** Every copy once more, with the server there: alike, whole, and with all that was acknowledged, once. */
async function compare(members: readonly Member[]): Promise<{ edits: number; found: string[] }> {
  const found: string[] = [];
  const engines = [];
  for (const { who, folder, file } of members) {
    const one = await engine(folder, who);
    await one.call('workspace.open', { file });
    engines.push({ ...one, who, file });
  }
  // What waited is shared by the last who came; then everybody has all.
  const apart = await comeTogether(engines);
  if (apart !== null) found.push(`the copies did not come together: ${apart}`);
  for (const { call, who } of engines) {
    const { ok, message } = (await call('share.verify', {})) as { ok: boolean; message: string };
    if (!ok) found.push(`${who}: ${message}`);
    const { rows } = (await call('share.pending', {})) as {
      rows: { label: string; refusal: { message: string } | null }[];
    };
    for (const { label, refusal } of rows)
      found.push(`${who}: “${label}” waits: ${refusal?.message ?? 'for the server'}`);
  }
  for (const { backend } of engines) await backend.close();
  const contents = engines.map(({ file }) => contentOf(file));
  for (const [index, content] of contents.entries())
    for (const [table, hash] of content)
      if (hash !== contents[0]?.get(table))
        found.push(`${engines[index]?.who} has another ${table} than ${engines[0]?.who}`);
  const journal = labelsOf(engines[0]?.file ?? '');
  let edits = 0;
  for (const { who, done } of members)
    for (const [name] of done) {
      edits += 1;
      const times = journal.get(name) ?? 0;
      if (times !== 1) found.push(`${who}: “${name}” was acknowledged and is there ${times} times`);
    }
  return { edits, found: found.slice(0, 10) };
}

/** How often each name was given. */
function labelsOf(file: string): ReadonlyMap<string, number> {
  const db = new Database(file, { readonly: true });
  try {
    const given = db
      .prepare<[], string>(
        "SELECT json_extract(after, '$.name') FROM journal_changes WHERE entity = 'models' AND json_extract(after, '$.name') IS NOT NULL",
      )
      .pluck()
      .all();
    const times = new Map<string, number>();
    for (const name of given) times.set(name, (times.get(name) ?? 0) + 1);
    return times;
  } finally {
    db.close();
  }
}

function contentOf(file: string): ReadonlyMap<string, string> {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sharing%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'schema_%' ORDER BY name",
      )
      .pluck()
      .all();
    const rowsOf = (table: string): string[] =>
      db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort();
    return new Map(tables.map((table) => [table, createHash('sha256').update(rowsOf(table).join()).digest('hex')]));
  } finally {
    db.close();
  }
}
