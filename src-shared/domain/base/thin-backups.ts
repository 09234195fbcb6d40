import { DAY_MS, HOUR_MS, instantMs } from './calendar';

/** A backup that the program made by itself. */
export interface AutomaticBackup {
  readonly id: string;
  /** ISO. */
  readonly createdAt: string;
  readonly sizeBytes: number;
}

const ALL_HOURS = 24;
const DAILY_DAYS = 30;
const MONTHLY_DAYS = 366;

/** Whether a backup stands for itself, its day or its month; `null`: it is too old. A time in the future counts as now. */
function periodOf({ id, createdAt }: AutomaticBackup, now: number): string | null {
  const age = now - instantMs(createdAt);
  if (age <= ALL_HOURS * HOUR_MS) return id;
  if (age <= DAILY_DAYS * DAY_MS) return createdAt.slice(0, 10);
  if (age <= MONTHLY_DAYS * DAY_MS) return createdAt.slice(0, 7);
  return null;
}

/**
 * Which automatic backups are dropped: all of the last 24 hours stay, then the last one of each day for 30 days, then the
 * last one of each month for 12 months. Where what stays takes more than the budget, the oldest go first; the newest stays
 * whatever it takes.
 *
 * @param now ISO
 * @param budgetBytes what automatic backups may take together
 * @returns ids, in no particular order
 */
export function backupsToDrop(
  backups: readonly AutomaticBackup[],
  now: string,
  budgetBytes: number,
): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
  const dropped: string[] = [];
  const periods = new Set<string>();
  let taken = 0;
  for (const [at, backup] of newestFirst.entries()) {
    const period = periodOf(backup, instantMs(now));
    const stays = at === 0 || (period !== null && !periods.has(period) && taken + backup.sizeBytes <= budgetBytes);
    if (!stays) {
      dropped.push(backup.id);
      // One that the budget has no room for is followed by older ones, which go before it.
      if (period !== null && !periods.has(period)) taken = Number.POSITIVE_INFINITY;
      continue;
    }
    if (period !== null) periods.add(period);
    taken += backup.sizeBytes;
  }
  return dropped;
}
