import type { Warning } from './source';

const CLOCK_MS = 5 * 60_000;

/** @param date the server's clock, ISO; `null`: it does not tell */
export function clockWarning(date: string | null, now: string): readonly Warning[] {
  const ahead = date === null ? 0 : Date.parse(date) - Date.parse(now);
  if (Math.abs(ahead) <= CLOCK_MS) return [];
  return [
    {
      what: `The server’s clock is ${Math.round(Math.abs(ahead) / 60_000)} minutes ${ahead > 0 ? 'ahead of' : 'behind'} this computer’s`,
      todo: 'Its times may lie beside the real ones by as much; have the wrong clock set',
    },
  ];
}
