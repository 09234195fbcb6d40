import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { packName } from '#domain/governance/rule-pack';
import { PACKS } from '../../../resources/packs';
import examples from '../../../resources/packs/testing/examples.json' with { type: 'json' };
import { testBackend } from '../../testing/test-backend';

const { valid } = examples;
const [ownerLine] = valid.fields;

/** Two models of a unit that works in the Union, on 30 November 2026; one has an owner. */
async function house() {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call, folder } = engine;
  await call('models.create', { name: 'Score', unit: 'Retail', businessOwner: 'Ann' });
  await call('models.create', { name: 'Price', unit: 'Retail' });
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const facts = async () => ({
    packs: (await call('packs.list', {})).packs.map((pack) => `${pack.id}@${pack.edition} ${pack.origin}`),
    entries: (await call('journal.list', { limit: 1 })).entries[0]?.seq,
  });
  return { ...engine, file, facts };
}

describe('an own pack', () => {
  it('comes from a file, is compared with, leaves as the same file, and goes with an undo', async () => {
    const { call, file, folder } = await house();
    const before = await call('packs.list', {});
    expect(before.packs.every(({ origin }) => origin === 'shipped')).toBe(true);
    const path = file('house.json', valid);
    expect(await call('packs.check', { file: path })).toMatchObject({ problems: [], meeting: 'new' });
    await call('packs.add', { file: path });

    const found = await call('governance.completeness', { pack: 'house-rules' });
    expect(found.pack).toMatchObject({ origin: 'own', name: 'House rules' });
    expect(found.fields[0]).toMatchObject({ id: 'owner', held: 1, missing: 1 });
    expect(found.share).toBe(0.5);
    const { texts, columns } = await call('governance.map', { packs: ['house-rules', 'osfi-e-23'] });
    expect(texts.map(({ origin }) => origin)).toEqual(['own', 'shipped']);
    expect(columns.some(({ asked }) => asked.some(({ pack }) => pack === 'house-rules'))).toBe(true);
    const { items } = await call('governance.worklist', { packs: ['house-rules'] });
    expect(items.find(({ lines }) => lines.includes('owner'))).toMatchObject({ models: 1, since: '2026-01-01' });

    const out = join(folder, 'out.json');
    await call('packs.export', { pack: 'house-rules', out });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(valid);
    await call('history.undo', {});
    expect(await call('packs.list', {})).toEqual(before);
    await call('packs.add', { file: out });
    const again = join(folder, 'again.json');
    await call('packs.export', { pack: 'house-rules@2026-01-01', out: again });
    expect(readFileSync(again)).toEqual(readFileSync(out));
    expect((await call('journal.verify', {})).firstBroken).toBeNull();
  });

  it('leaves every shipped pack as it is: out and in again is the same', async () => {
    const { call, folder } = await house();
    for (const pack of PACKS) {
      const out = join(folder, `${pack.id}-${pack.edition}.json`);
      await call('packs.export', { pack: packName(pack), out });
      expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(pack);
      expect((await call('packs.check', { file: out })).problems).toEqual([]);
    }
  });

  it('lives as editions before and after a date', async () => {
    const { call, file } = await house();
    await call('packs.add', { file: file('a.json', valid) });
    const june = { ...valid, edition: '2026-06-01', effectiveFrom: '2026-06-01', fields: [] };
    await expect(call('packs.save', { given: june })).rejects.toThrow(
      /counted from 1 Jan 2026, and would count .* to 31 May 2026/,
    );
    await call('packs.save', { given: june, basedOn: 'house-rules@2026-01-01', accepted: true });
    const on = async (at: string) => (await call('governance.completeness', { pack: 'house-rules', at })).pack.edition;
    expect([await on('2026-05-31'), await on('2026-06-01')]).toEqual(['2026-01-01', '2026-06-01']);
    const { head, basedOn } = await call('packs.get', { pack: 'house-rules@2026-06-01' });
    expect({ basedOn, inForce: head.inForce }).toEqual({
      basedOn: 'house-rules@2026-01-01',
      inForce: [{ from: '2026-06-01', until: null }],
    });
  });

  it('stands in for a shipped edition only where that is accepted, and says so', async () => {
    const { call, facts } = await house();
    const shipped = structuredClone(PACKS.find(({ id }) => id === 'osfi-e-23'));
    const given = { ...shipped, name: 'E-23 as we read it' };
    const before = await facts();
    await expect(call('packs.save', { given })).rejects.toThrow(/stands in for it, until somebody removes the own one/);
    expect(await facts()).toEqual(before);
    await call('packs.save', { given, accepted: true });
    expect((await call('governance.completeness', { pack: 'osfi-e-23' })).pack).toMatchObject({
      origin: 'stands_in',
      name: 'E-23 as we read it',
    });
    expect((await facts()).packs).toHaveLength(PACKS.length);
    await call('packs.remove', { pack: 'osfi-e-23@2027-05-01' });
    expect((await call('governance.completeness', { pack: 'osfi-e-23' })).pack.origin).toBe('shipped');
    await expect(call('packs.remove', { pack: 'osfi-e-23@2027-05-01' })).rejects.toThrow(/is shipped with the program/);
  });

  it('may apply to units that choose it', async () => {
    const { call } = await house();
    const condition = { of: 'unit.frameworks', is: 'has', value: 'house-rules' };
    await call('packs.save', { given: { ...valid, appliesTo: { who: 'Who chose it', condition } } });
    const listed = (await call('governance.packs', {})).packs.filter(({ byChoice }) => byChoice);
    expect(listed.map(({ id }) => id).sort()).toEqual(['house-rules', 'iso-42001', 'nist-ai-rmf']);
    const scope = async () => {
      const { models, scopeUnknown } = await call('governance.completeness', { pack: 'house-rules' });
      return { models, scopeUnknown };
    };
    expect(await scope()).toEqual({ models: 2, scopeUnknown: 2 });
    const unit = { unit: 'Retail', jurisdictions: ['EU'], bodies: [] };
    await call('governance.setUnit', { ...unit, frameworks: ['house-rules'] });
    expect(await scope()).toEqual({ models: 2, scopeUnknown: 0 });
  });

  it('is edited as a whole: items come and go, and an undo brings them back', async () => {
    const { call, file } = await house();
    const { pack } = await call('packs.add', { file: file('a.json', valid) });
    const second = { ...ownerLine, id: 'purpose', label: 'Purpose', ask: 'Why', kind: 'text', from: ['field:purpose'] };
    const given = { ...valid, name: 'House rules, amended', fields: [second], duties: [] };
    await call('packs.save', { given, was: pack });
    const found = await call('governance.completeness', { pack: 'house-rules' });
    expect([found.pack.name, found.fields.map(({ id }) => id), found.duties]).toEqual([given.name, ['purpose'], []]);
    const renamed = { ...given, id: 'house-policy' };
    await call('packs.save', { given: renamed, was: pack });
    await expect(call('packs.get', { pack })).rejects.toThrow(/No rule pack is called/);
    await call('history.undo', {});
    await call('history.undo', {});
    expect((await call('packs.get', { pack })).pack).toEqual(valid);
    await expect(call('packs.save', { given, was: 'ghost@2026-01-01' })).rejects.toThrow(/not here any more/);
  });

  it.each(['{"format":', '[]', JSON.stringify({ ...valid, force: 'must' })])(
    'that is none loses nothing: %s',
    async (content) => {
      const { call, file, facts } = await house();
      await call('packs.add', { file: file('a.json', valid) });
      const before = await facts();
      await expect(call('packs.add', { file: file('bad.json', content), accepted: true })).rejects.toThrow(
        /^This pack cannot be taken in\. .+\.$/s,
      );
      expect(await facts()).toEqual(before);
      expect((await call('packs.check', { file: file('bad.json', content) })).problems.length).toBeGreaterThan(0);
    },
  );

  it('keeps the clock that an incident runs on', async () => {
    const { call } = await house();
    const clocks = [
      {
        id: 'board',
        label: 'Tell the board',
        ref: 'Policy 9',
        start: 'awareOn',
        dayKind: 'calendar',
        classes: [{ value: 'any', label: 'Any', days: 5 }],
        confidence: 'primary',
      },
    ];
    const { pack } = await call('packs.save', { given: { ...valid, clocks } });
    const { rows } = await call('models.list', {});
    const incident = await call('incidents.create', {
      modelId: rows[0]?.id ?? '',
      title: 'Wrong prices',
      severity: 2,
      cause: 'human',
      openedAt: '2026-11-20',
    });
    const report = {
      incidentId: incident.id,
      pack: 'house-rules',
      clock: 'board',
      class: 'any',
      awareOn: '2026-11-20',
    };
    expect(await call('governance.noteReport', report)).toMatchObject({ due: '2026-11-25', origin: 'own' });
    await expect(call('packs.remove', { pack })).rejects.toThrow(/“Wrong prices” runs on the clock board/);
    await expect(call('packs.save', { given: valid, was: pack })).rejects.toThrow(/runs on the clock board/);
    expect((await call('governance.reports', {})).reports).toHaveLength(1);
  });

  it('that lies in a file and is none is said, kept, and not compared with', async () => {
    const { call, file, folder } = await house();
    await call('packs.add', { file: file('a.json', valid) });
    await call('workspace.close', {});
    const path = join(folder, 'test.modelfolio');
    const raw = new Database(path);
    raw.prepare('UPDATE rule_packs SET content = ?').run(`{"id":${'['.repeat(200)}${']'.repeat(200)}}`);
    raw.close();
    await call('workspace.open', { file: path });
    const { packs, unreadable } = await call('packs.list', {});
    expect(packs).toHaveLength(PACKS.length);
    expect(unreadable).toMatchObject([{ name: 'house-rules@2026-01-01' }]);
    await expect(call('governance.completeness', { pack: 'house-rules' })).rejects.toThrow(/cannot be read: .*deep/);
    await call('packs.add', { file: file('a.json', valid) });
    expect((await call('packs.list', {})).unreadable).toEqual([]);
  });
});

describe('a mark to verify', () => {
  const policy = { ...valid, fields: [{ ...ownerLine, verify: 'The wording of section 2' }] };
  const pack = 'house-rules@2026-01-01';
  const line = { pack, item: 'owner' };

  async function withPolicy() {
    const engine = await house();
    await engine.call('packs.save', { given: policy });
    return engine;
  }

  it('is read by somebody on a day, shown wherever the line is, and undone', async () => {
    const { call, folder } = await withPolicy();
    const shown = async () => (await call('governance.completeness', { pack: 'house-rules' })).fields[0]?.verified;
    expect(await shown()).toEqual({ state: 'open', reading: null });
    const link = 'https://example.org/policy';
    await call('packs.noteReading', { ...line, outcome: 'as_it_stands', by: 'Bo', on: '2026-11-20', link });
    const reading = { by: 'Bo', on: '2026-11-20', outcome: 'as_it_stands', link, note: '' };
    expect(await shown()).toMatchObject({ state: 'read', reading });
    const { columns } = await call('governance.map', { packs: ['house-rules'] });
    const asked = columns.flatMap((column) => column.asked).find(({ id }) => id === 'owner');
    expect(asked?.verified).toMatchObject({ state: 'read', reading });
    const { items } = await call('governance.worklist', { packs: ['house-rules'] });
    expect(items.find(({ lines }) => lines.includes('owner'))?.verified).toMatchObject([{ state: 'read', reading }]);
    expect((await call('packs.get', { pack })).head.verify).toEqual({ open: 0, read: 1, differs: 0, lapsed: 0 });
    const out = join(folder, 'work.csv');
    await call('governance.worklistFile', { packs: ['house-rules'], format: 'csv', out, locale: 'en-GB' });
    expect(readFileSync(out, 'utf8')).toContain('section 2 (read in the official text by Bo, 20 Nov 2026)');
    const summary = (await call('governance.packs', {})).packs.find(({ id }) => id === 'house-rules');
    expect(summary).toMatchObject({ verify: 1, read: 1, origin: 'own' });
    await call('history.undo', {});
    expect(await shown()).toEqual({ state: 'open', reading: null });
  });

  it('says where the text differs, which needs a note', async () => {
    const { call } = await withPolicy();
    await expect(call('packs.noteReading', { ...line, outcome: 'differs' })).rejects.toThrow(/Say in the note/);
    await expect(call('packs.noteReading', { ...line, outcome: 'as_it_stands', on: '2026-12-01' })).rejects.toThrow(
      /still to come/,
    );
    const { verified } = await call('packs.noteReading', { ...line, outcome: 'differs', note: 'It asks for more' });
    expect(verified.state).toBe('differs');
    await call('packs.removeReading', { id: verified.reading?.id ?? '' });
    expect((await call('packs.get', { pack })).head.verify.differs).toBe(0);
    await expect(call('packs.noteReading', { pack, item: 'ghost', outcome: 'as_it_stands' })).rejects.toThrow(
      /has no line called ghost/,
    );
    await expect(call('packs.noteReading', { pack, item: 'validation', outcome: 'as_it_stands' })).rejects.toThrow(
      /nothing to verify/,
    );
  });

  it('counts no more where the wording changes, and counts again where it changes back', async () => {
    const { call } = await withPolicy();
    await call('packs.noteReading', { ...line, outcome: 'as_it_stands', by: 'Bo' });
    const fields = policy.fields.map((field) => ({ ...field, ask: `${field.ask}, and unit` }));
    await call('packs.save', { given: { ...policy, fields }, was: pack });
    const { items, head } = await call('packs.get', { pack });
    expect(items.find(({ id }) => id === 'owner')?.verified).toMatchObject({ state: 'lapsed', reading: { by: 'Bo' } });
    expect([head.verify.lapsed, head.verify.read]).toEqual([1, 0]);
    await call('packs.save', { given: policy, was: pack });
    expect((await call('packs.get', { pack })).head.verify).toMatchObject({ lapsed: 0, read: 1 });
  });

  it('of a shipped line stays with its edition: an own one of its name says whether it still reads so', async () => {
    const { call } = await house();
    const marked = PACKS.flatMap((one) =>
      one.fields.filter(({ verify = '' }) => verify !== '').map(({ id }) => ({ one, id })),
    )[0];
    if (marked === undefined) throw new Error('no shipped line is to be verified any more: take this test away');
    const name = packName(marked.one);
    await call('packs.noteReading', { pack: name, item: marked.id, outcome: 'as_it_stands' });
    const stateOf = async () =>
      (await call('packs.get', { pack: name })).items.find(({ id }) => id === marked.id)?.verified.state;
    const given = structuredClone(marked.one);
    await call('packs.save', { given: { ...given, name: 'Ours' }, accepted: true });
    expect(await stateOf()).toBe('read');
    const fields = given.fields.map((field) => (field.id === marked.id ? { ...field, label: 'Ours' } : field));
    await call('packs.save', { given: { ...given, fields }, was: name });
    expect(await stateOf()).toBe('lapsed');
    await call('packs.remove', { pack: name });
    expect(await stateOf()).toBe('read');
  });
});
