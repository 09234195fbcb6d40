import type { EventEmitter } from 'node:events';
import type { Client } from 'pg';

/** A server asked for a password in a way that would hand it over, or something that it can be worked out from. */
export class PlainPasswordAsked extends Error {
  constructor() {
    super('a password was asked for in another way than SCRAM');
  }
}

/** A server let somebody in without showing that it knows the password, having begun to. */
export class NotProvedBack extends Error {
  constructor() {
    super('the server did not end SCRAM');
  }
}

export interface OnlyScram {
  /** Of a client that is not connected yet. */
  watch(client: Client): void;
  /** For the client: what a server is answered with. @throws PlainPasswordAsked for another question than that of SCRAM */
  password(): string;
  /** @throws NotProvedBack */
  proved(): void;
}

/**
 * Passwords by SCRAM alone: a server that asks in clear text or by MD5 gets none, whoever it is. A driver that does not tell what it is
 * asked gives none away either.
 */
export function onlyScram(password: string | undefined): OnlyScram {
  let [begun, ended] = [false, false];
  const answer = (): string => {
    if (!begun) throw new PlainPasswordAsked();
    return password ?? '';
  };
  return {
    watch: (client) => {
      const line: unknown = 'connection' in client ? client.connection : null; // not in its types
      if (line === null || typeof line !== 'object' || !('on' in line)) return;
      const told = line as EventEmitter; // as its own client hears of questions, who listens behind this
      told.on('authenticationSASL', () => {
        begun = true;
      });
      told.on('authenticationSASLFinal', () => {
        ended = true;
      });
      for (const other of ['authenticationCleartextPassword', 'authenticationMD5Password'])
        told.on(other, () => {
          begun = false;
          // The driver keeps what it was answered, and would answer a second question with it.
          Reflect.set(client, 'password', answer);
        });
    },
    password: answer,
    proved: () => {
      if (begun && !ended) throw new NotProvedBack();
    },
  };
}
