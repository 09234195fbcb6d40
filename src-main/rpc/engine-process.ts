import { fork } from 'node:child_process';
import { type EngineOptions, writeEngineOptions } from '../engine/process/engine-options';
import type { FromEngine, ToEngine } from '../engine/process/engine-port';

/** A running engine as its host holds it; the desktop has its own kind (shell/utility-engine.ts). */
export interface EngineProcess {
  /** Left out where the system has none yet. */
  readonly pid?: number | undefined;
  send(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  /** Called once, when the process is gone, for whatever reason. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

/** An engine whose line broke without its process ending gets this long (milliseconds) before it is killed. */
const GRACE_AFTER_DISCONNECT = 2000;

/**
 * What glibc reads when a process begins; other systems know none of it. By itself it gives each thread a heap of its own and keeps
 * in them what large answers and pages of files took: of the 650 MB that an engine of 100,000 models held under mixed load,
 * these heaps were 250.
 */
const GIVE_BACK = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(256 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(1024 * 1024),
};

/** Starts the engine as a plain child of this Node, for the loopback host and for tests. */
export function forkEngine(script: string, options: EngineOptions): EngineProcess {
  const child = fork(script, [writeEngineOptions(options)], {
    serialization: 'advanced',
    env: { ...GIVE_BACK, ...process.env },
    // Standard output belongs to the host (it prints its address there), so the engine speaks on standard error.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  child.once('disconnect', () => setTimeout(() => child.kill('SIGKILL'), GRACE_AFTER_DISCONNECT).unref());
  return {
    pid: child.pid,
    send: (message) => {
      child.send(message, () => undefined);
    },
    // The line carries only what engine-port.ts declares; both ends are built together.
    onMessage: (listener) => child.on('message', (message) => listener(message as FromEngine)),
    onExit: (listener) => onceGone(child, listener),
    kill: () => child.kill('SIGKILL'),
  };
}

/** A process that never started reports 'error' and no 'exit'. */
function onceGone(child: ReturnType<typeof fork>, listener: (code: number | null) => void): void {
  let told = false;
  const tell = (code: number | null) => {
    if (told) return;
    told = true;
    listener(code);
  };
  child.once('exit', tell);
  child.once('error', () => {
    if (child.pid === undefined) tell(null);
  });
}
