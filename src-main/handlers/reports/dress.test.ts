import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { deckFaults, slidesOf, titlesOf, wordsOf } from '../../exporters/deck/testing/deck-parts';
import { changedTemplate } from '../../exporters/deck/testing/other-templates';
import { partsOf } from '../../exporters/testing/office-package';
import { testBackend } from '../../testing/test-backend';

/** A PNG of one colour. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + 3 * width), 0x40);
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** The frame of a JPEG, behind a comment. */
const jpeg = new Uint8Array([
  0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 50, 0, 200, 1, 1, 0x11, 0, 0xff, 0xd9,
]);

async function withModels() {
  const engine = await testBackend();
  const { call, folder } = engine;
  for (const name of ['Churn', 'Fraud'])
    await call('models.create', { name, stage: 'deployed', since: '2026-01-05', tier: 1 });
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const deck = async (options: object) => {
    const out = join(folder, 'deck.pptx');
    await call('reports.deck', { out, ...options });
    const bytes = readFileSync(out);
    return { bytes, parts: partsOf(bytes), slides: slidesOf(partsOf(bytes)) };
  };
  return { ...engine, file, deck };
}

const EMU = 914_400;

it('puts logo, name and line on every slide, and the logo in its proportions', async () => {
  const { file, deck } = await withModels();
  const dress = { company: 'Northgate Partners', line: 'Confidential, for the board', length: 'steering' };
  const { bytes, slides } = await deck({ ...dress, logo: file('mark.png', png(300, 100)) });
  expect(deckFaults(bytes)).toEqual([]);
  for (const xml of slides) {
    const [, w, h] = /<p:pic>.*?<a:ext cx="(\d+)" cy="(\d+)"\/>/s.exec(xml) ?? [];
    expect(Number(w) / Number(h)).toBeCloseTo(3, 2);
    expect(Number(w) / EMU).toBeLessThanOrEqual(1.51);
    expect(xml).toContain('descr="Logo of Northgate Partners"');
    expect(wordsOf(xml)).toContain('Northgate Partners');
    expect(wordsOf(xml)).toContain('Confidential, for the board');
  }
  const again = await deck({ ...dress, logo: file('mark.png', png(300, 100)) });
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
});

it('keeps logo, name and line on this computer, also when the file of the logo is gone', async () => {
  const { call, file, deck } = await withModels();
  expect(await call('reports.dress', {})).toEqual({ company: '', line: '', logo: null });
  await call('reports.setDress', { company: 'Northgate', logo: file('mark.jpg', jpeg) });
  await call('reports.setDress', { line: 'Draft' });
  writeFileSync(file('mark.jpg', jpeg), '');
  expect(await call('reports.dress', {})).toMatchObject({
    company: 'Northgate',
    line: 'Draft',
    logo: { fileName: 'mark.jpg', width: 200, height: 50 },
  });
  expect((await deck({ keptLogo: true })).slides.join('')).toContain('<p:pic>');
  expect((await deck({})).slides.join('')).not.toContain('<p:pic>');
  await call('reports.setDress', { logo: null });
  expect(await call('reports.dress', {})).toMatchObject({ logo: null });
  expect((await deck({ keptLogo: true })).slides.join('')).not.toContain('<p:pic>');
});

it.each([
  ['mark.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', /is an SVG.*Save it as PNG/],
  ['mark.gif', 'GIF89a', /is no PNG or JPEG/],
  ['mark.png', png(300, 100).subarray(0, 16), /is damaged/],
  ['mark.jpg', new Uint8Array([0xff, 0xd8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), /is damaged/],
  ['large.png', new Uint8Array(2_000_001), /more than 2 MB/],
])('refuses %s in a sentence', async (name, content, why) => {
  const { call, file } = await withModels();
  await expect(call('reports.setDress', { logo: file(name, content) })).rejects.toThrow(why);
});

it('takes the layouts that somebody chose, and says which cannot be', async () => {
  const { call, file, deck } = await withModels();
  const template = file(
    'client.potx',
    changedTemplate((_, xml) => xml),
  );
  const { guessed, choices, uses } = await call('reports.template', { file: template });
  expect(choices.map(({ number }) => number)).toContain(guessed.table);
  expect(choices.find(({ number }) => number === guessed.chart)?.name).toBe(uses.chart);
  for (const { picture } of choices) expect(picture).toMatch(/^<svg .*<\/svg>$/s);
  const other = choices.map(({ number }) => number).find((number) => number !== guessed.table) ?? 0;
  const layoutsOf = ({ parts }: Awaited<ReturnType<typeof deck>>): string[] =>
    [...parts]
      .filter(([name]) => /slides\/_rels/.test(name))
      .flatMap(([, xml]) => /slideLayout\d+/.exec(xml)?.[0] ?? []);
  const before = await deck({ template });
  const chosen = await deck({ template, layouts: { table: other } });
  expect(deckFaults(chosen.bytes)).toEqual([]);
  expect(layoutsOf(chosen)).not.toEqual(layoutsOf(before));
  await expect(deck({ template, layouts: { chart: 99 } })).rejects.toThrow(/Layout 99 .* does not exist/);
});

it('shows before it is made what the file will hold', async () => {
  const { call, file, deck } = await withModels();
  const look = {
    template: file(
      'client.potx',
      changedTemplate((_, xml) => xml),
    ),
    company: 'Northgate',
    line: 'Draft',
  };
  for (const length of ['board', 'steering'] as const) {
    const { slides, total, shortened } = await call('reports.preview', { ...look, length });
    const made = await deck({ ...look, length });
    expect(slides.map(({ title }) => title)).toEqual(titlesOf(made.parts));
    expect(total).toBe(slides.length);
    expect(shortened).toBe(false);
    for (const [at, { picture }] of slides.entries()) {
      const shown = picture.replaceAll(/<[^>]*>/g, ' ').split(/\s+/);
      const missing = wordsOf(made.slides[at] ?? '')
        .split(/\s+/)
        .filter((word) => !shown.includes(word.replaceAll('&', '&amp;')) && word !== '•');
      expect([at, missing]).toEqual([at, []]);
    }
  }
  expect((await call('reports.list', {})).reports.filter(({ fileName }) => fileName !== 'deck.pptx')).toEqual([]);
});
