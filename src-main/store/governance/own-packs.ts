import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { PackReadingRow, RulePackRow } from './tables';

/** Own packs in the order in which they came. */
export const listOwnPacks = (read: ReadHandle): Promise<RulePackRow[]> =>
  tables(read).selectFrom('rule_packs').selectAll().orderBy('added_at').orderBy('id').execute();

/** In the order in which they were noted. */
export const listPackReadings = (read: ReadHandle): Promise<PackReadingRow[]> =>
  tables(read).selectFrom('pack_readings').selectAll().orderBy('noted_at').orderBy('id').execute();
