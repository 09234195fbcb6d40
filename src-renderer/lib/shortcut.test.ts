import { describe, expect, it } from 'vitest';
import { chordOf, shortcutText } from './shortcut';

const press = (key: string, held: readonly ('ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey')[] = []) => ({
  key,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  shiftKey: held.includes('shiftKey'),
  altKey: held.includes('altKey'),
});

describe('shortcuts', () => {
  it('are written as the system does', () => {
    expect(shortcutText('mod+shift+Z', false)).toBe('Ctrl Shift Z');
    expect(shortcutText('mod+shift+Z', true)).toBe('⌘⇧Z');
    expect(shortcutText('g o', false)).toBe('G then O');
  });

  it('are read from key presses', () => {
    expect(chordOf(press('Z', ['ctrlKey', 'shiftKey']), false)).toBe('mod+shift+z');
    expect(chordOf(press('k', ['metaKey']), true)).toBe('mod+k');
    expect(chordOf(press('k', ['metaKey']), false)).toBe('k');
    expect(chordOf(press('?', ['shiftKey']), false)).toBe('?');
  });
});
