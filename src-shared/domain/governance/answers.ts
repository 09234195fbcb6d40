import { unitPath } from '../base/unit-path';
import { type Known, type Lookup, NEVER } from './condition';
import type { EvidenceRow, GovernedModel, GovernedPortfolio, GovernedUnit } from './governed';
import { type Look, type ModelOnDay, upTo } from './model-on-day';
import type { FieldLine, RulePack } from './rule-pack';

/** What is looked at for one line: a pack, and the model, or the organisation as a whole. */
export interface Scene {
  readonly pack: RulePack;
  readonly portfolio: GovernedPortfolio;
  readonly look: Look;
}

/** A blank, an empty list, `unknown` and what is not there answer nothing. */
export function isAnswer(value: unknown): boolean {
  if (value === null || value === undefined || value === 'unknown' || value === NEVER) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.some(isAnswer) : true;
}

/** Where a unit belongs: what was said of it, else of the nearest above it. */
export function unitOf({ units }: Pick<GovernedPortfolio, 'units'>, unit: string): GovernedUnit | null {
  const path = unitPath(unit).toReversed();
  return path.flatMap((name) => units.filter((one) => one.unit === name))[0] ?? null;
}

const known = (value: unknown): Known => {
  if (!isAnswer(value)) return null;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'number' ? value : String(value);
};

/** What the names of conditions stand for, of one model. */
export function lookupOf(model: ModelOnDay, { pack, portfolio }: Scene, classOf: () => string | null): Lookup {
  const found = new Map<string, Known>();
  const find = (name: string): Known => {
    if (name === 'class') return classOf();
    const [room = '', own = ''] = split(name, '.');
    switch (room) {
      case 'model':
        return own === 'stage' ? model.stage : known(model.model.fields[own]);
      case 'question':
        return known(model.answer(pack.id, own)) ?? defaultOf(model, pack, own);
      case 'unit':
        return known(unitOf(portfolio, model.model.unit)?.[own as keyof GovernedUnit]);
      case 'derived':
        return own === 'firstProduction' ? model.firstProduction : derived(model, own);
      case 'fact':
        return known(model.model.facts[own]);
      default:
        return null;
    }
  };
  // Dozens of lines ask for the same few names.
  return (name) => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const value = find(name);
    found.set(name, value);
    return value;
  };
}

/** An assumption serves where nobody has answered; an answer of "unknown" is none to be assumed over. */
const defaultOf = (model: ModelOnDay, pack: RulePack, question: string): Known =>
  model.answer(pack.id, question) === null
    ? (pack.questions?.find(({ id }) => id === question)?.default ?? null)
    : null;

/** Whether the place that a line names holds an answer. */
export const isHeld = (from: string, lineId: string, model: ModelOnDay, scene: Scene): boolean =>
  isAnswer(heldValue(from, lineId, model, scene));

/**
 * What the place that a line names holds: `isAnswer` says whether that is an answer. Rows of evidence, references and
 * dependencies come as they are, whatever else as its value.
 */
export function heldValue(from: string, lineId: string, model: ModelOnDay, scene: Scene): unknown {
  const [room = '', own = ''] = split(from, ':');
  switch (room) {
    case 'field':
    case 'new':
      return own === 'id' ? model.id : own === 'stage' ? (model.stage ?? '–') : model.model.fields[own];
    case 'fact':
      return model.model.facts[own];
    case 'question':
      return model.answer(scene.pack.id, own);
    case 'derived':
      return own === 'firstProduction' ? model.firstProduction : derived(model, own);
    case 'table':
      return own === 'dependencies' ? model.dependencies : null;
    case 'reference':
      return referencesAt(own, model.model.references);
    case 'evidence':
      return own === 'waiver'
        ? waivers('waiver', lineId, model, scene.look)
        : // Any row answers, whatever its outcome and however old: it is the duty that asks for one that is valid.
          model.evidence(own);
    case 'organisation':
      return scene.portfolio.organisation[own];
    default:
      return null;
  }
}

/** The same of the organisation, for lines that are asked of it once. */
export const isHeldByOrganisation = (from: string, scene: Scene): boolean => isAnswer(heldByOrganisation(from, scene));

export function heldByOrganisation(from: string, { portfolio, look }: Scene): unknown {
  const [room = '', own = ''] = split(from, ':');
  if (room === 'organisation') return portfolio.organisation[own];
  return room === 'evidence' ? upTo(portfolio.evidence, own, look) : null;
}

export const isFilled = ({ from, fromRule }: FieldLine, held: (place: string) => boolean): boolean =>
  fromRule === 'all' ? from.every(held) : from.some(held);

/** Of a system those with a number or an address; `System#id`: those with a number, without their addresses. */
export function referencesAt(place: string, references: GovernedModel['references']): GovernedModel['references'] {
  const [system = '', part] = place.split('#');
  const of = references.filter((one) => one.system === system);
  if (part === 'id') return of.flatMap((one) => (isAnswer(one.id) ? { ...one, url: '' } : []));
  return of.filter(({ id, url }) => isAnswer(id) || isAnswer(url));
}

/** A waiver that is valid on the day and names the line. */
export const isWaived = (kind: string, lineId: string, model: ModelOnDay, look: Look): boolean =>
  waivers(kind, lineId, model, look).length > 0;

const waivers = (kind: string, lineId: string, model: ModelOnDay, { day }: Look): readonly EvidenceRow[] =>
  model
    .evidence(kind)
    .filter(({ validUntil, covers }) => (validUntil === null || validUntil >= day) && covers.includes(lineId));

function derived(model: ModelOnDay, name: string): Known {
  switch (name) {
    case 'version':
      return model.version;
    case 'versionSince':
      return model.versionSince;
    case 'approver':
      return model.approvals.at(-1)?.by ?? null;
    // One that went silent has a health, and that is a finding in itself.
    case 'health':
    case 'lastSignOfLife':
      return model.lastDrift;
    case 'reviewDue':
      return model.reviewDue;
    case 'findingsLooked':
      return findingsLooked(model);
    case 'validationUntil':
      return model.evidence('validation').toSorted(byDay).at(-1)?.validUntil ?? null;
    case 'significantChange':
      return model.significantChange;
    default:
      return null;
  }
}

/** That there are none must be said by somebody who looked. */
function findingsLooked(model: ModelOnDay): Known {
  const looked = ['validation', 'review', 'internal_audit'].some((kind) => model.evidence(kind).length > 0);
  return looked || model.findings.length > 0 ? 'looked' : null;
}

export const byDay = (a: { readonly on: string }, b: { readonly on: string }): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0;

function split(name: string, at: string): readonly string[] {
  const where = name.indexOf(at);
  return [name.slice(0, where), name.slice(where + 1)];
}
