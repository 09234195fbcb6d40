import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { needs } from '../testing/needs';
import { temporaryFolder } from '../testing/test-backend';
import { createShared, LEAST_POSTGRESQL } from './server/install';
import { openssl } from './testing/certificates';
import { postgres, startPostgres, type TestServer } from './testing/postgres';

/** What the page says, held against what is there. Docker itself is not had here: of its file it is checked what can be without it. */
const docs = join(import.meta.dirname, '../../docs');
const page = readFileSync(join(docs, 'shared-portfolio.md'), 'utf8');
const shell = [...page.matchAll(/```sh\n([^`]*)```/g)].map(([, lines = '']) => lines);
const block = (word: string): string => {
  const found = shell.find((lines) => lines.includes(word));
  if (found === undefined) throw new Error(`the page has no lines with ${word}`);
  return found;
};
/** The statements of a line of psql. */
const statements = (lines: string): readonly string[] =>
  [...lines.matchAll(/-c "([^"]*)"/g)].map(([, sql = '']) => sql);

const compose = z
  .strictObject({
    services: z.strictObject({
      postgres: z.strictObject({
        image: z.string(),
        restart: z.string(),
        ports: z.array(z.string()),
        environment: z.record(z.string(), z.string()),
        volumes: z.array(z.string()),
        secrets: z.array(z.string()),
        entrypoint: z.array(z.string()),
      }),
    }),
    volumes: z.record(z.string(), z.unknown()),
    secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
  })
  .parse(parse(readFileSync(join(docs, 'shared-portfolio/compose.yaml'), 'utf8')));

describe('compose.yaml', () => {
  const { image, ports, environment, volumes, secrets, entrypoint } = compose.services.postgres;

  it('has a server, a port and a database as the page and the program say', () => {
    const version = Number(/^postgres:(\d+)$/.exec(image)?.[1]);
    expect(page).toContain(`PostgreSQL (${LEAST_POSTGRESQL} or newer, UTF-8)`);
    expect(version).toBeGreaterThanOrEqual(LEAST_POSTGRESQL);
    // From 18 on the image keeps its data elsewhere.
    expect(version).toBeLessThan(18);
    expect(volumes).toContain('data:/var/lib/postgresql/data');
    expect(ports).toEqual(['5432:5432']);
    expect(block('create database')).toContain(`create database ${environment.POSTGRES_DB} `);
  });

  it('takes what the page has one make, and lays it where the server looks', () => {
    expect(secrets).toEqual(['password']);
    expect(environment.POSTGRES_PASSWORD_FILE).toBe('/run/secrets/password');
    expect(compose.secrets.password).toEqual({ file: './password' });
    expect(page).toContain('a certificate and a file `password`');
    const [, , script = ''] = entrypoint;
    for (const file of ['server.crt', 'server.key']) {
      expect(block('openssl')).toContain(file);
      expect(volumes).toContain(`./${file}:/given/${file}:ro`);
      expect(script).toContain(`/given/${file}`);
      expect(script).toMatch(new RegExp(`ssl_(cert|key)_file=/certificate/${file}`));
    }
    expect(script).toContain('-o postgres -m 600 ');
    execFileSync('bash', ['-n', '-c', script]);
  });

  it('names volumes and secrets that it has', () => {
    expect(Object.keys(compose.volumes)).toEqual(['data']);
    expect(Object.keys(compose.secrets)).toEqual(secrets);
  });
});

describe('the lines of the page', needs(postgres.why ? postgres : openssl), () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server?.remove());

  it('make a database and logins as they are needed', { timeout: 60_000 }, async () => {
    for (const lines of [block('create database'), block('role ben')])
      for (const sql of statements(lines)) await server.sql(sql);
    const login = { ...server.root, database: 'modelfolio', user: 'ada', password: 'choose one' };
    const id = await createShared(login, { name: 'Team', format: 25, tables: ['models'], ownerName: 'Ada' });
    expect(id).toMatch(/^[a-z0-9]{12}$/);
    const [ben] = await server.sql(
      `select rolcreaterole or rolcreatedb or rolsuper as makes from pg_roles where rolname = 'ben'`,
    );
    expect(ben).toEqual({ makes: false });
  });

  it('have the arguments of a cluster that a server takes', { timeout: 60_000 }, () => {
    const args = compose.services.postgres.environment.POSTGRES_INITDB_ARGS?.split(' ') ?? [];
    const data = join(server.folder, 'as-compose');
    server.run('initdb', ['-D', data, '--no-sync', ...args]);
    const hba = readFileSync(join(data, 'pg_hba.conf'), 'utf8');
    expect(hba).toMatch(/^host\s+all\s+all\s+127\.0\.0\.1\/32\s+scram-sha-256$/m);
  });

  it('make a certificate that its CA file vouches for, under the name of the server', () => {
    const folder = join(temporaryFolder(), 'certificate');
    mkdirSync(folder);
    const run = (program: string, args: readonly string[]): string =>
      execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    run('sh', ['-e', '-c', block('openssl')]);
    const name = /DNS:([a-z.]+)/.exec(block('openssl'))?.[1] ?? '';
    expect(run('openssl', ['verify', '-CAfile', 'ca.crt', '-verify_hostname', name, 'server.crt'])).toContain('OK');
    expect(() =>
      run('openssl', ['verify', '-CAfile', 'ca.crt', '-verify_hostname', 'other.example', 'server.crt']),
    ).toThrow();
  });
});
