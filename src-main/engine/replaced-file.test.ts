import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestBackend, temporaryFolder, testBackend } from '../testing/test-backend';

/** A file at rest with two models, copied to a colleague. */
async function sharedFile(): Promise<{ readonly mine: TestBackend; readonly theirs: string }> {
  const first = await testBackend();
  await first.call('models.create', { name: 'Fraud', unit: 'Retail' });
  await first.call('models.create', { name: 'Churn' });
  await first.backend.close();
  const theirs = join(temporaryFolder(), 'theirs.modelfolio');
  copyFileSync(first.file, theirs);
  const mine = await testBackend({ folder: first.folder, portfolio: false });
  await mine.call('workspace.open', { file: first.file });
  return { mine, theirs };
}

/** What the colleague does with her copy, which then takes the place of the open file, as a synchronised folder does it. */
async function replace(mine: TestBackend, theirs: string): Promise<void> {
  const colleague = await testBackend({ portfolio: false });
  await colleague.call('workspace.open', { file: theirs });
  await colleague.call('workspace.setYourName', { name: 'Sofia' });
  const [fraud] = (await colleague.call('models.list', { search: 'Fraud' })).rows;
  await colleague.call('models.update', { id: fraud?.id ?? '', patch: { unit: 'Corporate' } });
  await colleague.call('models.create', { name: 'Pricing' });
  await colleague.backend.close();
  renameSync(theirs, mine.file);
}

const idOf = async ({ call }: TestBackend, name: string): Promise<string> =>
  (await call('models.list', { search: name })).rows[0]?.id ?? '';

describe('a portfolio whose file is replaced while it is open', () => {
  it('acknowledges nothing more, says so, and loses nothing of either side', async () => {
    const { mine, theirs } = await sharedFile();
    const { call, file, folder } = mine;
    await call('models.update', { id: await idOf(mine, 'Fraud'), patch: { unit: 'Claims' } });
    expect((await call('workspace.status', {})).portfolio?.place).toBe('here');
    await replace(mine, theirs);

    expect((await call('workspace.status', {})).portfolio?.place).toBe('replaced');
    await expect(call('models.create', { name: 'Late' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/put another file in the place of test.modelfolio. This change was not done/),
    });
    await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'conflict' });
    expect((await call('models.list', {})).total).toBe(2);

    expect((await call('workspace.compareReplaced', {})).comparison).toMatchObject({
      same: 3,
      here: { entries: 1, actors: ['Ada'], models: 2 },
      there: { entries: 2, actors: ['Sofia'], models: 3 },
      fields: [{ table: 'models', name: 'Fraud', column: 'unit', here: 'Claims', there: 'Corporate' }],
    });

    const { opened, kept } = await call('workspace.openReplacement', {});
    expect(opened.fileName).toBe('test.modelfolio');
    expect((await call('models.list', {})).total).toBe(3);
    await call('models.create', { name: 'Going on' });
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });

    await call('workspace.open', { file: join(folder, kept) });
    expect((await call('models.get', { id: await idOf(mine, 'Fraud') })).unit).toBe('Claims');
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
    await call('workspace.open', { file });
    expect((await call('models.list', {})).total).toBe(4);
  });

  it('keeps its own copy beside the new file, and goes on in it', async () => {
    const { mine, theirs } = await sharedFile();
    const { call, file } = mine;
    await call('models.create', { name: 'Mine' });
    await replace(mine, theirs);
    const { fileName } = await call('workspace.keepCopy', {});
    expect(fileName).toBe('test (kept 2026-11-23).modelfolio');
    await call('models.create', { name: 'More' });
    expect((await call('models.list', {})).total).toBe(4);
    await call('workspace.open', { file });
    expect((await call('models.list', { search: 'Pricing' })).total).toBe(1);
  });

  it('says that another portfolio lies there, where the two were never one', async () => {
    const { mine } = await sharedFile();
    const stranger = await testBackend({ portfolio: false });
    await stranger.call('workspace.create', { name: 'Another', currency: 'USD', file: stranger.file });
    await stranger.backend.close();
    renameSync(stranger.file, mine.file);
    await expect(mine.call('workspace.compareReplaced', {})).rejects.toThrow(/now is another portfolio/);
  });
});

describe('a portfolio whose file goes from its place', () => {
  it.each([
    ['deleted', (file: string) => rmSync(file)],
    ['renamed', (file: string) => renameSync(file, `${file}.old.modelfolio`)],
  ])('holds changes once it is %s, and can be kept', async (_what, take) => {
    const { mine } = await sharedFile();
    const { call, file } = mine;
    await call('models.create', { name: 'Mine' });
    take(file);
    expect((await call('workspace.status', {})).portfolio?.place).toBe('gone');
    await expect(call('models.create', { name: 'Late' })).rejects.toThrow(/is not in its folder any more/);
    await expect(call('workspace.openReplacement', {})).rejects.toThrow(/Nothing lies under/);
    expect(existsSync(file)).toBe(false);
    await call('workspace.keepCopy', {});
    expect((await call('models.list', {})).total).toBe(3);
    await call('models.create', { name: 'On' });
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('goes on by itself when the disk is back', async () => {
    const { mine } = await sharedFile();
    const { call, file, folder } = mine;
    const away = join(folder, 'away');
    mkdirSync(away);
    renameSync(file, join(away, 'a'));
    await expect(call('models.create', { name: 'Late' })).rejects.toMatchObject({ code: 'conflict' });
    renameSync(join(away, 'a'), file);
    await call('models.create', { name: 'Back' });
    expect((await call('models.list', {})).total).toBe(3);
  });

  it('never acknowledges what is lost, however often a script replaces the file', async () => {
    const folder = temporaryFolder();
    const first = await testBackend({ folder });
    await first.backend.close();
    const pristine = join(temporaryFolder(), 'pristine');
    copyFileSync(first.file, pristine);
    const { call } = await testBackend({ folder, portfolio: false });
    await call('workspace.open', { file: first.file });
    const acknowledged: string[] = [];
    let held = 0;
    for (let n = 0; n < 60; n += 1) {
      if (n % 6 === 3) {
        copyFileSync(pristine, `${first.file}.new`);
        renameSync(`${first.file}.new`, first.file);
      }
      try {
        await call('models.create', { name: `Model ${n}` });
        acknowledged.push(`Model ${n}`);
      } catch {
        held += 1;
        await call('workspace.openReplacement', {});
      }
    }
    await call('workspace.close', {});
    expect(held).toBe(10);
    const found: string[] = [];
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.modelfolio'))) {
      await call('workspace.open', { file: join(folder, name) });
      found.push(...(await call('models.list', { limit: 200 })).rows.map((model) => model.name));
    }
    expect(acknowledged.length).toBe(50);
    expect(new Set(found)).toEqual(new Set(acknowledged));
  });
});
