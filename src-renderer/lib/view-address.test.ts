import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readViewLink, viewLink } from './view-address';

it('leads back to where it was copied, whatever the portfolio is called', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.string({ unit: 'grapheme' }), (path, name) => {
      const href = `/${path.replaceAll(/[\\/#\s]/g, '')}?filter=%7B%22unit%22%3A%5B%22a%20b%22%5D%7D`;
      expect(readViewLink(viewLink(href, name))).toEqual({ href, of: name });
    }),
  );
});

it('reads the address of a tab without its key', () => {
  expect(readViewLink('http://127.0.0.1:8123/week?show=%22new%22#token=secret')).toEqual({
    href: '/week?show=%22new%22',
    of: '',
  });
});

it.each([
  'https://example.com/portfolio',
  'http://127.0.0.1.evil.example/portfolio',
  'modelfolio://open//evil.example/x',
  'modelfolio://open/\\evil',
  'modelfolio://elsewhere/portfolio',
  'javascript:alert(1)',
  'portfolio',
  `modelfolio://open/${'x'.repeat(9000)}`,
])('is not taken in by %s', (text) => {
  expect(readViewLink(text)).toBeNull();
});
