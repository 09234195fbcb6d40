import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isTheme, type Theme } from './theme';

/** In device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** `null`: never placed, or placed where no display is any more; the system chooses. */
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
  /** Kept here so that the frame has the right colour before the page is there. */
  readonly theme: Theme;
}

export const SMALLEST = { width: 900, height: 600 } as const;
const FIRST: WindowState = { bounds: null, maximized: false, theme: 'system' };
/** Pixels of the title bar that must lie on a display for a person to take hold of it. */
const GRIP = { width: 120, height: 40 } as const;

/** Never throws: a file that is missing, broken or from another display setup gives the first start's state. */
export function readWindowState(path: string, displays: readonly Bounds[]): WindowState {
  try {
    return validWindowState(JSON.parse(readFileSync(path, 'utf8')), displays);
  } catch {
    return FIRST;
  }
}

export function validWindowState(stored: unknown, displays: readonly Bounds[]): WindowState {
  if (!isRecord(stored)) return FIRST;
  return {
    bounds: validBounds(stored.bounds, displays),
    maximized: stored.maximized === true,
    theme: isTheme(stored.theme) ? stored.theme : 'system',
  };
}

/** A window state that cannot be written is forgotten: nothing of the person's is lost with it. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  } catch {
    return;
  }
}

function validBounds(stored: unknown, displays: readonly Bounds[]): Bounds | null {
  if (!isRecord(stored)) return null;
  const { x, y, width, height } = stored;
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null;
  const display = displays.find((area) => holdsGrip(area, { x, y, width, height }));
  if (display === undefined) return null;
  return {
    x,
    y,
    width: Math.min(Math.max(width, SMALLEST.width), Math.max(display.width, SMALLEST.width)),
    height: Math.min(Math.max(height, SMALLEST.height), Math.max(display.height, SMALLEST.height)),
  };
}

/** Enough of the window's upper edge lies on this display. */
function holdsGrip(area: Bounds, window: Bounds): boolean {
  const left = Math.max(area.x, window.x);
  const right = Math.min(area.x + area.width, window.x + window.width);
  const below = area.y + area.height - window.y;
  return right - left >= GRIP.width && window.y >= area.y && below >= GRIP.height;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);
