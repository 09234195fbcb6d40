import { utilityProcess } from 'electron';
import { type EngineOptions, writeEngineOptions } from '../engine/process/engine-options';
import type { FromEngine } from '../engine/process/engine-port';
import type { EngineProcess } from '../rpc/engine-process';

/** Starts the engine as a utility process of Electron: killable, and out of the window's way. */
export function forkUtilityEngine(script: string, options: EngineOptions): EngineProcess {
  const child = utilityProcess.fork(script, [writeEngineOptions(options)], {
    serviceName: 'Modelfolio engine',
    stdio: 'inherit',
  });
  return {
    send: (message) => child.postMessage(message),
    // The line carries only what engine-port.ts declares; both ends are built together.
    onMessage: (listener) => child.on('message', (message: FromEngine) => listener(message)),
    onExit: (listener) => child.once('exit', (code) => listener(code)),
    kill: () => {
      child.kill();
    },
  };
}
