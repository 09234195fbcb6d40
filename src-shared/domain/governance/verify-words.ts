import type { VerifyState } from './pack-readings';

/** What came of a mark to verify; `none`: there is no mark. */
export interface VerifiedMark {
  readonly state: VerifyState | 'none';
  readonly reading: { readonly by: string; readonly on: string; readonly note: string } | null;
}

/**
 * Who read what is to be verified, and what came of it; '' where nothing is to be verified.
 *
 * @param say a day as whoever reads has it
 */
export function verifyWords({ state, reading }: VerifiedMark, say: (day: string) => string): string {
  if (state === 'none') return '';
  if (reading === null || state === 'open') return 'to verify';
  const who = `${reading.by}, ${say(reading.on)}`;
  if (state === 'read') return `read in the official text by ${who}`;
  if (state === 'differs') return `the official text differs (${who})`;
  return `to verify: worded otherwise since ${reading.by} read it on ${say(reading.on)}`;
}
