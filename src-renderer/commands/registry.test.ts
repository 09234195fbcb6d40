import { afterEach, describe, expect, it } from 'vitest';
import { type AppCommand, allCommands, registerCommands, runCommand } from './registry';

const ran: string[] = [];
const command = (id: string, more: Partial<AppCommand> = {}): AppCommand => ({
  id,
  label: id,
  group: 'File',
  run: () => ran.push(id),
  ...more,
});

afterEach(() => {
  ran.length = 0;
});

describe('the command registry', () => {
  it('runs what is registered and nothing else', () => {
    const remove = registerCommands([command('file.open'), command('edit.undo', { enabled: () => false })]);
    expect(runCommand('file.open')).toBe(true);
    expect(runCommand('edit.undo')).toBe(false);
    expect(runCommand('constructor')).toBe(false);
    expect(ran).toEqual(['file.open']);
    remove();
    expect(runCommand('file.open')).toBe(false);
  });

  it('lets the newest of an id win, and takes out only its own', () => {
    const removeOld = registerCommands([command('view.search', { label: 'old' })]);
    const removeNew = registerCommands([command('view.search', { label: 'new' })]);
    removeOld();
    expect(allCommands().map(({ label }) => label)).toEqual(['new']);
    removeNew();
    expect(allCommands()).toEqual([]);
  });
});
