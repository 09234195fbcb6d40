import type { ModelFields } from '#contract/models/models';
import type { ImportedFields } from './plan-types';

type Field = keyof ModelFields;
type References = ModelFields['externalReferences'];

export interface Merge {
  readonly patch: ImportedFields;
  /** Fields that a person changed here and the file changed too: the person's value stays. */
  readonly editedHere: readonly Field[];
}

/** What an import changes of a model: never a value that a person gave since the last import, never to empty. */
export function mergeFields(
  incoming: ImportedFields,
  current: ImportedFields,
  lastImported: ImportedFields | null,
): Merge {
  const changes: [Field, unknown][] = [];
  const editedHere: Field[] = [];
  for (const [name, value] of Object.entries(incoming)) {
    if (!isField(name, incoming) || isNothing(value)) continue;
    const now = comparable(name, current, incoming);
    const wanted = comparable(name, incoming, incoming);
    if (wanted === '' || now === wanted) continue;
    if (lastImported !== null) {
      const before = comparable(name, lastImported, incoming);
      // The file says what it said last time: the difference was made here, on purpose.
      if (before === wanted) continue;
      if (before !== now) {
        editedHere.push(name);
        continue;
      }
    }
    changes.push([name, name === 'externalReferences' ? withReferences(current, incoming) : value]);
  }
  // Names and values were taken together from one ImportedFields.
  return { patch: Object.fromEntries(changes) as ImportedFields, editedHere };
}

const isField = (name: string, of: ImportedFields): name is Field => Object.hasOwn(of, name);

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A value as text for comparison; of the references, only those of the systems that the import speaks of. */
function comparable(field: Field, of: ImportedFields, incoming: ImportedFields): string {
  if (field === 'externalReferences') {
    const systems = new Set(incoming.externalReferences?.map((reference) => reference.system));
    const own = (of.externalReferences ?? []).filter((reference) => systems.has(reference.system));
    return JSON.stringify(own.map(({ system, id, url }) => [system, id, url]));
  }
  const value = of[field];
  // For personal data, 'unknown' is what stands there until somebody says.
  if (isNothing(value) || (field === 'personalData' && value === 'unknown')) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function withReferences(current: ImportedFields, incoming: ImportedFields): References {
  const fresh = incoming.externalReferences ?? [];
  const systems = new Set(fresh.map((reference) => reference.system));
  return [...(current.externalReferences ?? []).filter((reference) => !systems.has(reference.system)), ...fresh];
}
