import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { needs } from '../testing/needs';
import type { Login } from './connection/address';
import { Session } from './connection/session';
import { PgCentral } from './pg-central';
import { type Authority, authority, type Issued, openssl } from './testing/certificates';
import { postgres, startPostgres, type TestServer } from './testing/postgres';
import { type Logins, makeLogins, makeTeam, type Team } from './testing/team';

const PATIENT = 60_000;

describe('connecting to a server', needs(postgres.why ? postgres : openssl), () => {
  let server: TestServer;
  let logins: Logins;
  let team: Team;
  let ca: Authority;
  let other: Authority;
  let person: Issued;

  beforeAll(async () => {
    server = await startPostgres();
    logins = await makeLogins(server);
    team = await makeTeam(logins);
    ca = authority(server.folder, 'Aldermoor CA');
    other = authority(server.folder, 'Another CA');
    person = ca.issue('person', 'ben', null);
    ca.issue('right', 'localhost', 'DNS:localhost');
    ca.issue('named', 'pg.aldermoor.example', 'DNS:pg.aldermoor.example,DNS:*.aldermoor.example');
    ca.issue('ended', 'localhost', 'DNS:localhost', -1);
    await team.close();
  }, PATIENT);
  afterAll(() => server?.remove());

  /** Starts the server with a certificate; `null`: without TLS. */
  async function withCertificate(name: string | null): Promise<void> {
    await server.stop('fast');
    if (name === null) return server.start();
    execFileSync('sh', ['-c', `chown -R $(stat -c %u:%g data) ./*.key ./*.crt; chmod 600 ./*.key`], {
      cwd: server.folder,
    });
    const path = (file: string): string => join(server.folder, file);
    await server.start([
      'ssl=on',
      `ssl_cert_file=${path(`${name}.crt`)}`,
      `ssl_key_file=${path(`${name}.key`)}`,
      `ssl_ca_file=${path('Aldermoor CA.crt')}`,
    ]);
  }

  const open = async (login: Partial<Login>): Promise<Session> => {
    const session = await Session.open({ ...logins.ben, ...login });
    onTestFinished(() => session.close());
    return session;
  };

  it('lets the server notice a line that was cut, within a minute or so', { timeout: PATIENT }, async () => {
    const session = await open({});
    const [row] = await session.ask(
      `select current_setting('tcp_keepalives_idle') as idle, current_setting('tcp_keepalives_interval') as interval,
        current_setting('tcp_keepalives_count') as count, current_setting('tcp_user_timeout') as unheard`,
    );
    expect(row).toEqual({ idle: '30', interval: '10', count: '3', unheard: '60000' });
  });

  it('says what is wrong with an address or a login', { timeout: PATIENT }, async () => {
    await withCertificate(null);
    const wrong: readonly (readonly [Partial<Login>, string, boolean])[] = [
      [{ host: 'nobody.invalid' }, 'nobody.invalid was not found', false],
      [{ port: 1 }, 'nothing listens there', false],
      [{ password: 'wrong' }, 'does not take this password for “ben”', true],
      [{ password: undefined }, 'asks for a password', true],
      [{ user: 'nobody' }, 'does not take this password for “nobody”', true],
      [{ database: 'nowhere' }, 'has no database “nowhere”', true],
      [{ host: 'localhost' }, 'offers no encrypted line', true],
      [{ host: server.folder, port: 1 }, 'no PostgreSQL behind the socket', false],
    ];
    for (const [login, sentence, final] of wrong) {
      const why = await open(login).catch((error: unknown) => error);
      expect(why, sentence).toMatchObject({ name: 'CentralLost', final, sent: false });
      expect(String(why)).toContain(sentence);
      expect(String(why)).not.toContain(logins.ben.password);
    }
  });

  it('speaks in plain with this computer only, through a socket of it too', { timeout: PATIENT }, async () => {
    await withCertificate(null);
    expect((await open({})).proved).toBeNull();
    expect((await open({ host: server.folder })).proved).toBeNull();
  });

  it('verifies the certificate up to the CA that was given', { timeout: PATIENT }, async () => {
    await withCertificate('right');
    const session = await open({ host: 'localhost', ca: ca.certificate });
    expect(session.proved).toMatchObject({ name: 'localhost', issuer: 'Aldermoor CA', protocol: 'TLSv1.3' });
    const [row] = await session.ask<{ ssl: boolean }>('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
    expect(row).toEqual({ ssl: true });
    const central = await PgCentral.connect({ ...logins.ben, host: 'localhost', ca: ca.certificate }, team.id);
    expect(central.provedBy).toBe('Aldermoor CA');
    await central.close();
    for (const given of [other.certificate, undefined])
      await expect(open({ host: 'localhost', ca: given })).rejects.toThrow(
        'Nobody whom this computer trusts vouches for',
      );
    await expect(open({ host: '127.0.0.1', ca: ca.certificate })).rejects.toThrow(
      'It proves to be localhost, not 127.0.0.1',
    );
    await expect(open({ host: 'localhost', ca: 'nonsense' })).rejects.toMatchObject({ name: 'CentralLost' });
  });

  it('names the server that another one is', { timeout: PATIENT }, async () => {
    await withCertificate('named');
    const failure = await open({ host: 'localhost', ca: ca.certificate }).catch((error: unknown) => error);
    expect(String(failure)).toContain(
      'It proves to be pg.aldermoor.example or *.aldermoor.example, not localhost. The password was not sent.',
    );
  });

  it('takes no certificate that has ended', { timeout: PATIENT }, async () => {
    await withCertificate('ended');
    await expect(open({ host: 'localhost', ca: ca.certificate })).rejects.toThrow('has expired');
  });

  it('proves a login by its certificate', { timeout: PATIENT }, async () => {
    const hba = join(server.folder, 'data', 'pg_hba.conf');
    appendFileSync(hba, '');
    writeFileSync(
      hba,
      'hostssl all ben 127.0.0.1/32 cert\nhost all all 127.0.0.1/32 scram-sha-256\nhostssl all ben ::1/128 cert\n',
    );
    chmodSync(hba, 0o644);
    await withCertificate('right');
    const own = { host: 'localhost', ca: ca.certificate, password: undefined };
    const session = await open({ ...own, certificate: person });
    expect(await session.ask('select session_user::text as user')).toEqual([{ user: 'ben' }]);
    await expect(open(own)).rejects.toMatchObject({ name: 'CentralLost' });
    const stranger = other.issue('stranger', 'ben', null);
    await expect(open({ ...own, certificate: stranger })).rejects.toMatchObject({ name: 'CentralLost' });
  });

  it('sends no word of the login to whom it does not believe', { timeout: PATIENT }, async () => {
    const heard: Buffer[] = [];
    const fake = ca.issue('fake', 'elsewhere.example', 'DNS:elsewhere.example');
    const listener = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write('S');
        const secure = new TLSSocket(socket, { isServer: true, cert: fake.certificate, key: fake.key });
        secure.on('error', () => {});
        secure.on('data', (data) => heard.push(data));
      });
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void listener.close());
    const address = listener.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(open({ host: 'localhost', port, ca: ca.certificate })).rejects.toThrow(
      'It proves to be elsewhere.example',
    );
    await expect(open({ host: 'localhost', port, ca: other.certificate })).rejects.toThrow('Nobody whom');
    expect(Buffer.concat(heard).toString('latin1')).toBe('');
  });
});
