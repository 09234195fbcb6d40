import { describe, expect, it } from 'vitest';
import { matchShortcut } from './shortcut-match';

const commands = [
  { id: 'undo', shortcut: 'mod+Z' },
  { id: 'redo', shortcut: 'mod+shift+Z', alsoShortcuts: ['mod+Y'] },
  { id: 'palette', shortcut: 'mod+K' },
  { id: 'overview', shortcut: 'g o' },
  { id: 'search', shortcut: '/' },
];
const plain = { pending: '', inField: false, inDialog: false, singleKeys: true };
const run = (chord: string, context = plain) => {
  const match = matchShortcut(commands, chord, context);
  return match.kind === 'run' ? match.command.id : match.kind;
};

describe('matchShortcut', () => {
  it('finds chords and their second names', () => {
    expect(run('mod+z')).toBe('undo');
    expect(run('mod+y')).toBe('redo');
    expect(run('/')).toBe('search');
    expect(run('x')).toBe('none');
  });

  it('waits for the second key of a sequence', () => {
    expect(matchShortcut(commands, 'g', plain)).toEqual({ kind: 'wait', pending: 'g' });
    expect(run('o', { ...plain, pending: 'g' })).toBe('overview');
    expect(run('o')).toBe('none');
  });

  it('leaves typing and text undo to a field, but not the palette', () => {
    const inField = { ...plain, inField: true };
    expect(run('mod+z', inField)).toBe('none');
    expect(run('/', inField)).toBe('none');
    expect(run('mod+k', inField)).toBe('palette');
  });

  it('is silent in a dialog, and without single keys where they are switched off', () => {
    expect(run('mod+k', { ...plain, inDialog: true })).toBe('none');
    expect(run('/', { ...plain, singleKeys: false })).toBe('none');
    expect(run('mod+z', { ...plain, singleKeys: false })).toBe('undo');
  });
});
