import type { Backend } from '../../engine/backend-types';
import type { LockChange, Passphrases } from './line';
import { type Given, givenPassphrase, type PassphraseSource } from './passphrase';
import { type Outcome, withBackend } from './run';
import { openWith } from './unlock';

export const newPassphrase = (source: PassphraseSource): Promise<Given> =>
  givenPassphrase(source, 'New passphrase', true);

/** Encrypts a portfolio, gives it another passphrase, or makes it plain. */
export const changeLock = (change: LockChange, file: string, passphrases: Passphrases): Promise<Outcome> =>
  withBackend(async (backend) => {
    let current: string | undefined;
    const opened = await openWith(backend, file, passphrases.current, (given) => {
      current = given;
    });
    if (!opened.ok) return opened;
    if (change === 'encrypt' && current !== undefined)
      return refused('It is encrypted already. To give it another passphrase: passphrase FILE.');
    if (change !== 'encrypt' && current === undefined)
      return refused('It is not encrypted. To encrypt it: encrypt FILE.');
    return change === 'decrypt'
      ? backend.dispatch('encryption.remove', { current })
      : set(backend, current, passphrases.fresh);
  });

async function set(backend: Backend, current: string | undefined, source: PassphraseSource): Promise<Outcome> {
  const fresh = await newPassphrase(source);
  if ('refused' in fresh) return refused(fresh.refused);
  return backend.dispatch('encryption.set', { ...fresh, ...(current !== undefined && { current }) });
}

const refused = (message: string): Outcome => ({ ok: false, failure: { code: 'invalid_input', message } });
