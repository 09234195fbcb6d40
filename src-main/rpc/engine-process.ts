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

/** Starts the engine as a plain child of this Node, for the loopback host and for tests. */
export function forkEngine(script: string, options: EngineOptions): EngineProcess {
  const child = fork(script, [writeEngineOptions(options)], {
    serialization: 'advanced',
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
