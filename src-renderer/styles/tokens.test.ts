import { describe, expect, it } from 'vitest';
import { contrastRatio } from './testing/contrast';

// The renderer's types know no Node, and the test runner empties style sheets: the file is read through the process.
const { process } = globalThis as unknown as {
  process: { getBuiltinModule(name: 'node:fs'): { readFileSync(path: URL, encoding: 'utf8'): string } };
};
const css = process.getBuiltinModule('node:fs').readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const read = (block: string): ReadonlyMap<string, string> =>
  new Map([...block.matchAll(/--mf-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']));

const [light = '', dark = ''] = css.split(/:root\[data-mantine-color-scheme=.dark.\]/);
const schemes = { light: read(light), dark: read(dark) };

const TEXT = ['text', 'muted', 'faint', 'accent', 'ok', 'watch', 'act', 'silent', 'level-2', 'level-3'] as const;
const MARKS = ['level-1', 'control-line'] as const;

describe.each(Object.entries(schemes))('tokens, %s', (_name, tokens) => {
  const colour = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`the token ${name} is missing`);
    return value;
  };

  it.each(TEXT)('%s can be read on background, panel and hovered rows', (name) => {
    for (const ground of ['bg', 'panel']) {
      expect(contrastRatio(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['text', 'muted', 'accent'])('%s can be read on the soft accent and on hovered rows', (name) => {
    for (const ground of ['accent-soft', 'hover']) {
      expect(contrastRatio(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['act', 'watch', 'ok'])('%s and text can be read on the soft ground of %s', (name) => {
    expect(contrastRatio(colour(name), colour(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(colour('text'), colour(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('%s stands out as a mark', (name) => {
    expect(contrastRatio(colour(name), colour('bg'))).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(colour(name), colour('panel'))).toBeGreaterThanOrEqual(3);
  });

  it('a label on the accent can be read', () => {
    expect(contrastRatio(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(colour('on-accent'), colour('accent-hover'))).toBeGreaterThanOrEqual(4.5);
  });
});

it('both schemes name the same tokens', () => {
  expect([...schemes.dark.keys()]).toEqual([...schemes.light.keys()]);
});
