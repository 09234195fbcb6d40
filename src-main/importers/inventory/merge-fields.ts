import type { ModelFields } from '#contract/models/models';
import { textShown } from '#domain/base/formula-text';
import type { Decision } from '#domain/models/history/told';
import { holdsReferences, mergeReferences } from './merge-references';
import type { FieldDifference, ImportedFields } from './plan-types';

type Field = keyof ModelFields;
type References = ModelFields['externalReferences'];

export interface Merge {
  readonly patch: ImportedFields;
  /** Every value that the file gives otherwise, also those that are not written. */
  readonly differences: readonly FieldDifference[];
}

/** Who is right about a field; `undefined`: nobody has said. */
export type FieldRules = (field: string, modelId: string) => Decision | undefined;

/**
 * What an import changes of a model. A value that is empty here is filled, and one that only imports gave follows the
 * file; one that a person gave, here or since the last import, stays until somebody says that the file is right. Never
 * to empty.
 */
export function mergeFields(
  incoming: ImportedFields,
  current: ImportedFields,
  lastImported: ImportedFields | null,
  rule: (field: string) => Decision | undefined = () => undefined,
): Merge {
  const changes: [Field, unknown][] = [];
  const differences: FieldDifference[] = [];
  for (const [name, value] of Object.entries(incoming)) {
    if (!isField(name, incoming) || isNothing(value)) continue;
    const now = comparable(name, current);
    const wanted = comparable(name, incoming);
    if (wanted === '' || agrees(name, incoming, current)) continue;
    // The file says what it said last time: the difference was made here, on purpose.
    if (lastImported !== null && agrees(name, incoming, lastImported)) continue;
    // A person's value against the file's: it takes a word to overrule either.
    const ours = now !== '' && (lastImported === null || !agrees(name, lastImported, current));
    const decision = rule(name) ?? (ours ? 'ask' : 'file');
    const after =
      name === 'externalReferences' ? mergeReferences(referencesOf(current), referencesOf(incoming)) : value;
    differences.push({ field: name, before: current[name] ?? null, after, decision });
    if (decision === 'file') changes.push([name, after]);
  }
  // Names and values were taken together from one ImportedFields.
  return { patch: Object.fromEntries(changes) as ImportedFields, differences };
}

const isField = (name: string, of: ImportedFields): name is Field => Object.hasOwn(of, name);

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Whether one side has what the other says. Letters with marks count as equal however they are composed: some systems write `é` as one
 * sign, others as two. So do those that a spreadsheet was kept from reckoning, in whatever list they came.
 */
function agrees(field: Field, says: ImportedFields, has: ImportedFields): boolean {
  if (field === 'externalReferences') return holdsReferences(referencesOf(has), referencesOf(says));
  const [said, held] = [comparable(field, says), comparable(field, has)];
  return said === held || textShown(said) === held || said.normalize('NFC') === held.normalize('NFC');
}

const referencesOf = ({ externalReferences = [] }: ImportedFields): References => externalReferences;

/** A value as text for comparison. */
function comparable(field: Field, of: ImportedFields): string {
  const value = of[field];
  // For personal data, 'unknown' is what stands there until somebody says.
  if (isNothing(value) || (field === 'personalData' && value === 'unknown')) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
