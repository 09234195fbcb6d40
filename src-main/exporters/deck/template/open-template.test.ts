import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tempFiles } from '../../../importers/testing/temp-files';
import { missingWords } from '../../testing/content-words';
import { partsOf } from '../../testing/office-package';
import { drawDeck } from '../draw-deck';
import { chartOf, contentOf, LONG_NAMES, sectionOf, tableOf, text } from '../testing/deck-content';
import { allWords, deckFaults, slidesOf } from '../testing/deck-parts';
import { changedTemplate, TEMPLATES } from '../testing/other-templates';
import { openTemplate } from './open-template';

const files = tempFiles();
const rows = LONG_NAMES.map((name, at) => ['Act', name, String(at)]);
const content = contentOf([
  sectionOf(
    'Three findings with a number each',
    [chartOf(), tableOf(rows), text('So', [...LONG_NAMES])],
    'What stands behind them.',
  ),
  sectionOf('What the lines say', [
    chartOf({ shape: 'lines', categories: ['now', 'year 1', 'year 2'] }),
    text('', ['Words.']),
  ]),
]);
const plain = (bytes: Uint8Array): Promise<string> => files.write('client.potx', bytes);

describe('a template of the reader', () => {
  it.each(Object.keys(TEMPLATES))(
    '%s carries our slides: nothing is lost, and the file needs no repair',
    async (name) => {
      const template = await openTemplate(await plain(TEMPLATES[name]?.() ?? new Uint8Array()));
      const bytes = drawDeck(content, { template, confidentiality: 'Confidential, for the board' }, () => {});
      expect(deckFaults(bytes)).toEqual([]);
      expect(missingWords(content, allWords(bytes))).toEqual([]);
      expect(allWords(bytes)).toContain('Confidential');
      const parts = partsOf(bytes);
      expect(parts.get('[Content_Types].xml')).not.toMatch(/template|macro/);
      expect([...parts.keys()].filter((part) => /vba|thumbnail/.test(part))).toEqual([]);
      expect([...parts.values()].join('')).not.toMatch(/Secret of the template|example\.invalid/);
    },
  );

  it('has words upon its own ground: what is dark there is not written dark', async () => {
    const template = await openTemplate(
      await plain(TEMPLATES['with a dark map, other names and no kinds']?.() ?? new Uint8Array()),
    );
    const slides = slidesOf(partsOf(drawDeck(content, { template }, () => {})));
    expect(slides.join('')).toContain('<a:schemeClr val="tx1"/>');
    expect(template.layouts[0]?.palette.of('ground').hex).toBe('1B2330');
    expect(template.layouts[0]?.palette.of('text').hex).toBe('FFFFFF');
  });

  it('never draws in a colour that warns what is well', async () => {
    const reds = changedTemplate((_, xml) =>
      xml.replace(/<a:accent(\d)><a:srgbClr val="\w+"\/>/g, '<a:accent$1><a:srgbClr val="FF20$10"/>'),
    );
    const { layouts } = await openTemplate(await plain(reds));
    const colour = (tone: 'act' | 'ok') => layouts[0]?.palette.of(tone).xml;
    expect(colour('act')).toMatch(/accent/);
    expect(colour('ok')).not.toMatch(/accent/);
  });

  it.each([
    ['nothing', new Uint8Array([1, 2, 3]), /cannot be unpacked/],
    ['a locked file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /password or a sensitivity label/],
    ['another archive', zipSync({ 'a.txt': new Uint8Array(3) }), /is no PowerPoint file/],
    ['a part outside', changedTemplate((_, xml) => xml, { '../evil.xml': '<a/>' }), /outside of itself/],
    [
      'types of its own',
      changedTemplate((_, xml) => xml, { 'ppt/a.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      /declares types/,
    ],
    ['a bomb', changedTemplate((_, xml) => xml, { 'ppt/media/a.bin': new Uint8Array(30e6) }), /times its size/],
    [
      'no title',
      changedTemplate((_, xml) => xml.replace(/type="(?:title|ctrTitle)"/g, 'type="body"')),
      /no layout with a title/,
    ],
    ['a damaged part', changedTemplate((name, xml) => (name.includes('theme') ? '' : xml)), /cannot be read/],
    [
      'elements without end',
      changedTemplate((name, xml) => (name.includes('theme') ? '<a>'.repeat(5_000) : xml)),
      /cannot be read/,
    ],
  ])('with %s is refused in a sentence', async (_name, bytes, sentence) => {
    await expect(openTemplate(await plain(bytes))).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringMatching(sentence),
    });
  });

  it('that is not there is refused in a sentence', async () => {
    await expect(openTemplate(files.path('gone.potx'))).rejects.toThrow(/is not there/);
  });
});
