import { type ArrayPlace, type KeptState, keptBytes, keptIn } from '../kept/kept-file';
import { type IncidentColumns, NUMBERS, type NumbersName } from './sqlite/columns';

const FORM = { mark: 'MFINCI01', edition: 1 } as const;

interface Layout {
  readonly size: number;
  readonly modelIds: readonly string[];
  readonly numbers: Readonly<Record<NumbersName, ArrayPlace>>;
  /** JSON: as many texts as there are incidents. */
  readonly ids: ArrayPlace;
  /** Each once, as JSON, and for each incident which of them it has. */
  readonly versions: ArrayPlace;
  readonly versionCodes: ArrayPlace;
}

const jsonBytes = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
const parsed = (bytes: Uint8Array): string[] => JSON.parse(Buffer.from(bytes).toString('utf8')) as string[]; // as jsonBytes wrote them

/**
 * Incidents as a file.
 *
 * @param places of those that are there: one that was read anew lies in another place than before
 */
export const incidentBytes = (
  columns: IncidentColumns,
  places: readonly number[],
  state: KeptState,
): readonly Uint8Array[] =>
  keptBytes(FORM, state, (put): Layout => {
    const codes = new Map<string, number>();
    const versionCodes = Uint32Array.from(places, (place) => {
      const version = columns.versions[place] ?? '';
      const code = codes.get(version) ?? codes.size;
      codes.set(version, code);
      return code;
    });
    const gathered = (name: NumbersName): readonly [NumbersName, ArrayPlace] => {
      const values = columns[name];
      const own = new (values.constructor as new (length: number) => typeof values)(places.length); // of the same class
      for (let at = 0; at < places.length; at += 1) own[at] = values[places[at] ?? 0] ?? 0;
      return [name, put(own)];
    };
    return {
      size: places.length,
      modelIds: columns.modelIds.filter((id) => id !== null),
      numbers: Object.fromEntries(NUMBERS.map(gathered)) as Layout['numbers'], // of each name
      ids: put(jsonBytes(places.map((place) => columns.ids[place] ?? ''))),
      versions: put(jsonBytes([...codes.keys()])),
      versionCodes: put(versionCodes),
    };
  });

/** What was kept, as something that fills columns; `null`: it is of no use. */
export function incidentsOf(
  file: Buffer,
  of: Pick<KeptState, 'version' | 'format' | 'path'>,
): { readonly state: KeptState; readonly size: number; fill(columns: IncidentColumns): void } | null {
  const found = keptIn<KeptState, Layout>(FORM, file, of);
  if (!found) return null;
  const { array, state } = found;
  const { size, modelIds, numbers, ids, versions, versionCodes } = found.body;
  const labels = (): { ids: string[]; versions: string[] } => {
    const each = parsed(array(versions, 'Uint8Array'));
    return {
      ids: parsed(array(ids, 'Uint8Array')),
      versions: Array.from(array(versionCodes, 'Uint32Array'), (code) => each[code] ?? ''),
    };
  };
  const fill = (columns: IncidentColumns): void =>
    columns.restore(size, modelIds, (name) => array(numbers[name], numbers[name][0]), labels);
  return { state, size, fill };
}
