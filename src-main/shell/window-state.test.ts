import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWindowState, validWindowState, writeWindowState } from './window-state';

const display = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };
const bounds = { x: 100, y: 50, width: 1280, height: 800 };
const placed = (stored: unknown, displays = [display]) => validWindowState({ bounds: stored }, displays).bounds;

describe('validWindowState', () => {
  it('keeps what fits', () => {
    const state = { bounds, maximized: true, theme: 'dark' };
    expect(validWindowState(state, [display])).toEqual(state);
  });

  it('forgets a place on a display that is gone', () => {
    const there = { ...bounds, x: 2000 };
    expect(placed(there, [display, right])).toEqual(there);
    expect(placed(there)).toBe(null);
  });

  it('needs a piece of the title bar to take hold of', () => {
    expect(placed({ ...bounds, x: -1200 })).toBe(null);
    expect(placed({ ...bounds, x: -1100 })).not.toBe(null);
    expect(placed({ ...bounds, y: -30 })).toBe(null);
    expect(placed({ ...bounds, y: 1050 })).toBe(null);
  });

  it('brings a size between the smallest and the display', () => {
    expect(placed({ ...bounds, width: 5000, height: 1 })).toEqual({ ...bounds, width: 1920, height: 600 });
  });

  it.each([
    null,
    1,
    'x',
    [],
    {},
    { bounds: { x: '0' } },
    { bounds: { ...bounds, x: 1.5 } },
    { bounds: { ...bounds, y: 1e300 } },
  ])('gives the first state for %j', (stored) => {
    expect(validWindowState(stored, [display])).toEqual({ bounds: null, maximized: false, theme: 'system' });
  });
});

describe('the file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'window-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('comes back as it was written', () => {
    const state = { bounds, maximized: false, theme: 'light' } as const;
    writeWindowState(join(folder, 'new', 'window.json'), state);
    expect(readWindowState(join(folder, 'new', 'window.json'), [display])).toEqual(state);
  });

  it('is not needed and may be broken', () => {
    expect(readWindowState(join(folder, 'none.json'), [display]).bounds).toBe(null);
    writeFileSync(join(folder, 'broken.json'), '{"bounds":');
    expect(readWindowState(join(folder, 'broken.json'), [display]).bounds).toBe(null);
  });

  it('does not stop the program when it cannot be written', () => {
    writeFileSync(join(folder, 'file'), 'x');
    writeWindowState(join(folder, 'file', 'window.json'), { bounds, maximized: false, theme: 'system' });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('x');
  });
});
