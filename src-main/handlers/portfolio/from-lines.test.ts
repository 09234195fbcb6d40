import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { psiResults } from '../../testing/psi-results';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const SLOW = 120_000;

/** Everything that a reader is shown of a portfolio, with what the journal says of itself. */
async function shown({ call }: TestBackend) {
  const { rows } = await call('models.list', { limit: 10_000 });
  const series = [];
  for (const { id } of rows) series.push(await call('drift.series', { modelId: id, points: 200_000 }));
  return {
    info: { ...(await call('portfolio.info', {})), fileName: '', sizeBytes: 0 },
    models: await Promise.all(rows.map(({ id }) => call('models.get', { id }))),
    series,
    health: await call('drift.health', { limit: 10_000 }),
    incidents: await call('incidents.list', { limit: 1_000 }),
    overview: await call('overview.summary', {}),
    figures: await call('overview.figures', {}),
    assessments: await call('assessments.list', {}),
    scenarios: await call('scenarios.list', {}),
    imports: await call('imports.list', {}),
    journal: await call('journal.list', { limit: 500 }),
    undo: await call('history.state', {}),
    verified: await call('journal.verify', {}),
  };
}

async function small(): Promise<TestBackend & { readonly out: string }> {
  const engine = await testBackend();
  const { call, folder } = engine;
  const { id } = await call('models.create', { name: 'Motor', tier: 1, stage: 'deployed', since: '2026-01-05' });
  await call('drift.record', {
    results: psiResults(
      id,
      Array.from({ length: 450 }, (_, day) => (day === 3 ? Number.NaN : day / 1000)).map((value) => value || 0.5),
      (day) => ({ at: new Date(Date.UTC(2025, 0, 1 + day)).toISOString() }),
    ),
  });
  for (let index = 0; index < 150; index += 1) await call('models.create', { name: `Model ${index}` });
  await call('models.updateMany', {
    ids: (await call('models.list', { limit: 200 })).rows.map((row) => row.id),
    patch: { unit: 'Retail “Ost”\n\u2028 ∑' },
  });
  await call('history.undo', {});
  const out = join(folder, 'whole.jsonl');
  return { ...engine, out };
}

describe('a portfolio as lines', () => {
  it('becomes the same portfolio again, with the same journal', { timeout: SLOW }, async () => {
    const engine = await testBackend({ portfolio: false });
    const { call, folder, at } = engine;
    at('2026-11-26T10:00:00.000Z');
    await call('workspace.sample', { file: join(folder, 'sample.modelfolio') });
    const before = await shown(engine);
    const out = join(folder, 'sample.jsonl');
    const { rows, entries, head } = await call('exports.lines', { out });
    expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(rows);
    const made = await call('workspace.fromLines', { lines: out, file: join(folder, 'again.modelfolio') });
    expect(made).toMatchObject({ name: before.info.name, entries, head, fileName: 'again.modelfolio' });
    expect(made.rows).toBe(before.verified.rows);
    const after = await shown(engine);
    expect(after).toEqual(before);
    // What was written from the second is what was written from the first; points may lie in other segments.
    const again = join(folder, 'again.jsonl');
    await call('exports.lines', { out: again });
    const told = (path: string) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => !/^\{"(check|series)"/.test(line));
    expect(told(again)).toEqual(told(out));
  });

  it('goes on where it was: an undo, an edit and results come after', { timeout: SLOW }, async () => {
    const engine = await small();
    const { call, out, folder } = engine;
    await call('exports.lines', { out });
    const before = await shown(engine);
    await call('workspace.fromLines', { lines: out, file: join(folder, 'b.modelfolio') });
    expect(await shown(engine)).toEqual(before);
    await call('history.redo', {});
    const { rows } = await call('models.list', { limit: 1, sort: [{ field: 'tier' }] });
    expect(rows[0]?.unit).toContain('Retail “Ost”');
    const model = rows[0]?.id ?? '';
    await call('drift.record', { results: psiResults(model, [0.9], () => ({ at: '2026-11-22T00:00:00.000Z' })) });
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
    const [series] = (await call('drift.series', { modelId: model, points: 10_000 })).series;
    expect(series?.n).toBe(451);
  });

  it('of an encrypted portfolio can be encrypted again, with another passphrase', async () => {
    const { call, out, folder } = await small();
    await call('exports.lines', { out });
    const file = join(folder, 'secret.modelfolio');
    const made = await call('workspace.fromLines', { lines: out, file, passphrase: 'a long enough passphrase' });
    expect(made.encrypted).toBe(true);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('MFLE');
  });
});

describe('lines that are not as they were written', () => {
  it('are refused with the line, and nothing is made', { timeout: SLOW }, async () => {
    const { call, out, folder } = await small();
    await call('exports.lines', { out });
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    const file = join(folder, 'made.modelfolio');
    const present = readdirSync(folder).sort();
    const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
    const refused = async (text: string, says: RegExp): Promise<void> => {
      const damaged = join(folder, 'whole.jsonl');
      writeFileSync(damaged, text);
      await expect(call('workspace.fromLines', { lines: damaged, file })).rejects.toThrow(says);
      expect(existsSync(file)).toBe(false);
      expect(readdirSync(folder).sort()).toEqual(present);
    };
    const altered = (line: number, from: RegExp, to: string): string => {
      expect(lines[line]).toMatch(from);
      return `${lines.with(line, String(lines[line]).replace(from, to)).join('\n')}\n`;
    };
    const row = at('{"table":"models"');
    await refused(
      altered(row, /"name":"[^"]*"/, '"name":"Other"'),
      /One of the lines \d+ to \d+ of the file is not as it/,
    );
    await refused(altered(row, /"name":"/, '"name:"'), new RegExp(`Line ${row + 1} of the file is not JSON`));
    await refused(altered(row, /"unit"/, '"united"'), new RegExp(`Line ${row + 1} .*no column united`));
    await refused(
      altered(row, /"table":"models"/, '"table":"sqlite_schema"'),
      new RegExp(`Line ${row + 1} .*no table sqlite_schema`),
    );
    await refused(
      altered(row, /"tier":(\d|null)/, '"tier":{"a":1}'),
      new RegExp(`Line ${row + 1} of the file is none`),
    );
    const change = at('[');
    await refused(
      altered(change, /Motor|Test|EUR/, 'Nobody'),
      /Line \d+ of the file \(entry \d+ of the journal\) has other changes|One of the lines/,
    );
    const entry = at('{"entry"');
    await refused(
      altered(entry, /Ada/, 'Eve'),
      new RegExp(`Line ${entry + 1} .*entry 1 of the journal\\) was altered`),
    );
    const points = at('{"series"');
    await refused(altered(points, /"value":\[[^,]*/, '"value":[0.4'), /is not as it was written/);
    await refused(
      altered(points, /"value":\[[^,]*,/, '"value":['),
      new RegExp(`Line ${points + 1} .*its column value`),
    );
    await refused(`${lines.slice(0, -1).join('\n')}\n`, new RegExp(`Line ${lines.length} of the file is missing`));
    await refused(`${lines.slice(0, 200).join('\n')}\n`, /Line 201 of the file is missing/);
    await refused(lines.join('\n').slice(0, -20), /breaks off/);
    await refused(`${lines.toSpliced(row, 1).join('\n')}\n`, /One of the lines \d+ to \d+/);
    await refused(`${[...lines, lines[3]].join('\n')}\n`, /stands behind the last one/);
    await refused('{"evidence":1}\n', /no portfolio written as lines/);
    await refused(altered(0, /"structure":\d+/, '"structure":999'), /newer Modelfolio/);
  });

  it('is not written over a file that is there', async () => {
    const { call, out, file } = await small();
    await call('exports.lines', { out });
    await expect(call('workspace.fromLines', { lines: out, file })).rejects.toThrow('was not overwritten');
    // Without a place it goes where portfolios go, by its name.
    expect(await call('workspace.fromLines', { lines: out })).toMatchObject({
      name: 'Test',
      fileName: expect.stringMatching(/^Test( 2)?\.modelfolio$/),
    });
  });
});
