import { extname } from 'node:path';

/** What a file's name says beside a date and its ending: `bike_demand_2011-02-14.json` → `bike_demand`. */
export function nameInFile(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  return last
    .slice(0, last.length - extname(last).length)
    .replace(/(?<!\d)\d{4}[-_.]?\d{2}[-_.]?\d{2}(?!\d)/g, '')
    .replace(/^[\s._-]+|[\s._-]+$/g, '')
    .slice(0, 500);
}
