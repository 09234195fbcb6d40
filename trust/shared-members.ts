import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestServer } from '../src-main/central/testing/postgres';
import { type SharedEngine, sharedEngine } from './shared-engine';

const CHILD = fileURLToPath(new URL('../node_modules/.cache/trust/shared-child.mjs', import.meta.url));
export const MEMBERS = ['Ada', 'Bo', 'Cy'] as const;

type Told =
  | { readonly type: 'found' | 'ended' }
  | { readonly type: 'doing' | 'refused'; readonly name: string }
  | { readonly type: 'done'; readonly name: string; readonly ms: number }
  | { readonly type: 'failed'; readonly why: string };

export interface Member {
  readonly who: string;
  readonly folder: string;
  readonly file: string;
  /** Names that were acknowledged as made or given. */
  readonly done: Set<string>;
  /** How long each took, in ms. */
  readonly waits: number[];
  life: Life | null;
}

export interface Life {
  readonly found: Promise<void>;
  readonly ended: Promise<string | null>;
  end(): void;
  kill(): void;
}

const passwordOf = (who: string): string => `password of ${who.toLowerCase()}`;

export const engineOf = (folder: string, who: string): Promise<SharedEngine> =>
  sharedEngine(folder, who, { PGPASSWORD: passwordOf(who) });

/** The logins of all members on a server that is new. */
export async function logMembersIn(server: TestServer): Promise<void> {
  for (const who of MEMBERS) await server.login(who.toLowerCase(), who === 'Ada' ? 'createrole' : '');
  await server.sql('grant create on database postgres to ada');
}

/** Where members reach their server, and the file of the authority that vouches for it. */
interface Address {
  readonly host: string;
  readonly port: number;
  readonly ca?: string;
}

export async function shareAmong(folder: string, address: Address): Promise<readonly Member[]> {
  const members = MEMBERS.map((who): Member => {
    const own = join(folder, who);
    return { who, folder: own, file: join(own, 'shared.modelfolio'), done: new Set(), waits: [], life: null };
  });
  const login = (who: string) => ({ ...address, database: 'postgres', user: who.toLowerCase() });
  let portfolio = '';
  for (const { who, folder: own, file } of members) {
    const { backend, call } = await engineOf(own, who);
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

/** @param within in front of its program */
export function live(member: Member, seed: number, within: readonly string[] = []): Life {
  const [program = '', ...args] = [...within, process.execPath, CHILD];
  const own = [member.folder, member.file, String(seed), member.who];
  const env = { ...process.env, PGPASSWORD: passwordOf(member.who) };
  const child = spawn(program, [...args, ...own], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
  let why: string | null = null;
  let found: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    found = resolve;
  });
  const ended = new Promise<string | null>((resolve) => {
    child.on('message', (told: Told) => {
      if (told.type === 'failed') why = told.why;
      else if (told.type === 'found') found();
      else if (told.type === 'done') {
        member.done.add(told.name);
        member.waits.push(told.ms);
      }
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

/** @returns what went wrong in one of their programs */
export async function endAll(members: readonly Member[], seed: number): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const { life } of members) life?.end();
  for (const { who, life } of members) {
    const why = await life?.ended;
    if (why) failures.push(`seed ${seed}: ${who}: ${why}`);
  }
  return failures;
}
