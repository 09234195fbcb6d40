import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, looksLikeFormula, xmlText } from './xml-text';

const LOST = /[\0\uFFFE\uFFFF]|\p{Cs}/gu;

describe('text of XML', () => {
  it.each([
    ['A & B', 'A &amp; B'],
    ['<b a="c">', '&lt;b a=&quot;c&quot;&gt;'],
    ["it's 模型 🧮", "it's 模型 🧮"],
    ['a\u0000b\u0008c\u000Bd\u001Fe\uFFFEf\uFFFFg', 'abcdefg'],
    ['tab\tline\nback', 'tab\tline\nback'],
    ['\uD83D alone', ' alone'],
    ['alone \uDE00', 'alone '],
    ['\uD83D\uD83D\uDE00', '😀'],
    ['\uDE00\uD83D', ''],
  ])('%j is %j', (text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });
});

describe('text of a cell', () => {
  it.each([
    ['a\rb', 'a&#13;b'],
    ['a\r\nb', 'a&#13;\nb'],
    ['\u0001\u001B', '_x0001__x001B_'],
    ['a\u0000b', 'ab'],
    ['_x000D_', '_x005F_x000D_'],
    ['_x000d_', '_x005F_x000d_'],
    ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
    ['_x0041\u0001', '_x005F_x0041_x0001_'],
    ['_x0041\r', '_x0041&#13;'],
    ['_x00\u000041_', '_x005F_x0041_'],
    ['_x41_ _xGGGG_ x0041_', '_x41_ _xGGGG_ x0041_'],
    ['<&>', '&lt;&amp;&gt;'],
  ])('%j is %j', (text, xml) => {
    expect(cellText(text)).toBe(xml);
  });

  it('is read by a program as it was typed, whatever it is', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('_', 'x', '_x', '0041', '_x000D_', '\r', '\n', '\u0000', '\u0001', '&', '<', '\uD83D', '\uDE00'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        expect(readAsSpreadsheet(cellText(text))).toBe(text.replace(LOST, ''));
      }),
      { numRuns: 1_000 },
    );
  });

  it('ends where a cell does, and says that it goes on', () => {
    const most = 'x'.repeat(32_767);
    expect(cellText(most)).toBe(most);
    const cut = cellText(`${most}y`);
    expect(cut).toHaveLength(32_767);
    expect(cut.endsWith('xx…')).toBe(true);
    // Half of a pair at the cut is left out.
    expect(cellText(`${'x'.repeat(32_765)}😀y`)).toBe(`${'x'.repeat(32_765)}…`);
  });
});

/** What ECMA-376 (22.9.2.19) has a program make of a text: entities first, then codes, from left to right. */
function readAsSpreadsheet(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

it.each([
  ['=1+1', true],
  ['  =1', true],
  ['\t@SUM(A1)', true],
  ['+49', true],
  ['-1', true],
  ['|x', true],
  ['%', true],
  ['1-2', false],
  ['a=b', false],
  ["'=1", false],
  ['', false],
])('%j could be taken for a formula: %s', (text, taken) => {
  expect(looksLikeFormula(text)).toBe(taken);
});
