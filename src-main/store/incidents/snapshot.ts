import type { ReadHandle } from '../journal/handle';
import type { IncidentSnapshot } from './register';
import { readSnapshot, storeRead } from './sqlite/snapshot';

/** All incidents as metrics and lists need them, kept in memory as long as the portfolio is open. */
export const readIncidentSnapshot = async (read: ReadHandle): Promise<IncidentSnapshot> => readSnapshot(read);

/** Before a portfolio is closed. */
export const storeIncidentsOf = (read: ReadHandle): void => storeRead(read);
