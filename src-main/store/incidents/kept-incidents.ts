import { type ArrayPlace, type KeptState, keptBytes, keptIn } from '../kept/kept-file';
import { type IncidentColumns, type IncidentLabels, NUMBERS, type NumbersName } from './sqlite/columns';

const FORM = { mark: 'MFINCI01', edition: 2 } as const;

interface Layout extends IncidentLabels {
  readonly size: number;
  readonly numbers: Readonly<Record<NumbersName, ArrayPlace>>;
  /** JSON: as many texts as there are incidents. */
  readonly ids: ArrayPlace;
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
    const gathered = (name: NumbersName): readonly [NumbersName, ArrayPlace] => [
      name,
      put(columns.numbersAt(name, places)),
    ];
    return {
      size: places.length,
      ...columns.labels,
      numbers: Object.fromEntries(NUMBERS.map(gathered)) as Layout['numbers'], // of each name
      ids: put(jsonBytes(places.map((place) => columns.ids[place] ?? ''))),
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
  const { size, numbers, ids, ...labels } = found.body;
  const fill = (columns: IncidentColumns): void =>
    columns.restore(
      size,
      labels,
      (name) => array(numbers[name], numbers[name][0]),
      () => parsed(array(ids, 'Uint8Array')),
    );
  return { state, size, fill };
}
