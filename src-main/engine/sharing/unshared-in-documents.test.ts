import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres, startPostgres, type TestServer } from '../../central/testing/postgres';
import { hostKeys } from '../../platform/key-keeper';
import type { PagePrinter } from '../../platform/page-printer';
import { blankPdf } from '../../testing/blank-pdf';
import { needs } from '../../testing/needs';
import { type Person, person, until } from './testing/people';

let server: TestServer;
/** In the place of paper. */
const pages: string[] = [];

const packed = (path: string): string =>
  Object.values(unzipSync(readFileSync(path)))
    .map((part) => strFromU8(part))
    .join('\n');
const plain = (path: string): string => readFileSync(path, 'utf8');

/** Every kind of file that states of which moment it is, as text. */
async function documents({ engine: { call, folder } }: Person, id: string): Promise<Readonly<Record<string, string>>> {
  const out = (name: string): string => join(folder, name);
  /** What was given to the printer for a file on paper. */
  const printed = async (make: Promise<unknown>): Promise<string> => {
    pages.length = 0;
    await make;
    return pages.join('\n');
  };
  await call('reports.deck', { out: out('a.pptx') });
  await call('reports.html', { out: out('a.html') });
  await call('reports.workbook', { out: out('a.xlsx') });
  await call('exports.modelCard', { id, out: out('a.md') });
  await call('exports.spdx', { out: out('a.spdx') });
  await call('exports.mlBom', { out: out('a.bom') });
  await call('exports.figures', { out: out('a.prom'), format: 'openmetrics' });
  await call('exports.figures', { out: out('a.json'), format: 'json' });
  await call('exports.lines', { out: out('a.jsonl') });
  await call('journal.export', { out: out('a.evidence') });
  const sheet = { template: 'annex_viii', at: '2026-11-23' } as const;
  await call('governance.template', { ...sheet, format: 'xlsx', out: out('b.xlsx') });
  const made = {
    report: await printed(call('reports.pdf', { out: out('a.pdf') })),
    brief: await printed(call('reports.brief', { out: out('b.pdf') })),
    certificate: await printed(call('governance.certificate', { modelId: id, out: out('c.pdf') })),
    template: packed(out('b.xlsx')),
    template_paper: await printed(call('governance.template', { ...sheet, format: 'pdf', out: out('d.pdf') })),
    certificate_of_evidence: await printed(call('journal.certificate', { file: out('a.evidence'), out: out('e.pdf') })),
    deck: packed(out('a.pptx')),
    page: plain(out('a.html')),
    workbook: packed(out('a.xlsx')),
    card: plain(out('a.md')),
    spdx: plain(out('a.spdx')),
    bom: plain(out('a.bom')),
    metrics: plain(out('a.prom')),
    figures: plain(out('a.json')),
    lines: plain(out('a.jsonl')).split('\n')[0] ?? '',
    evidence: plain(out('a.evidence')).split('\n')[0] ?? '',
  };
  return made;
}

/** In its own words, or as a field for programs. */
const SAID: Readonly<Record<string, RegExp>> = {
  report: /2 changes not yet shared/,
  brief: /2 changes not yet shared/,
  certificate: /2 changes not yet shared/,
  template: /2 changes not yet shared/,
  template_paper: /2 changes not yet shared/,
  certificate_of_evidence: /2 changes not yet shared/,
  deck: /2 changes not yet shared/,
  page: /2 changes not yet shared/,
  workbook: /2 changes not yet shared/,
  card: /2 changes not yet shared/,
  spdx: /2 changes not yet shared/,
  bom: /2 changes not yet shared/,
  metrics: /not_yet_shared="2"/,
  figures: /"unshared": 2/,
  lines: /"unshared":2/,
  evidence: /"unshared":2/,
};
const SAYS = /not.yet.shared|"unshared"/i;

describe('documents of a shared portfolio', needs(postgres), () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  it('say how many changes of theirs others do not have, and nothing when there are none', async () => {
    const printPage: PagePrinter = async ({ html }) => {
      pages.push(html);
      return blankPdf();
    };
    const ada = await person(server, 'ada', 'createrole', hostKeys(null), { printPage });
    await server.sql('grant create on database postgres to ada');
    const { call, file, folder } = ada.engine;
    await call('workspace.create', { name: 'Acme', currency: 'EUR', file });
    const { id } = await call('models.create', { name: 'Churn' });
    await call('share.create', { ...ada.login, name: 'Ada' });
    for (const [kind, text] of Object.entries(await documents(ada, id)))
      expect([kind, SAYS.test(text)]).toEqual([kind, false]);
    await server.stop();
    await until(async () => (await call('share.status', {})).state === 'offline');
    await call('models.update', { id, patch: { unit: 'Retail' } });
    await call('models.update', { id, patch: { tier: 1 } });
    for (const [kind, text] of Object.entries(await documents(ada, id)))
      expect([kind, SAID[kind]?.test(text)]).toEqual([kind, true]);
    const evidence = join(folder, 'a.evidence');
    expect(await call('journal.verifyExport', { file: evidence })).toMatchObject({ ok: true, about: { unshared: 2 } });
    await server.start();
    await call('share.connect', {});
    await until(async () => (await call('share.pending', {})).rows.length === 0);
    for (const [kind, text] of Object.entries(await documents(ada, id)))
      expect([kind, SAYS.test(text)]).toEqual([kind, false]);
  }, 120_000);
});
