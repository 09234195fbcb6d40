import { createHash } from 'node:crypto';
import type { Output } from '#contract/index';
import { type EditionState, editionOn, isStale, linesOf } from '#domain/governance/editions';
import { comparisonsIn } from '#domain/governance/needs';
import { canonical, itemOf, type PackItem, type Reading, verifiedBy } from '#domain/governance/pack-readings';
import { standing } from '#domain/governance/pack-sets';
import { lineOf, packName, type RulePack } from '#domain/governance/rule-pack';
import type { ReadingOutcome } from '#domain/governance/vocabulary';
import { PACKS } from '../../../resources/packs';
import { DomainError } from '../../failure/domain-error';
import type { PackProblem } from '../../importers/packs/pack-problem';
import { packOf, type ReadPack } from '../../importers/packs/read-pack';
import { listOwnPacks, listPackReadings } from '../../store/governance/own-packs';
import type { PackReadingRow, RulePackRow } from '../../store/governance/tables';
import type { ReadHandle } from '../../store/journal/handle';

export type PackHead = Output<'governance.completeness'>['pack'];
export type PackState = EditionState | 'superseded';
export type Verified = Output<'packs.noteReading'>['verified'];

export interface OwnPack {
  readonly row: RulePackRow;
  readonly pack: RulePack;
}

/** Shipped and own packs of the open portfolio, with what people read of them. */
export interface Packs {
  /** What is compared with. */
  readonly all: readonly RulePack[];
  readonly own: ReadonlyMap<string, OwnPack>;
  /** Own ones that are no packs (any more): somebody else wrote them into the file, or another program did. */
  readonly unreadable: readonly { readonly name: string; readonly problem: PackProblem }[];
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
}

const keyOf = (pack: string, what: string, item: string): string => `${pack} ${what} ${item}`;

export async function loadPacks(read: ReadHandle): Promise<Packs> {
  const found = (await listOwnPacks(read)).map((row) => ({ row, ...readKept(row) }));
  const own = found.flatMap(({ row, pack }) => (pack === null ? [] : [{ row, pack }]));
  const readings = new Map<string, Reading[]>();
  for (const row of await listPackReadings(read)) {
    const key = keyOf(row.pack, row.what, row.item);
    readings.set(key, [...(readings.get(key) ?? []), toReading(row)]);
  }
  return {
    all: standing(
      PACKS,
      own.map(({ pack }) => pack),
    ),
    own: new Map(own.map((one) => [one.row.id, one])),
    unreadable: found.flatMap(({ row, problems }) =>
      problems[0] === undefined ? [] : [{ name: row.id, problem: problems[0] }],
    ),
    readings,
  };
}

const KEPT = new Map<string, ReadPack>();
const MOST_KEPT = 100;

/** A file may come from anybody: what lies in it is held against the bounds again, once for each text. */
function readKept({ id, content }: RulePackRow): ReadPack {
  const key = `${id} ${content}`;
  const known = KEPT.get(key);
  if (known !== undefined) return known;
  if (KEPT.size >= MOST_KEPT) KEPT.clear();
  const found = parsed(content);
  const read: ReadPack =
    found.pack === null || packName(found.pack) === id
      ? found
      : { pack: null, problems: [{ place: 'id', words: `It is kept as ${id} and calls itself another name.` }] };
  KEPT.set(key, read);
  return read;
}

function parsed(content: string): ReadPack {
  try {
    return packOf(JSON.parse(content));
  } catch {
    return { pack: null, problems: [{ place: '', words: 'It is no JSON.' }] };
  }
}

const toReading = (row: PackReadingRow): Reading => ({
  id: row.id,
  digest: row.digest,
  outcome: row.outcome as ReadingOutcome, // as the contract wrote it
  on: row.read_on,
  by: row.read_by,
  link: row.link,
  note: row.note,
});

export const digestOf = ({ content }: PackItem): string =>
  createHash('sha256').update(canonical(content)).digest('hex');

/** What came of the mark to verify of an item, as it is worded now. */
export function verifiedItem(pack: RulePack, item: PackItem, { readings }: Packs): Verified {
  if (item.verify === '') return { state: 'none', reading: null };
  const own = readings.get(keyOf(packName(pack), item.what, item.id)) ?? [];
  const { state, reading } = verifiedBy(own.length === 0 ? '' : digestOf(item), own);
  if (reading === null) return { state, reading: null };
  const { digest: _digest, ...shown } = reading;
  return { state, reading: shown };
}

export const verifiedLine = (pack: RulePack, line: Parameters<typeof itemOf>[1], packs: Packs): Verified =>
  verifiedItem(pack, itemOf('line', line), packs);

export function originOf(pack: RulePack, { own }: Packs): PackHead['origin'] {
  if (!own.has(packName(pack))) return 'shipped';
  return PACKS.some((one) => packName(one) === packName(pack)) ? 'stands_in' : 'own';
}

/** @param today how old the look at its sources is, whatever day is asked for */
export function packHead(pack: RulePack, today: string, packs: Packs): PackHead {
  return {
    origin: originOf(pack, packs),
    id: pack.id,
    line: lineOf(pack),
    edition: pack.edition,
    name: pack.name,
    issuer: pack.issuer,
    jurisdiction: pack.jurisdiction,
    force: pack.force,
    status: pack.status,
    effectiveFrom: pack.effectiveFrom,
    supersededBy: pack.supersededBy,
    checkedOn: pack.checkedOn,
    stale: isStale(pack, today),
    who: pack.appliesTo.who,
    disclaimer: pack.disclaimer,
    questions: pack.questions?.length ?? 0,
  };
}

/** How an edition stands to a day. */
export function stateOn(pack: RulePack, day: string): PackState {
  if (pack.supersededBy !== null && pack.supersededBy.on <= day) return 'superseded';
  if (pack.effectiveFrom === null) return 'proposed';
  return pack.effectiveFrom <= day ? 'in_force' : 'to_come';
}

export const listPacks = (day: string, today: string, packs: Packs): Output<'governance.packs'>['packs'] =>
  packs.all.map((pack) => {
    const verified = [...pack.fields, ...pack.duties].map((line) => verifiedLine(pack, line, packs).state);
    return {
      ...packHead(pack, today, packs),
      state: stateOn(pack, day),
      fields: pack.fields.length,
      duties: pack.duties.length,
      verify: verified.filter((state) => state !== 'none').length,
      read: verified.filter((state) => state === 'read').length,
      byChoice: comparisonsIn(pack.appliesTo.condition).some(({ of }) => of === 'unit.frameworks'),
    };
  });

/** Of each line the edition that counts on a day. */
export const packsOn = (day: string, { all }: Packs): readonly RulePack[] =>
  linesOf(all).flatMap((line) => editionOn(all, line, day)?.pack ?? []);

export interface FoundPack {
  readonly pack: RulePack;
  readonly state: EditionState;
}

/** The edition that is meant: by its name, or of a line the one that counts on the day. */
export function findPack(reference: string, day: string, { all, unreadable }: Packs): FoundPack {
  const exact = all.find((pack) => packName(pack) === reference);
  if (exact) {
    const state = stateOn(exact, day);
    // One that was followed by another is looked at as it stood.
    return { pack: exact, state: state === 'superseded' ? 'in_force' : state };
  }
  const line = all.find(({ id }) => id === reference);
  const found = editionOn(all, line === undefined ? reference : lineOf(line), day);
  if (found !== null) return found;
  const broken = unreadable.find(({ name }) => name === reference || name.startsWith(`${reference}@`));
  throw new DomainError(
    'not_found',
    broken === undefined
      ? `No rule pack is called ${reference}. Name one of ${linesOf(all).join(', ')}.`
      : `The own rule pack ${broken.name} cannot be read: ${broken.problem.words} Remove it, or take in a mended file.`,
  );
}
