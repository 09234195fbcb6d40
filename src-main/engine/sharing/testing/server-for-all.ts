import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type TestServer } from '../../../central/testing/postgres';

/** The server of a group of tests, in whose database everybody may share a portfolio; there from the first test on. */
export function serverForAll(): () => TestServer {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
    await server.sql('grant create on database postgres to public');
  }, 60_000);
  afterAll(() => server.remove());
  return () => server;
}
