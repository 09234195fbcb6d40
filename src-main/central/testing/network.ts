import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { postgres } from './postgres';

export const ip = (...args: readonly string[]): void => {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

/** A network of its own for a server, and the cable to it, which a test can pull. */
export interface Network {
  readonly name: string;
  /** Of the server, as it is reached from outside. */
  readonly address: string;
  /** In front of a program that is to run inside. */
  readonly within: readonly string[];
  pull(): void;
  plug(): void;
  remove(): void;
}

/** One that is given back is not gone at once. */
let made = 0;

/** Addresses that no house uses inside (TEST-NET-2), two for each test file that runs at the same time. */
export function makeNetwork(): Network {
  made += 1;
  const no = (process.pid + made) % 60;
  const name = `mf-${process.pid}-${made}`;
  const [outside, inside] = [`mfo${made}x${process.pid}`, `mfi${made}x${process.pid}`];
  const [ours, address] = [`198.51.100.${4 * no + 1}`, `198.51.100.${4 * no + 2}`];
  ip('netns', 'add', name);
  try {
    ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', inside, 'netns', name);
    ip('addr', 'add', `${ours}/30`, 'dev', outside);
    ip('-n', name, 'addr', 'add', `${address}/30`, 'dev', inside);
    for (const device of ['lo', inside]) ip('-n', name, 'link', 'set', device, 'up');
    ip('link', 'set', outside, 'up');
  } catch (error) {
    ip('netns', 'del', name);
    throw error;
  }
  return {
    name,
    address,
    within: ['ip', 'netns', 'exec', name],
    pull: () => ip('link', 'set', outside, 'down'),
    plug: () => ip('link', 'set', outside, 'up'),
    // The cable goes with one of its ends.
    remove: () => ip('netns', 'del', name),
  };
}

function whyNot(): string | null {
  if (postgres.why !== null) return postgres.why;
  if (process.getuid?.() !== 0) return 'Networks of a test are made by root alone.';
  if (!existsSync('/usr/sbin/ip') && !existsSync('/sbin/ip') && !existsSync('/usr/bin/ip'))
    return 'There is no ip. On Debian: apt-get install iproute2.';
  try {
    makeNetwork().remove();
    return null;
  } catch (error) {
    return `This machine lets nobody make a network: ${error instanceof Error ? error.message.split('\n').slice(-2)[0] : String(error)}`;
  }
}

/** For `needs(…)`. The cable is whole or pulled; delay and loss are those of far-network.ts. */
export const network = { why: whyNot() };
