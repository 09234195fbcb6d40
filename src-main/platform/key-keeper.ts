/**
 * What an engine asks of whoever keeps keys for longer than it runs: its host, in memory, and the key store of the system where there is
 * one. A head says which file a key is of; neither is of use without the file.
 */
export type KeyRequest =
  | { readonly do: 'find'; readonly head: string }
  /** Until the program ends or the portfolio is closed; `system`: in the system's key store as well, until it is forgotten there. */
  | { readonly do: 'keep'; readonly head: string; readonly key: string; readonly system: boolean }
  /** `system`: there as well. */
  | { readonly do: 'forget'; readonly head: string; readonly system: boolean }
  | { readonly do: 'look'; readonly head: string };

export interface KeyAnswer {
  /** Of `find`. */
  readonly key: string | null;
  /** The system has a key store that keeps secrets from others. */
  readonly system: boolean;
  /** The key is in it. */
  readonly remembered: boolean;
  /** It should be in it, and the system does not give it back. */
  readonly lost: boolean;
}

export type KeyKeeper = (request: KeyRequest) => Promise<KeyAnswer>;

const NOTHING: KeyAnswer = { key: null, system: false, remembered: false, lost: false };

/** Where a program runs once: the passphrase is asked for each time. */
export const keepsNoKeys: KeyKeeper = () => Promise.resolve(NOTHING);

/** The key store of the system, as a host has it. */
export interface SystemKeys {
  /** False: none that keeps secrets from others. */
  available(): boolean;
  has(head: string): boolean;
  /** `null`: it does not give it back. */
  read(head: string): string | null;
  /** False: it was not taken. */
  write(head: string, key: string): boolean;
  remove(head: string): void;
}

/** The keeper of a host. @param system `null`: the host has none */
export function hostKeys(system: SystemKeys | null): KeyKeeper {
  const session = new Map<string, string>();
  const inSystem = (head: string): boolean => system?.available() === true && system.has(head);
  const answer = (head: string, key: string | null, lost = false): KeyAnswer => ({
    key,
    system: system?.available() === true,
    remembered: inSystem(head) && !lost,
    lost,
  });
  return async (request) => {
    const { head } = request;
    if (request.do === 'keep') {
      session.set(head, request.key);
      if (request.system && system?.available()) system.write(head, request.key);
      return answer(head, null);
    }
    if (request.do === 'forget') {
      session.delete(head);
      if (request.system) system?.remove(head);
      return answer(head, null);
    }
    if (request.do === 'look') return answer(head, null);
    const kept = session.get(head);
    if (kept !== undefined) return answer(head, kept);
    if (!inSystem(head)) return answer(head, null, system?.has(head) === true);
    const key = system?.read(head) ?? null;
    return answer(head, key, key === null);
  };
}
