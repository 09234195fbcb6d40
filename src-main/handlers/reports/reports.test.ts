import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fillPortfolio, OWNERS } from '../../testing/report-portfolio';
import { testBackend } from '../../testing/test-backend';

const NOW = '2026-11-23T10:00:00.000Z';
const SLOW = 60_000;

const sha = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Every text part of a package, those of packed sheets too. */
function textsOf(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => (name.endsWith('.xlsx') ? textsOf(content) : `${name}\n${strFromU8(content)}`))
    .join('\n');
}

describe('reports.deck', () => {
  it('makes the same bytes of the same content, names that content, and remembers what it made', {
    timeout: SLOW,
  }, async () => {
    const engine = await testBackend();
    const { call, folder } = engine;
    await fillPortfolio(engine, 12, NOW);
    const [first, second] = [join(folder, 'first.pptx'), join(folder, 'second.pptx')];
    const made = await call('reports.deck', { out: first });
    const again = await call('reports.deck', { out: second });
    expect(again.contentHash).toBe(made.contentHash);
    expect(sha(second)).toBe(sha(first));
    expect(readFileSync(first).byteLength).toBe(made.bytes);
    const { reports, contentHash } = await call('reports.list', {});
    expect(contentHash).toBe(made.contentHash);
    expect(reports.map(({ kind, fileName, bytes }) => [kind, fileName, bytes])).toEqual([
      ['deck', 'second.pptx', again.bytes],
      ['deck', 'first.pptx', made.bytes],
    ]);
    const text = textsOf(readFileSync(first));
    for (const part of [made.contentHash, 'Test', '23 Nov 2026'])
      expect([part, text.includes(part)]).toEqual([part, true]);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it.each(['reports.deck', 'reports.workbook'] as const)(
    'tells one moment while somebody edits all the time (%s)',
    {
      timeout: SLOW,
    },
    async (channel) => {
      const engine = await testBackend();
      const { call, folder } = engine;
      await fillPortfolio(engine, 12, NOW);
      const quiet = join(folder, 'quiet');
      await call(channel, { out: quiet });
      const { contentHash } = await call('reports.list', {});
      let edits = 0;
      let done = false;
      const edit = async (): Promise<void> => {
        while (!done) {
          await call('models.create', { name: `Meanwhile ${edits}` });
          edits += 1;
        }
      };
      const editing = edit();
      const out = join(folder, 'busy');
      const made = await call(channel, { out }).finally(() => {
        done = true;
      });
      await editing;
      expect(edits).toBeGreaterThan(2);
      // Begun with the first edit at the earliest: the bytes of the quiet one where it came before all edits, else one content.
      const now = (await call('reports.list', {})).contentHash;
      expect(made.contentHash).not.toBe(now);
      if (made.contentHash === contentHash) expect(sha(out)).toBe(sha(quiet));
      const named = new Set(textsOf(readFileSync(out)).match(/Meanwhile \d+/g) ?? []);
      expect(named.size).toBeLessThan(edits);
      expect(await call('journal.verify', {})).toMatchObject({ ok: true });
    },
  );

  it('is not undone, and names another content after a change', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    const { call, folder } = engine;
    const out = join(folder, 'deck.pptx');
    await call('models.create', { name: 'Churn' });
    const made = await call('reports.deck', { out });
    expect(await call('history.undo', {})).toMatchObject({ label: expect.stringContaining('Churn') });
    expect((await call('reports.list', {})).reports).toHaveLength(1);
    for (const name of ['Fraud', 'Pricing']) await call('models.create', { name });
    const next = await call('reports.deck', { out, length: 'steering' });
    expect(next.contentHash).not.toBe(made.contentHash);
    expect(/has changed since the deck of 23 Nov 2026/.test(textsOf(readFileSync(out)))).toBe(true);
  });

  it('says who answers for a step and who decides when, and otherwise that they are to be named', {
    timeout: SLOW,
  }, async () => {
    const engine = await testBackend();
    const { call, folder } = engine;
    const { assessmentId: id } = await fillPortfolio(engine, 12, NOW);
    const out = join(folder, 'deck.pptx');
    await call('reports.deck', { out });
    expect(textsOf(readFileSync(out))).toContain('Sponsor: to be named. Day of the decision: to be named.');
    const { score } = await call('assessments.get', { id });
    const step = score.gaps.find(({ gatingLevel }) => gatingLevel === 1)?.id ?? '';
    const named = {
      steps: [{ id: step, owner: 'Radia Perlman', due: '2027-01-15' }],
      sponsor: 'Ada Lovelace',
      decisionDay: '2026-12-15',
    };
    await call('assessments.update', {
      id,
      patch: { roadmap: { horizonMonths: 24, start: '2026-12', edits: [], ...named } },
    });
    await call('reports.deck', { out });
    const text = textsOf(readFileSync(out));
    expect(text).toContain('Sponsor: Ada Lovelace. Day of the decision: 15 Dec 2026.');
    for (const part of ['Radia Perlman', '15 Jan 2027']) expect(text).toContain(part);
    await call('reports.deck', { out, redact: { owners: true } });
    for (const person of ['Radia Perlman', 'Ada Lovelace']) expect(textsOf(readFileSync(out))).not.toContain(person);
    expect(await call('history.undo', {})).toMatchObject({ label: expect.stringContaining('roadmap') });
  });

  it('lets no name and no person out when they are redacted', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    const { call, folder } = engine;
    const { names } = await fillPortfolio(engine, 12, NOW);
    const out = join(folder, 'deck.pptx');
    await call('reports.deck', { out, redact: { names: true, owners: true, money: true }, models: true });
    const text = textsOf(readFileSync(out)).toLowerCase();
    for (const secret of [...names, ...OWNERS])
      expect([secret, text.includes(secret.toLowerCase())]).toEqual([secret, false]);
    expect(text.includes('model 02')).toBe(true);
    // The runs are said of the level that costs least, which goes before them without its amount.
    expect(text).toMatch(/over \d+ years? level (\d) costs least\. it costs least in/);
    await call('reports.deck', { out, models: true });
    expect(names.some((name) => textsOf(readFileSync(out)).includes(name))).toBe(true);
  });

  it('leaves the older file and nothing else when it is cancelled or the folder is missing', async () => {
    const engine = await testBackend();
    const { call, folder } = engine;
    const out = join(folder, 'deck.pptx');
    writeFileSync(out, 'older');
    const work = call('reports.deck', { out, jobId: 'deck-1' });
    await call('jobs.cancel', { jobId: 'deck-1' });
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(readFileSync(out, 'utf8')).toBe('older');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const nowhere = join(folder, 'missing', 'deck.pptx');
    await expect(call('reports.deck', { out: nowhere })).rejects.toThrow(/could not be written/);
    expect(existsSync(nowhere)).toBe(false);
    expect((await call('reports.list', {})).reports).toEqual([]);
  });

  it('says of updates that nobody has noted that they are not known, never 0', async () => {
    const { call, folder } = await testBackend();
    const { id } = await call('models.create', { name: 'Churn' });
    await call('models.move', { id, to: 'deployed', at: '2026-11-01', reason: 'live' });
    const out = join(folder, 'report.html');
    await call('reports.html', { out });
    const text = readFileSync(out, 'utf8');
    expect(text).toContain('1 model, updates a year not known, thresholds');
    expect(text.match(/.{60}(?<!\d)0 updates a year.{20}/g) ?? []).toEqual([]);
  });

  it('refuses a locale that is none in a sentence', async () => {
    const { call, folder } = await testBackend();
    await expect(call('reports.deck', { out: join(folder, 'a.pptx'), locale: 'de-DE-de-DE' })).rejects.toThrow(
      /is not a locale/,
    );
  });
});
