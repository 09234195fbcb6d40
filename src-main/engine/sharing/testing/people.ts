import type { TestServer } from '../../../central/testing/postgres';
import { hostKeys, type KeyKeeper } from '../../../platform/key-keeper';
import { type TestBackend, type TestBackendOptions, temporaryFolder, testBackend } from '../../../testing/test-backend';
import { pgDoor } from '../pg-door';

export interface Person {
  readonly login: { host: string; port: number; database: string; user: string; password: string };
  readonly engine: TestBackend;
}

/** Somebody with a login of a server and an engine of their own. */
export async function person(
  server: TestServer,
  user: string,
  options = '',
  keys: KeyKeeper = hostKeys(null),
  more: TestBackendOptions = {},
): Promise<Person> {
  const { host, port, database, password } = await server.login(user, options);
  const engine = await testBackend({ folder: temporaryFolder(), door: pgDoor, keys, portfolio: false, ...more });
  return { login: { host, port, database, user, password: password ?? '' }, engine };
}

export const until = async (what: () => Promise<boolean>, ms = 5_000): Promise<void> => {
  const end = performance.now() + ms;
  while (!(await what())) {
    if (performance.now() > end) throw new Error('it did not come to that in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
