import type { Input, Output } from '#contract/index';
import { type Column, cellOf, columnsOf, missingSince } from '#domain/governance/side-by-side';
import type { Sorts } from '#domain/governance/sorts';
import { dutyFraction, type Fraction, fraction, type Weighed, weighed } from '#domain/governance/weighed';
import type { Tier } from '#domain/vocabulary';
import { listOwners } from '../../store/governance/governed';
import { listModelsById } from '../../store/models/models';
import type { QueryContext } from '../context';
import { told, toldDuty } from './completeness';
import { dayOf, gather, pageOf } from './gather';
import { type FoundPack, findPack, loadPacks, type Packs, packHead, verifiedLine } from './packs';

type SideMap = Output<'governance.map'>;

export interface Side {
  readonly packs: Packs;
  readonly day: string;
  readonly sorts: Sorts;
  readonly texts: readonly (Weighed & FoundPack)[];
  readonly columns: readonly Column[];
  /** Of each sort the letters of all columns; '' where no text applies. */
  readonly letters: readonly string[];
}

export async function lookAtSides(
  { packs: references, at, filter }: Input<'governance.worklist'>,
  context: QueryContext,
): Promise<Side> {
  const day = dayOf(at, context.now);
  const packs = await loadPacks(context.read);
  const found = new Map(references.map((reference) => findPack(reference, day, packs)).map((one) => [one.pack, one]));
  const editions = [...found.values()];
  const sorts = await gather(
    editions.map(({ pack }) => pack),
    day,
    filter,
    context,
  );
  const texts = editions.map(({ pack, state }) => ({ pack, state, ...weighed(pack, state, sorts, day) }));
  const columns = columnsOf(texts);
  const letters = sorts.counts.map((_, sort) =>
    texts.some(({ places }) => (places[sort] ?? -1) >= 0)
      ? columns.map((column) => (column.per === 'organisation' ? '-' : cellOf(column, sort))).join('')
      : '',
  );
  return { packs, day, sorts, texts, columns, letters };
}

const textsOf = ({ texts, packs }: Side, today: string): SideMap['texts'] =>
  texts.map((text) => ({
    ...packHead(text.pack, today, packs),
    state: text.state,
    models: text.models,
    scopeUnknown: text.found.models.reduce(
      (sum, { scope }, place) => sum + (scope === 'unknown' ? (text.weights[place] ?? 0) : 0),
      0,
    ),
    fields: fraction(text),
    duties: dutyFraction(text),
  }));

const placesOf = ({ asked }: Column): string[] => [
  ...new Set(
    asked.flatMap(({ line }) =>
      'from' in line ? line.from : toldDuty(line).evidence.map((kind) => `evidence:${kind}`),
    ),
  ),
];

/** Fields of one text that one sort holds and misses. */
function fractionOf(text: Weighed, sort: number): Fraction {
  const place = text.places[sort] ?? -1;
  if (place < 0 || !text.asks) return { held: 0, missing: 0 };
  const own = text.found.fields.filter(({ line }) => line.per !== 'organisation').map(({ states }) => states[place]);
  return {
    held: own.filter((state) => state === 'held').length,
    missing: own.filter((state) => state === 'missing').length,
  };
}

export async function readMap(input: Input<'governance.map'>, context: QueryContext): Promise<SideMap> {
  const side = await lookAtSides(input, context);
  const { sorts, columns, letters, texts, day } = side;
  const { rows: wanted = {} } = input;
  const samples = sorts.portfolio.models;
  const fractions = sorts.counts.map((_, sort) => texts.map((text) => fractionOf(text, sort)));
  const at = columns.findIndex(({ key }) => key === wanted.column);
  const { page, all } = pageOf(
    sorts,
    (sort) =>
      letters[sort] !== '' &&
      (wanted.tier === undefined || samples[sort]?.tier === wanted.tier) &&
      (at < 0 || !wanted.letters || wanted.letters.includes(letters[sort]?.charAt(at) ?? ' ')),
    { offset: wanted.offset ?? 0, limit: wanted.limit ?? 200 },
    context,
  );
  const names = new Map(
    (
      await listModelsById(
        context.read,
        page.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  return {
    day,
    texts: textsOf(side, context.now.slice(0, 10)),
    models: sorts.counts.reduce((sum, count, sort) => sum + (letters[sort] === '' ? 0 : count), 0),
    columns: columns.map((column, place) => ({
      key: column.key,
      what: column.what,
      per: column.per,
      label: column.asked[0]?.line.label ?? '',
      places: placesOf(column),
      asked: column.asked.map(({ pack, line }) => {
        const { id, label, ref, force, confidence, verify, verified } = told(line, pack, side.packs);
        const house = 'evidence' in line && toldDuty(line).house;
        return { pack: pack.id, id, label, ref, force, confidence, verify, verified, house };
      }),
      counts: countsOf(side, column, place),
    })),
    groups: groupsOf(side, fractions),
    matching: all,
    rows: page.map(({ id, sort }) => {
      const row = names.get(id);
      return {
        modelId: id,
        name: row?.name ?? '',
        tier: samples[sort]?.tier ?? null,
        owner: row?.business_owner || row?.technical_owner || '',
        cells: letters[sort] ?? '',
        fractions: fractions[sort]?.map((one) => ({ ...one })) ?? [],
      };
    }),
  };
}

const LETTERS = ['M', '?', 'D', 'L', 'H', '-'] as const;
type Letter = (typeof LETTERS)[number];

function countsOf({ sorts, letters }: Side, column: Column, place: number): Record<Letter, number> {
  const counts: Record<string, number> = { M: 0, '?': 0, D: 0, L: 0, H: 0, '-': 0 };
  const add = (letter: string, models: number): void => {
    counts[letter] = (counts[letter] ?? 0) + models;
  };
  if (column.per === 'organisation') add(cellOf(column, 0), 1);
  else
    letters.forEach((own, sort) => {
      if (own !== '') add(own.charAt(place), sorts.counts[sort] ?? 0);
    });
  return counts as Record<Letter, number>; // each of them named above
}

const TIERS: readonly (Tier | null)[] = [1, 2, 3, null];

function groupsOf(
  { sorts, letters, columns, texts }: Side,
  fractions: readonly (readonly Fraction[])[],
): SideMap['groups'] {
  const samples = sorts.portfolio.models;
  return TIERS.flatMap((tier) => {
    const own = letters.flatMap((text, sort) =>
      text !== '' && samples[sort]?.tier === tier ? [{ text, sort, models: sorts.counts[sort] ?? 0 }] : [],
    );
    if (own.length === 0) return [];
    const sum = (place: number, wanted: string): number =>
      own.reduce((all, { text, models }) => all + (wanted.includes(text.charAt(place)) ? models : 0), 0);
    return [
      {
        tier,
        models: own.reduce((all, { models }) => all + models, 0),
        there: columns.map((_, place) => sum(place, 'H')),
        missing: columns.map((_, place) => sum(place, 'M')),
        waiting: columns.map((_, place) => sum(place, '?DL')),
        fractions: texts.map((_, at) => ({
          held: own.reduce((all, { sort, models }) => all + models * (fractions[sort]?.[at]?.held ?? 0), 0),
          missing: own.reduce((all, { sort, models }) => all + models * (fractions[sort]?.[at]?.missing ?? 0), 0),
        })),
      },
    ];
  });
}

const OWNERS_NAMED = 3;

interface Gap {
  readonly since: string | null;
  readonly column: Column;
  readonly tiers: Map<Tier | null, number>;
  readonly owners: Map<string, number>;
  models: number;
}

/** What is missing on the day, with who answers for it. */
export async function readWorklist(
  input: Input<'governance.worklist'>,
  context: QueryContext,
): Promise<Output<'governance.worklist'>> {
  const side = await lookAtSides(input, context);
  const { sorts, columns, letters, day } = side;
  const gaps = new Map<string, Gap>();
  const gapOf = (column: Column, since: string | null): Gap => {
    const key = `${since} ${column.key}`;
    const known = gaps.get(key) ?? { since, column, tiers: new Map(), owners: new Map(), models: 0 };
    gaps.set(key, known);
    return known;
  };
  const ofSort = letters.map((own, sort) =>
    columns.flatMap((column, place) => (own.charAt(place) === 'M' ? [gapOf(column, missingSince(column, sort))] : [])),
  );
  const sortOf = new Map(sorts.ids.map((id, at) => [id, sorts.sorts[at] ?? -1]));
  for (const { id, tier, owner } of listOwners(context.read))
    for (const gap of ofSort[sortOf.get(id) ?? -1] ?? []) {
      gap.models += 1;
      gap.tiers.set(tier, (gap.tiers.get(tier) ?? 0) + 1);
      gap.owners.set(owner, (gap.owners.get(owner) ?? 0) + 1);
    }
  for (const column of columns)
    if (column.per === 'organisation' && cellOf(column, 0) === 'M') gapOf(column, missingSince(column, 0));
  return {
    day,
    texts: textsOf(side, context.now.slice(0, 10)),
    models: sorts.counts.reduce((sum, count, sort) => sum + (letters[sort] === '' ? 0 : count), 0),
    items: [...gaps.values()].toSorted(soonest).map((gap) => itemOf(gap, side.packs)),
  };
}

const tierOne = ({ tiers }: Gap): number => tiers.get(1) ?? 0;

/** By date, then by how many models of tier 1 it concerns, then by how many in all. */
function soonest(a: Gap, b: Gap): number {
  const [left, right] = [a.since ?? '9999', b.since ?? '9999'];
  if (left !== right) return left < right ? -1 : 1;
  return tierOne(b) - tierOne(a) || b.models - a.models || (a.column.key < b.column.key ? -1 : 1);
}

function itemOf(
  { since, column, tiers, owners, models }: Gap,
  packs: Packs,
): Output<'governance.worklist'>['items'][number] {
  const named = [...owners].filter(([owner]) => owner !== '').toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    since,
    column: column.key,
    label: column.asked[0]?.line.label ?? '',
    what: column.what,
    per: column.per,
    places: placesOf(column),
    packs: [...new Set(column.asked.map(({ pack }) => pack.id))],
    lines: column.asked.map(({ line }) => line.id),
    refs: column.asked.map(({ line }) => line.ref),
    verify: column.asked.some(({ line }) => (line.verify ?? '') !== ''),
    verified: column.asked
      .map(({ pack, line }) => verifiedLine(pack, line, packs))
      .filter(({ state }) => state !== 'none'),
    models,
    tiers: TIERS.flatMap((tier) => {
      const count = tiers.get(tier);
      return count === undefined ? [] : [{ tier, models: count }];
    }),
    owners: named.slice(0, OWNERS_NAMED).map(([owner, count]) => ({ owner, models: count })),
    ownersInAll: named.length,
    withoutOwner: owners.get('') ?? 0,
  };
}
