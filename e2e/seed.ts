import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Channel, Input, Output } from '#contract/index';

const root = join(import.meta.dirname, '..');

/** A portfolio made and filled through the command host, before the window opens. */
export interface Seed {
  readonly file: string;
  call<N extends Channel>(channel: N, input: Input<N>): Output<N>;
}

export const seedPortfolio = (folder: string): Seed => portfolioIn(folder, 'northwind', 'EUR', 'Northwind Bank');

/** A portfolio without anything in it. */
export function portfolioIn(folder: string, file: string, currency: string, name = file): Seed {
  const seed = seedAt(folder, file);
  run(folder, ['new', seed.file, '--name', name, '--currency', currency]);
  return seed;
}

export function seedAt(folder: string, name: string): Seed {
  const file = join(folder, `${name}.modelfolio`);
  return {
    file,
    call: (channel, input) => JSON.parse(run(folder, [channel, JSON.stringify(input), '--portfolio', file])),
  };
}

const run = (folder: string, args: readonly string[]): string =>
  execFileSync(process.execPath, [join(root, 'out/main/command.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'seed-data') },
    maxBuffer: 64 * 1024 * 1024,
  });

/** The bank as it was made first by this worker: making it takes seconds, copying it none. */
let bank: Buffer | null = null;

/** A small bank: enough of each kind for every screen to have something to say. */
export function seedBank(folder: string): Seed {
  const seed = seedAt(folder, 'northwind');
  if (bank) writeFileSync(seed.file, bank);
  else bank = makeBank(folder);
  return seed;
}

function makeBank(folder: string): Buffer {
  const seed = seedPortfolio(folder);
  const live = ['data_preparation', 'training', 'validation', 'deployed', 'monitored'] as const;
  const models = [
    { name: 'Card fraud', unit: 'Cards / Risk', tier: 1, updateFrequency: 'weekly', moves: 3 },
    { name: 'Churn', unit: 'Retail', tier: 2, updateFrequency: 'monthly', moves: 5 },
    { name: 'Mortgage PD', unit: 'Retail / Mortgages', tier: 1, updateFrequency: 'yearly', moves: 0 },
    { name: 'Next best offer', unit: 'Retail', tier: 3, updateFrequency: 'daily', moves: 4 },
    { name: 'Document OCR', unit: 'Operations', tier: null, updateFrequency: null, moves: 1 },
  ] as const;
  for (const { moves, ...fields } of models) {
    const { id } = seed.call('models.create', { ...fields, businessOwner: 'Grace', technicalOwner: 'Alan' });
    live.slice(0, moves).forEach((to, index) => {
      seed.call('models.move', { id, to, at: `2026-0${index + 1}-15`, version: to === 'deployed' ? '1.0' : '' });
    });
  }
  return readFileSync(seed.file);
}
