import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Wait } from './waits';

const CHILD = fileURLToPath(new URL('../../node_modules/.cache/bench/shared-member.mjs', import.meta.url));

/** What a process of programs is told. */
export interface MembersTask {
  readonly folder: string;
  readonly port: number;
  readonly portfolio: string;
  readonly names: readonly string[];
  /** Between two edits of one program. */
  readonly pause: number;
  /** They keep no copies, and edit these models by what a program says to the server; `null`: whole programs. */
  readonly models: readonly string[] | null;
}

export type MembersTold =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly waits: readonly Wait[] }
  | { readonly type: 'failed'; readonly why: string };

export interface Members {
  readonly ready: Promise<void>;
  go(): void;
  /** @returns how long each edit took */
  end(): Promise<readonly Wait[]>;
}

/** Whole programs with copies of their own, several in one process: each joins, and edits from `go` on. */
export function startMembers(task: MembersTask): Members {
  const child: ChildProcess = fork(CHILD, [JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let ready: () => void = () => undefined;
  let done: (waits: readonly Wait[]) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const isDone = new Promise<readonly Wait[]>((resolve) => {
    done = resolve;
  });
  child.on('message', (told: MembersTold) => {
    if (told.type === 'ready') ready();
    else if (told.type === 'done') done(told.waits);
    else fail(new Error(told.why));
  });
  child.on('exit', (code) => fail(new Error(`a process of members ended with ${code}`)));
  return {
    ready: Promise.race([isReady, failed]),
    go: () => void child.send('go'),
    end: () => {
      child.send('end');
      return Promise.race([isDone, failed]);
    },
  };
}
