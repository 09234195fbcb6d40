import type { Output } from '#contract/index';
import { type EditionState, editionOn, isStale, linesOf } from '#domain/governance/editions';
import { lineOf, packName, type RulePack } from '#domain/governance/rule-pack';
import { PACKS } from '../../../resources/packs';
import { DomainError } from '../../failure/domain-error';

type PackHead = Output<'governance.completeness'>['pack'];
export type PackState = EditionState | 'superseded';

/** @param today how old the look at its sources is, whatever day is asked for */
export function packHead(pack: RulePack, today: string): PackHead {
  return {
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
function stateOn(pack: RulePack, day: string): PackState {
  if (pack.supersededBy !== null && pack.supersededBy.on <= day) return 'superseded';
  if (pack.effectiveFrom === null) return 'proposed';
  return pack.effectiveFrom <= day ? 'in_force' : 'to_come';
}

export const listPacks = (day: string, today: string): Output<'governance.packs'>['packs'] =>
  PACKS.map((pack) => ({
    ...packHead(pack, today),
    state: stateOn(pack, day),
    fields: pack.fields.length,
    duties: pack.duties.length,
    verify: [...pack.fields, ...pack.duties].filter(({ verify = '' }) => verify !== '').length,
  }));

/** Of each line the edition that counts on a day. */
export const packsOn = (day: string): readonly RulePack[] =>
  linesOf(PACKS).flatMap((line) => editionOn(PACKS, line, day)?.pack ?? []);

export interface FoundPack {
  readonly pack: RulePack;
  readonly state: EditionState;
}

/** The edition that is meant: by its name, or of a line the one that counts on the day. */
export function findPack(reference: string, day: string): FoundPack {
  const exact = PACKS.find((pack) => packName(pack) === reference);
  if (exact) {
    const state = stateOn(exact, day);
    // One that was followed by another is looked at as it stood.
    return { pack: exact, state: state === 'superseded' ? 'in_force' : state };
  }
  const line = PACKS.find(({ id }) => id === reference);
  const found = editionOn(PACKS, line === undefined ? reference : lineOf(line), day);
  if (found === null)
    throw new DomainError(
      'not_found',
      `No rule pack is called ${reference}. Name one of ${linesOf(PACKS).join(', ')}.`,
    );
  return found;
}
