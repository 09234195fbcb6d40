import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of real public data and worked cases: beside the checkout, or where the variable says. */
const VARIABLE = 'MODELFOLIO_SHARED';
const BESIDE = join(import.meta.dirname, '../../../shared');

/** What a test needs that a machine may not have; `why` says so in a sentence, `null`: it is there. */
export interface Needed {
  readonly why: string | null;
}

export interface SharedFile extends Needed {
  readonly path: string;
}

/**
 * A file of the shared folder, such as `data/bike-sharing-hourly.csv`. Error when the variable names a folder without
 * it: whoever names one means its tests to run.
 */
export function sharedFile(name: string, named = process.env[VARIABLE]): SharedFile {
  const path = join(named || BESIDE, name);
  if (existsSync(path)) return { path, why: null };
  if (named)
    throw new Error(`${path} is not there. Let ${VARIABLE} name a folder that has ${name}, or leave it unset.`);
  const where = `Lay a folder named shared with it beside the checkout, or name one in ${VARIABLE}.`;
  return { path, why: `${name} of the shared data is not there. ${where}` };
}

/** One that only makes a test stricter where it is there. */
export function sharedFileIfThere(name: string): string | null {
  const path = join(process.env[VARIABLE] || BESIDE, name);
  return existsSync(path) ? path : null;
}

export const FEDERAL_INVENTORY_2023 = 'data/federal-ai-inventory-2023.csv';
export const FEDERAL_INVENTORY = 'data/federal-ai-inventory-2024.csv';
export const FEDERAL_INVENTORY_2025 = 'data/federal-ai-inventory-2025.csv';
export const UK_RECORDS = 'data/uk-transparency-records.csv';
export const INCIDENT_LOG = 'data/servicenow-incident-log.csv';
