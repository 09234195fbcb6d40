import type { Reply } from '#contract/define';
import type { Backend } from '../../engine/backend-types';
import { givenPassphrase, type PassphraseSource } from './passphrase';

/** Opens a portfolio, with its passphrase where it has one. @param used is told which passphrase that was */
export async function openWith(
  backend: Backend,
  file: string,
  source: PassphraseSource,
  used: (passphrase: string) => void = () => undefined,
): Promise<Reply> {
  const opened = await backend.dispatch('workspace.open', { file });
  return isLocked(opened) ? unlock(backend, opened, source, used) : opened;
}

/** Asks for the passphrase of the file that a channel found locked, and gives it the same input again. */
export async function unlocked(
  backend: Backend,
  channel: string,
  input: unknown,
  reply: Reply,
  source: PassphraseSource,
): Promise<Reply> {
  const file = typeof input === 'object' && input !== null && 'file' in input ? input.file : undefined;
  if (typeof file !== 'string' || (channel !== 'workspace.open' && !channel.startsWith('recovery.'))) return reply;
  const opened = await openWith(backend, file, source);
  // A damaged file is unlocked all the same: what it holds is looked for behind that.
  if (channel === 'workspace.open' || isLocked(opened)) return opened;
  return backend.dispatch(channel, input);
}

const isLocked = (reply: Reply): reply is Reply & { ok: false } => !reply.ok && reply.failure.code === 'locked';

async function unlock(
  backend: Backend,
  locked: Reply & { ok: false },
  source: PassphraseSource,
  used: (passphrase: string) => void,
): Promise<Reply> {
  const given = await givenPassphrase(source, 'Passphrase');
  if ('refused' in given)
    return { ok: false, failure: { ...locked.failure, message: `${locked.failure.message} ${given.refused}` } };
  used(given.passphrase);
  return backend.dispatch('workspace.unlock', { passphrase: given.passphrase });
}
