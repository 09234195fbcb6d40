import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortfolio, forgetKeys } from '../src-main/store/files';
import { insertPortfolio } from '../src-main/store/portfolio/portfolio';
import { benchBackend } from './bench-backend';
import { NOW } from './drift-store';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { LIVES, writeInventory } from './inventory/write-inventory';
import { measuredWatching } from './measured-command';

const PASSPHRASE = 'four words of no saying';
const TIMES = 9;
/** Times a plain one. */
const BARS = { known: 1.3, typed: 1.3 } as const;

/**
 * A portfolio is opened and its first screens are read, plain and encrypted, in turn: `npm run build && npm run bench:encrypted`, with
 * another number of models `-- 10000`.
 */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const rows = Number(args.find((text) => /^\d+$/.test(text)) ?? 100_000);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const plain = await made(folder, rows);
    const encrypted = join(folder, 'encrypted.modelfolio');
    await copyFile(plain, encrypted);
    const took = await encrypt(folder, encrypted);
    console.log(`${machineWords()}\n`);
    console.log(
      `${rows.toLocaleString('en-US')} models, ${Math.round((await stat(plain)).size / 1e6)} MB; encrypting them took ${took.toFixed(1)} s.\n`,
    );
    return await compare(folder, rows, plain, encrypted);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function made(folder: string, rows: number): Promise<string> {
  const file = join(folder, 'inventory.csv');
  await writeInventory(file, LIVES, { rows });
  const portfolio = join(folder, 'plain.modelfolio');
  const store = createPortfolio(portfolio, NOW);
  await insertPortfolio(store, { name: 'Bench', currency: 'EUR', actor: 'bench', at: NOW });
  await store.close();
  await measuredWatching([], 'imports.apply', { file }, '--portfolio', portfolio);
  return portfolio;
}

async function encrypt(folder: string, file: string): Promise<number> {
  const backend = await benchBackend(folder, NOW);
  await backend.call('workspace.open', { file });
  const begun = performance.now();
  await backend.call('encryption.set', { passphrase: PASSPHRASE });
  const seconds = (performance.now() - begun) / 1000;
  await backend.close();
  return seconds;
}

interface Times {
  readonly open: number;
  readonly screens: number;
}

/** Opened by an engine that has just started; the key of an encrypted one is known, or worked out from the passphrase. */
async function once(folder: string, file: string, passphrase: string | null): Promise<Times> {
  const backend = await benchBackend(folder, NOW);
  if (passphrase !== null) forgetKeys();
  const begun = performance.now();
  await backend.call('workspace.open', { file }).catch(() => backend.call('workspace.unlock', { passphrase }));
  const open = performance.now() - begun;
  await backend.call('overview.summary', {});
  await backend.call('models.grid', {});
  const screens = performance.now() - begun;
  await backend.close();
  return { open, screens };
}

async function compare(folder: string, rows: number, plain: string, encrypted: string): Promise<readonly Figure[]> {
  const told: Figure[] = [];
  const found: Record<'plain' | 'known' | 'typed', Times[]> = { plain: [], known: [], typed: [] };
  for (let turn = 0; turn <= TIMES; turn += 1) {
    const typed = await once(folder, encrypted, PASSPHRASE);
    const known = await once(folder, encrypted, null);
    const own = await once(folder, plain, null);
    // The first round fills the system's cache.
    if (turn === 0) continue;
    found.plain.push(own);
    found.known.push(known);
    found.typed.push(typed);
  }
  const median = (all: readonly Times[], of: keyof Times): number =>
    all.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
  console.log('| | opened, ms | first screens there, ms | of plain |');
  console.log('|---|---:|---:|---:|');
  const words = { plain: 'plain', known: 'encrypted, its key remembered', typed: 'encrypted, its passphrase typed' };
  for (const [kind, all] of Object.entries(found) as [keyof typeof found, Times[]][]) {
    const of = `${rows.toLocaleString('en-US')} models`;
    const bar = kind === 'plain' ? undefined : BARS[kind] * median(found.plain, 'screens');
    told.push(
      figure(
        `opened and first screens there, ${words[kind]}, ms`,
        of,
        median(all, 'screens'),
        bar === undefined ? {} : { most: bar },
      ),
    );
    const ratio = median(all, 'screens') / median(found.plain, 'screens');
    console.log(
      `| ${words[kind]} | ${median(all, 'open').toFixed(0)} | ${median(all, 'screens').toFixed(0)} | ${ratio.toFixed(2)} |`,
    );
  }
  return told;
}
