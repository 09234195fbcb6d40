import { useState } from 'react';
import type { Input, Output } from '#contract/index';
import type { ChosenFile } from '../../../src-preload/bridge';
import { refusalOf, send } from '../../client/call';
import { DEFAULT_PORT, readAddress } from '../../lib/share-address';

export type Found = Output<'share.test'>;

export interface LoginFields {
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  readonly ca: ChosenFile | null;
  readonly by: 'password' | 'certificate';
  readonly password: string;
  readonly certificate: ChosenFile | null;
  readonly key: ChosenFile | null;
  readonly remember: boolean;
}

const EMPTY: LoginFields = {
  ...{ host: '', port: String(DEFAULT_PORT), database: '', user: '', ca: null, by: 'password', password: '' },
  ...{ certificate: null, key: null, remember: true },
};

type Login = Omit<Input<'share.test'>, 'for'>;

/** What is missing as a sentence, or what is sent. */
export function readLogin(fields: LoginFields): string | Login {
  const { host, database, user, ca, by, password, certificate, key } = fields;
  const port = Number(fields.port);
  if (host.trim() === '') return 'Give the address of the server.';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return 'A port is a number from 1 to 65535; usually 5432.';
  if (database.trim() === '') return 'Give the name of the database.';
  if (user.trim() === '') return 'Give the name of your login.';
  if (by === 'certificate' && (certificate === null) !== (key === null))
    return 'A certificate proves you only with its key: choose both files.';
  return {
    ...{ host: host.trim(), port, database: database.trim(), user: user.trim() },
    ...(ca && { ca: ca.token }),
    ...(by === 'password' && password !== '' && { password }),
    ...(by === 'certificate' && certificate && key && { certificate: certificate.token, key: key.token }),
  };
}

export interface LoginForm {
  readonly fields: LoginFields;
  /** What was tested does not hold for other words. */
  readonly put: (part: Partial<LoginFields>) => void;
  /** A whole address that was pasted fills the fields it speaks of. */
  readonly putHost: (text: string) => void;
  readonly found: Found | null;
  readonly testedAt: string | null;
  readonly problem: string;
  readonly testing: boolean;
  /** With another address than the typed one, where the server proves to have it. */
  readonly test: (host?: string) => Promise<void>;
}

/** The form of a server and a login, tested before anything is done with it. What was typed stays, whatever fails. */
export function useLogin(purpose: 'create' | 'join', start: Partial<LoginFields> = {}): LoginForm {
  const [fields, setFields] = useState<LoginFields>({ ...EMPTY, ...start });
  const [tested, setTested] = useState<{ readonly found: Found; readonly at: string } | null>(null);
  const [problem, setProblem] = useState('');
  const [testing, setTesting] = useState(false);
  const put = (part: Partial<LoginFields>): void => {
    setFields((before) => ({ ...before, ...part }));
    // Whether it is remembered is nothing that a test looks at.
    if (Object.keys(part).some((name) => name !== 'remember')) setTested(null);
    setProblem('');
  };
  return {
    fields,
    put,
    putHost: (text) => {
      const read = readAddress(text);
      if (read === null) return put({ host: text });
      const { port, ...rest } = read;
      put({ ...rest, ...(port !== undefined && { port: String(port) }) });
    },
    found: tested?.found ?? null,
    testedAt: tested?.at ?? null,
    problem,
    testing,
    test: async (host) => {
      const given = host === undefined ? fields : { ...fields, host };
      if (host !== undefined) put({ host });
      const login = readLogin(given);
      if (typeof login === 'string') return setProblem(login);
      setTesting(true);
      setProblem('');
      try {
        const { value } = await send('share.test', { ...login, for: purpose });
        setTested({ found: value, at: new Date().toISOString() });
      } catch (error) {
        setProblem(refusalOf(error) ?? '');
      } finally {
        setTesting(false);
      }
    },
  };
}
