import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openssl } from './certificates';
import { ip, type Network, network } from './network';

const RELAY = fileURLToPath(new URL('relay.py', import.meta.url));

/** How long a line is, one way. */
export interface LineKind {
  readonly delayMs: number;
  /** So much less, or more. */
  readonly jitterMs: number;
  /** The share of packets that never come. */
  readonly loss: number;
}

/** Packets. */
export interface Carried {
  readonly carried: number;
  readonly bytes: number;
  readonly lost: number;
  /** That came while the line was cut. */
  readonly cut: number;
}

/** Places that reach a server over lines of their own and by nothing else. */
export interface FarNetwork {
  /** In front of a program that is to run at the far end of that line. */
  within(line: number): readonly string[];
  cut(line: number): void;
  mend(line: number): void;
  counts(): Promise<readonly Carried[]>;
  remove(): Promise<void>;
}

let made = 0;

/**
 * Packets go through a program of this test, from a TUN device in the one network to one in the other: what netem does in kernels that
 * have it. Names are short since a device's may have 15 characters.
 *
 * @param seed of what is lost and of how late it is
 */
export async function makeFarNetwork(to: Network, kinds: readonly LineKind[], seed: number): Promise<FarNetwork> {
  made += 1;
  const lines = kinds.map((kind, at) => {
    const own = `${made}-${at}-${process.pid}`;
    return { ...kind, near: `n${own}`, far: `f${own}`, name: `mf-far-${own}`, address: `203.0.113.${at + 1}` };
  });
  const relay = spawn('python3', [RELAY, JSON.stringify({ seed, lines })], { stdio: ['pipe', 'pipe', 'inherit'] });
  const spaces: string[] = [];
  const remove = async (): Promise<void> => {
    await ended(relay);
    for (const name of spaces) ip('netns', 'del', name);
  };
  const answers = createInterface({ input: relay.stdout })[Symbol.asyncIterator]();
  try {
    if ((await answers.next()).value !== 'ready') throw new Error('The relay of packets did not start.');
    for (const { near, far, name, address } of lines) {
      ip('netns', 'add', name);
      spaces.push(name);
      ip('link', 'set', far, 'netns', name);
      ip('-n', name, 'addr', 'add', `${address}/32`, 'dev', far);
      for (const device of ['lo', far]) ip('-n', name, 'link', 'set', device, 'up');
      ip('-n', name, 'route', 'add', to.address, 'dev', far);
      ip('link', 'set', near, 'netns', to.name);
      ip('-n', to.name, 'link', 'set', near, 'up');
      ip('-n', to.name, 'route', 'add', address, 'dev', near);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    within: (line) => ['ip', 'netns', 'exec', lines[line]?.name ?? ''],
    cut: (line) => void relay.stdin.write(`cut ${line}\n`),
    mend: (line) => void relay.stdin.write(`mend ${line}\n`),
    counts: async () => {
      relay.stdin.write('count\n');
      return JSON.parse((await answers.next()).value ?? '[]');
    },
    remove,
  };
}

/** Its devices go with it. */
async function ended(relay: ChildProcess): Promise<void> {
  if (relay.exitCode !== null || relay.signalCode !== null) return;
  const gone = new Promise((resolve) => relay.once('exit', resolve));
  relay.stdin?.end();
  await gone;
}

/** Why packets cannot be carried here; `null`: they can. */
export function whyNoFarNetwork(): string | null {
  if (network.why !== null) return network.why;
  if (openssl.why !== null) return openssl.why;
  if (!existsSync('/dev/net/tun')) return 'This kernel has no /dev/net/tun, through which a test carries packets.';
  const line = { near: `n0-0-${process.pid}`, far: `f0-0-${process.pid}`, delayMs: 0, jitterMs: 0, loss: 0 };
  try {
    execFileSync('python3', [RELAY, JSON.stringify({ seed: 0, lines: [line] })], { input: '', stdio: 'pipe' });
    return null;
  } catch (error) {
    const said = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
    return `Packets are carried by a program for python3, which does not run here: ${said}`;
  }
}

/** How long a connection to a server takes that answers at once: one way there and back. @param times asked; the best counts, since words are lost */
export function roundTripMs(within: readonly string[], { host, port }: Listening, times = 8): number {
  const ask = `import socket,time
best=9e9
for _ in range(${times}):
    since=time.monotonic()
    socket.create_connection(('${host}',${port}),9).close()
    best=min(best,time.monotonic()-since)
print(best*1000)`;
  const [program = '', ...args] = within;
  return Number(execFileSync(program, [...args, 'python3', '-c', ask], { encoding: 'utf8' }));
}

interface Listening {
  readonly host: string;
  readonly port: number;
}
