import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { Client } from 'pg';
import { authority } from './certificates';
import type { Network } from './network';
import type { TestServer } from './postgres';

const STARTS_MS = 20_000;

/** A server that is reached over its network alone, by TLS. */
export interface ServerInside {
  /** The file of the authority that vouches for it, and what it holds. */
  readonly caFile: string;
  readonly ca: string;
  /** As its superuser, through the socket: not over the network. */
  beside(text: string): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Puts a server with what it has, its logins among it, into a network. */
export async function serveInside(server: TestServer, network: Network): Promise<ServerInside> {
  await server.stop('fast');
  const path = (name: string): string => join(server.folder, name);
  const issuer = authority(server.folder, 'Aldermoor CA');
  issuer.issue('inside', network.address, `IP:${network.address}`);
  appendFileSync(path('data/pg_hba.conf'), 'hostssl all all 0.0.0.0/0 scram-sha-256\n');
  execFileSync('sh', ['-c', 'chown $(stat -c %u:%g data) ./*.key ./*.crt; chmod 600 ./*.key'], {
    cwd: server.folder,
  });
  const [program = '', ...args] = network.within;
  const settings = [
    'listen_addresses=*',
    'ssl=on',
    `ssl_cert_file=${path('inside.crt')}`,
    `ssl_key_file=${path('inside.key')}`,
  ];
  const inside = spawn(
    program,
    [
      ...[...args, 'setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', join(server.bin, 'postgres')],
      ...['-D', path('data'), '-p', String(server.port), '-k', server.folder],
      ...settings.flatMap((one) => ['-c', one]),
    ],
    { cwd: server.folder, stdio: 'ignore' },
  );
  const gone = new Promise((resolve) => inside.once('exit', resolve));
  const beside: ServerInside['beside'] = async (text) => {
    const client = new Client({ ...server.root, host: server.folder });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  const stop = async (): Promise<void> => {
    inside.kill('SIGQUIT');
    await gone;
  };
  for (const until = Date.now() + STARTS_MS; ; ) {
    try {
      await beside('select 1');
      return { caFile: path('Aldermoor CA.crt'), ca: issuer.certificate, beside, stop };
    } catch (error) {
      if (Date.now() > until || inside.exitCode !== null) {
        await stop();
        throw error;
      }
      await rest(100);
    }
  }
}
