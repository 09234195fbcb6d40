import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Input, Output } from '#contract/index';
import { clockSource } from '../../platform/clock-source';
import { fingerprintOf } from '../../platform/signing-key';
import { blankPdf } from '../../testing/blank-pdf';
import { type TestBackend, temporaryFolder, testBackend } from '../../testing/test-backend';

type Evidence = Output<'journal.verifyExport'>;

/** Eight entries of two people on three days; the second one has several changes. */
async function told(): Promise<TestBackend> {
  const engine = await testBackend();
  const { call, at } = engine;
  at('2026-11-20T10:00:00.000Z');
  const { id } = await call('models.create', { name: 'Churn “ä 🐍”', tier: 2, unit: 'Retail' });
  at('2026-11-21T10:00:00.000Z');
  await call('workspace.setYourName', { name: 'Grace' });
  await call('models.update', { id, patch: { tier: 1, purpose: 'Who leaves' } });
  await call('incidents.create', { title: 'Wrong scores', modelId: id });
  at('2026-11-22T10:00:00.000Z');
  await call('models.create', { name: 'Triage' });
  await call('history.undo', {});
  await call('history.redo', {});
  await call('portfolio.rename', { name: 'Test' });
  return engine;
}

async function exported(engine: TestBackend, asked: Partial<Input<'journal.export'>> = {}) {
  const out = join(engine.folder, 'evidence.jsonl');
  const { evidence } = await engine.call('journal.export', { ...asked, out });
  return { out, evidence, bytes: readFileSync(out) };
}

const documented = readFileSync(join(import.meta.dirname, '../../../docs/evidence.md'), 'utf8').match(
  /```js\n([\s\S]*?)```/,
)?.[1];

/** What the procedure says that stands in the documents: run as it stands there, by Node alone. */
async function byHand(file: string): Promise<string> {
  const script = join(temporaryFolder(), 'verify.mjs');
  writeFileSync(script, documented ?? 'throw new Error("no procedure is documented")');
  return promisify(execFile)(process.execPath, [script, file]).then(
    ({ stdout }) => stdout,
    (error: { readonly stderr: string }) => error.stderr,
  );
}

it('exports the whole journal, and any computer verifies it without the portfolio; so does the documented procedure', async () => {
  const engine = await told();
  const { out, evidence } = await exported(engine);
  const { total, entries } = await engine.call('journal.list', {});
  expect(evidence).toMatchObject({
    ok: true,
    fault: null,
    entries: total,
    message: `All ${total} entries (1 to ${total}) are as they were written, and the signature holds.`,
    about: {
      portfolio: 'Test',
      from: 1,
      to: total,
      head: entries[0]?.hash,
      own: true,
      exportedBy: 'Grace',
      before: '0'.repeat(64),
    },
    actors: ['Ada', 'Grace'],
  });
  const elsewhere = await testBackend({ portfolio: false });
  const again = await elsewhere.call('journal.verifyExport', { file: out });
  expect(again).toEqual({ ...evidence, about: { ...evidence.about, own: false } });
  expect(await byHand(out)).toContain(
    `Entries 1 to ${total} of Test: as they were written. Key ${evidence.about?.fingerprint}`,
  );
});

it('exports a range by numbers and by days, with digests in the place of values where that is asked for', async () => {
  const engine = await told();
  const part = await exported(engine, { from: 3, to: 5 });
  expect(part.evidence).toMatchObject({ ok: true, entries: 3, about: { from: 3, to: 5 } });
  const days = await exported(engine, { fromDay: '2026-11-21', toDay: '2026-11-21' });
  expect(days.evidence).toMatchObject({
    ok: true,
    about: { firstAt: '2026-11-21T10:00:00.000Z', lastAt: '2026-11-21T10:00:00.000Z' },
  });
  const closed = await exported(engine, { values: false });
  expect(closed.evidence).toMatchObject({ ok: true, changes: 0 });
  expect(closed.bytes.toString()).not.toContain('Retail');
  expect(await byHand(closed.out)).toContain('as they were written');
  await expect(exported(engine, { from: 500 })).rejects.toThrow('No entry of the journal lies in this range');
});

/** A file with these bytes, verified. */
async function verified(engine: TestBackend, bytes: Uint8Array): Promise<Evidence> {
  const file = join(engine.folder, 'altered.jsonl');
  writeFileSync(file, bytes);
  return engine.call('journal.verifyExport', { file });
}

it('finds a byte that was altered wherever it is (every third is tried), and says in which line and which entry', {
  timeout: 120_000,
}, async () => {
  const engine = await told();
  const { bytes } = await exported(engine, { from: 2, to: 3 });
  const lines = bytes.toString('latin1').split('\n');
  const lineOf = (at: number): number => bytes.subarray(0, at).toString('latin1').split('\n').length;
  for (let at = 0; at < bytes.length; at += 3) {
    const altered = Buffer.from(bytes);
    altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
    const { ok, fault, about } = await verified(engine, altered);
    expect(ok, `byte ${at}`).toBe(false);
    const line = lineOf(at);
    // Of the first line nothing can be said where it is no JSON any more; of the last two the digest cannot tell which.
    if (line === 1) expect(about === null || fault?.line === 1).toBe(true);
    else if (line < lines.length - 2) expect(fault?.line, `byte ${at} in line ${line}`).toBeLessThanOrEqual(line + 0);
    else expect(fault?.line, `byte ${at} in line ${line}`).toBeGreaterThanOrEqual(lines.length - 2);
    if (line > 1 && line < lines.length - 2) {
      expect(fault?.toLine).toBeGreaterThanOrEqual(line);
      expect(fault?.entry).not.toBeNull();
    }
  }
});

it('finds lines that were taken out, put in, swapped or cut off', { timeout: 60_000 }, async () => {
  const engine = await told();
  const { bytes, out } = await exported(engine);
  const lines = bytes.toString().split('\n').slice(0, -1);
  const text = (list: readonly string[]): Buffer => Buffer.from(`${list.join('\n')}\n`);
  expect((await verified(engine, text(lines))).ok).toBe(true);
  for (let n = 0; n < lines.length; n += 1) {
    expect((await verified(engine, text(lines.toSpliced(n, 1)))).ok, `without line ${n + 1}`).toBe(false);
    expect((await verified(engine, text(lines.slice(0, n)))).ok, `cut before line ${n + 1}`).toBe(false);
    expect((await verified(engine, text(lines.toSpliced(n, 0, lines[n] ?? '')))).ok, `line ${n + 1} twice`).toBe(false);
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), fc.uint8Array({ minLength: 1, maxLength: 20 }), async (at, more) => {
      const altered = Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
      expect((await verified(engine, altered)).ok).toBe(false);
    }),
    { numRuns: 100 },
  );
  writeFileSync(out, text(lines.toSpliced(4, 1)));
  expect(await byHand(out)).toContain('NOT AS IT WAS WRITTEN');
});

it('does not take a forger’s own key for the one of this computer', async () => {
  const engine = await told();
  const { bytes } = await exported(engine, { from: 1, to: 1 });
  const lines = bytes.toString().trimEnd().split('\n');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const head = {
    ...JSON.parse(lines[0] ?? ''),
    portfolio: 'Forged',
    publicKey: der.toString('base64'),
    fingerprint: fingerprintOf(der),
  };
  const { createHash } = await import('node:crypto');
  const body = `${[JSON.stringify(head), ...lines.slice(1, -2)].join('\n')}\n`;
  const { end } = JSON.parse(lines.at(-2) ?? '');
  const endLine = JSON.stringify({ end: { ...end, sha256: createHash('sha256').update(body).digest('hex') } });
  const signature = sign(null, Buffer.from(endLine), privateKey).toString('base64');
  const forged = await verified(engine, Buffer.from(`${body}${endLine}\n${JSON.stringify({ signature })}\n`));
  expect(forged).toMatchObject({ ok: true, about: { own: false, fingerprint: fingerprintOf(der) } });
});

it('makes no evidence of a journal that was altered, and says of another file what it is not', async () => {
  const engine = await told();
  await engine.call('workspace.close', {});
  const db = new Database(engine.file);
  db.exec("DROP TRIGGER journal_no_update; UPDATE journal SET label = 'Nothing' WHERE seq = 3");
  const trigger = `CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`;
  const original = new Database(join((await testBackend()).folder, 'test.modelfolio'), { readonly: true });
  const text = original.prepare("SELECT sql FROM sqlite_schema WHERE name = 'journal_no_update'").pluck().get();
  original.close();
  db.exec(typeof text === 'string' ? text : trigger);
  db.close();
  await engine.call('workspace.open', { file: engine.file });
  await expect(exported(engine)).rejects.toThrow('Entry 3 of the journal is not as it was written');
  const other = join(engine.folder, 'table.csv');
  writeFileSync(other, 'a,b\n1,2\n');
  expect(await engine.call('journal.verifyExport', { file: other })).toMatchObject({ ok: false, about: null });
  await expect(engine.call('journal.verifyExport', { file: join(engine.folder, 'none') })).rejects.toThrow(
    'cannot be read',
  );
});

it('keeps its key for its owner alone, and says when it is damaged', async () => {
  const engine = await told();
  const first = await exported(engine);
  const key = join(engine.folder, 'config', 'journal-key.pem');
  if (process.platform !== 'win32') {
    expect(statSync(key).mode & 0o777).toBe(0o600);
    chmodSync(key, 0o644);
    await exported(engine);
    expect(statSync(key).mode & 0o777).toBe(0o600);
  }
  expect((await exported(engine)).evidence.about?.fingerprint).toBe(first.evidence.about?.fingerprint);
  writeFileSync(key, 'no key');
  await expect(exported(engine)).rejects.toThrow('The key that this computer signs with (journal-key.pem) is damaged');
});

it('writes a certificate that says range, people, last hash, key and clock, and of an altered file what does not hold', async () => {
  let html = '';
  const printPage = async (page: { readonly html: string }) => {
    html = page.html;
    return blankPdf();
  };
  const engine = await testBackend({ printPage });
  await engine.call('models.create', { name: '<b>Churn</b>' });
  const pdf = join(engine.folder, 'certificate.pdf');
  const { bytes, evidence } = await exported(engine, { certificate: { out: pdf, locale: 'en-GB', paper: 'A4' } });
  const grouped = (hex = ''): string => hex.replace(/(.{4})(?=.)/g, '$1 ');
  const { about, sha256, message } = evidence;
  for (const said of [message, grouped(about?.head), grouped(about?.fingerprint), grouped(sha256), about?.clock, 'Ada'])
    expect(html).toContain(said);
  expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-1\.7[\s\S]*pdfuaid:part/);
  const altered = join(engine.folder, 'altered.jsonl');
  writeFileSync(altered, bytes.toString().replace('Churn', 'Burnt'));
  const out = join(engine.folder, 'bad.pdf');
  const { evidence: bad } = await engine.call('journal.certificate', { file: altered, out });
  expect(bad).toMatchObject({ ok: false, fault: { entry: 2 } });
  expect(html).toContain('was altered');
  expect(html).toContain('This file is no evidence');
});

it('says of the clock what the system says of it', async () => {
  const said = (text: string | null) => async () => text;
  expect(await clockSource('linux', said('yes\n'))).toEqual({
    clock: 'Linux system clock',
    keptByTimeServer: true,
    server: '',
  });
  expect(await clockSource('linux', said('no\n'))).toMatchObject({ keptByTimeServer: false });
  expect(await clockSource('linux', said(null))).toMatchObject({ keptByTimeServer: null });
  expect(await clockSource('win32', said('time.example,0x8\r\n'))).toMatchObject({
    keptByTimeServer: true,
    server: 'time.example,0x8',
  });
  expect(await clockSource('win32', said('Local CMOS Clock\r\n'))).toMatchObject({ keptByTimeServer: false });
  const stopped = 'The following error occurred: The service has not been started. (0x80070426)';
  expect(await clockSource('win32', said(stopped))).toMatchObject({ keptByTimeServer: null, server: '' });
});
