import type { ReadHandle } from '../journal/handle';
import type { IncidentSnapshot } from './register';
import { readSnapshot } from './sqlite/snapshot';

/** All incidents as metrics and lists need them, kept in memory as long as the portfolio is open. */
export const readIncidentSnapshot = async (read: ReadHandle): Promise<IncidentSnapshot> => readSnapshot(read);
