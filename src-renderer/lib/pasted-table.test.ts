import { expect, it } from 'vitest';
import { pastedTable } from './pasted-table';

it('is told from other text on the clipboard', () => {
  expect(pastedTable('<table><tr><td>a</td></tr></table>', 'a\tb\n1\t2')).toBe('a\tb\n1\t2');
  expect(pastedTable('<table><tr><td>a</td></tr></table>', 'a')).toContain('<table>');
  expect(pastedTable('<p>a</p>', 'a,b\n1,2\n')).toBe('a,b\n1,2\n');
  expect(pastedTable('', '[{"a": 1}]')).toBe('[{"a": 1}]');
  expect(pastedTable('<p>words</p>', 'words')).toBeNull();
  expect(pastedTable('', '')).toBeNull();
});
