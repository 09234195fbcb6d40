import { spawn } from 'node:child_process';
import { setTimeout as pass } from 'node:timers/promises';
import type { Outcome } from '../run';
import { greetResident, stopResident } from './ask-resident';
import { findResident, residentFolder } from './place';

const MOST_MS = 20_000;

/** An engine that stays when this process has ended; the one that is there already is found. */
export async function startResident(script: string): Promise<Outcome> {
  if (residentFolder(true) === null)
    return refused('There is no folder that is this user’s alone to wait in. Set XDG_RUNTIME_DIR to one.');
  const there = findResident(script);
  if (there !== null && (await greetResident(there))) return { ok: true, value: { pid: there.pid } };
  const child = spawn(process.execPath, [...process.execArgv, script, 'resident'], { detached: true, stdio: 'ignore' });
  child.unref();
  for (let waited = 0; waited < MOST_MS && child.exitCode === null; waited += 20) {
    const found = findResident(script);
    if (found?.pid === child.pid && found) return { ok: true, value: { pid: found.pid } };
    await pass(20);
  }
  return refused('The engine did not start. Commands go on without it.');
}

/** Ends the one that is there, when it has answered what it took. */
export async function endResident(script: string): Promise<Outcome> {
  const there = findResident(script);
  const ended = there !== null && (await stopResident(there));
  return { ok: true, value: { ended: ended ? 1 : 0 } };
}

const refused = (message: string): Outcome => ({ ok: false, failure: { code: 'unavailable', message } });
