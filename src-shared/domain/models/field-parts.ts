/** What descriptions of fields have in common. */

export const STATED = { from: 'stated', empty: 'Not given' } as const;
export const DERIVED = { from: 'derived', group: 'life' } as const;
export const LISTED = { sorted: true, exported: true } as const;
export const LINE = { ...STATED, ...LISTED, kind: 'line', most: 500, grid: 'coded' } as const;
export const TEXT = { ...STATED, kind: 'text', most: 50_000 } as const;
export const CHOICE = { ...STATED, ...LISTED, kind: 'choice', optional: true, grid: 'coded' } as const;
export const ROLE = {
  ...STATED,
  kind: 'line',
  most: 500,
  suggest: 'owners',
  group: 'governance',
  exported: true,
} as const;
export const MONEY = { ...STATED, ...LISTED, kind: 'money', group: 'money', grid: 'number' } as const;
export const DAY = { ...DERIVED, ...LISTED, kind: 'date', grid: 'day' } as const;
export const COUNT = { ...DERIVED, kind: 'number' } as const;
