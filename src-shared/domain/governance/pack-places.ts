import { isStated } from '../models/model-fields';
import { comparisonsIn, conditionsOf, placesOf } from './needs';
import type { Condition, RulePack } from './rule-pack';
import { MODEL_FACT_NAMES, ORGANISATION_FACTS } from './vocabulary';

/** What a condition or a line may read, by the room it stands in; what is not here would be unknown for ever. */
export const UNIT_NAMES = ['unit', 'jurisdictions', 'bodies', 'frameworks'] as const;
export const DERIVED_NAMES = [
  'firstProduction',
  'significantChange',
  'version',
  'versionSince',
  'approver',
  'health',
  'lastSignOfLife',
  'reviewDue',
  'findingsLooked',
  'validationUntil',
] as const;
const BESIDE_FIELDS: readonly string[] = ['id', 'stage', 'name'];

const isField = (name: string): boolean => isStated(name) || BESIDE_FIELDS.includes(name);
const among =
  (names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name);

interface Room {
  readonly has: (name: string) => boolean;
  readonly words: string;
}
const FIELDS: Room = { has: isField, words: 'a field of a model' };
const DERIVED: Room = { has: among(DERIVED_NAMES), words: `one of ${DERIVED_NAMES.join(', ')}` };
const FACTS: Room = { has: among(MODEL_FACT_NAMES), words: `one of ${MODEL_FACT_NAMES.join(', ')}` };

/** Questions and evidence are held against the pack itself (`pack-problems.ts`), references have the names of the house. */
const READ = new Map<string, Room>([
  ['model', FIELDS],
  ['derived', DERIVED],
  ['fact', FACTS],
  ['unit', { has: among(UNIT_NAMES), words: `one of ${UNIT_NAMES.join(', ')}` }],
]);
const HELD = new Map<string, Room>([
  ['field', FIELDS],
  ['new', FIELDS],
  ['derived', DERIVED],
  ['fact', FACTS],
  ['organisation', { has: among(ORGANISATION_FACTS), words: `one of ${ORGANISATION_FACTS.join(', ')}` }],
  ['table', { has: among(['dependencies']), words: 'dependencies' }],
]);

/** Names that nothing in a portfolio answers to, each as a sentence. */
export function unknownPlaces(pack: RulePack): readonly string[] {
  const read = conditionsOf(pack)
    .flatMap(comparisonsIn)
    .map(({ of }) => of);
  return [...unknownIn(READ, read, '.'), ...unknownIn(HELD, placesOf(pack), ':')];
}

const unknownIn = (rooms: ReadonlyMap<string, Room>, names: readonly string[], at: string): readonly string[] =>
  [...new Set(names)].flatMap((name) => {
    const [room = '', own = ''] = name.split(at, 2);
    const known = rooms.get(room);
    return known === undefined || known.has(own)
      ? []
      : [`${name} names nothing here. Behind “${room}${at}” stands ${known.words}.`];
  });

/** Comparisons that could never hold, and classes that would ask for themselves. */
export function idleConditions(pack: RulePack): readonly string[] {
  const compared = conditionsOf(pack).flatMap(comparisonsIn);
  const classed = (pack.classification?.derive ?? []).map(({ when }) => when);
  return [
    ...new Set([
      ...compared.flatMap(({ of, is, value }) => {
        const bare = is === 'set' || is === 'empty';
        if (bare) return [];
        if (value === undefined || (Array.isArray(value) && value.length === 0))
          return [`A condition compares ${of} (${is}) with nothing. Give it a value.`];
        if (Array.isArray(value) && ['eq', 'ne', 'gte', 'lt'].includes(is))
          return [`A condition compares ${of} by ${is} with a list. Use in, or one value.`];
        return [];
      }),
      ...(pack.classification === undefined && compared.some(({ of }) => of === 'class')
        ? ['A condition asks for the class, and the pack has no classification. Add one, or ask for something else.']
        : []),
      ...(classed.some(asksClass)
        ? ['A rule of the classification asks for the class that it gives. Ask for answers and fields only.']
        : []),
    ]),
  ];
}

const asksClass = (condition: Condition): boolean => comparisonsIn(condition).some(({ of }) => of === 'class');
