import { sayDay } from '../base/calendar';
import { counted, oneOf } from '../base/wording';
import { KIND_LABELS, type Kind } from '../models/kinds';
import type { StageBegan } from '../models/approval-gate';
import { TIERS, type Tier } from '../vocabulary';
import { acceptanceLapse, isAccepted } from './finding-acceptance';
import { fourEyes } from './four-eyes';
import {
  EVIDENCE_OUTCOME_LABELS,
  type EvidenceOutcome,
  FINDING_SEVERITIES,
  type FindingSeverity,
  GATE_LABELS,
  GATE_REQUIREMENTS,
  type GateRequirement,
} from './vocabulary';

/** Asked of models of these tiers, and of models of these kinds whatever their tier; both empty: asked of nobody. */
export interface GateScope {
  readonly tiers: readonly Tier[];
  readonly kinds: readonly Kind[];
}

export interface DeploymentGates {
  readonly asked: Readonly<Record<GateRequirement, GateScope>>;
  /** Open findings from this severity on hold a model back. */
  readonly findingsFrom: FindingSeverity;
}

const NOBODY: GateScope = { tiers: [], kinds: [] };
export const NO_GATES: DeploymentGates = {
  asked: {
    validation: NOBODY,
    findings: NOBODY,
    owner: NOBODY,
    classification: NOBODY,
    impact_assessment: NOBODY,
    overseer: NOBODY,
  },
  findingsFrom: 'high',
};

export interface GateEvidence {
  readonly id: string;
  readonly kind: string;
  /** ISO day. */
  readonly on: string;
  readonly validUntil: string | null;
  readonly by: string;
  readonly outcome: EvidenceOutcome;
  readonly covers: readonly string[];
  readonly note: string;
}

export interface GateFinding {
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly acceptedOn: string | null;
  readonly acceptedUntil: string | null;
  readonly acceptedBy: string;
  /** Who has to put it right. */
  readonly owner: string;
}

/** What is known of one model; rows carry their own days. */
export interface GateFacts {
  readonly tier: Tier | null;
  readonly kind: Kind | null;
  readonly businessOwner: string;
  readonly technicalOwner: string;
  readonly overseer: string;
  readonly developer: string;
  /** In the order in which it was noted. */
  readonly evidence: readonly GateEvidence[];
  readonly findings: readonly GateFinding[];
}

/** `unknown`: whether it is asked hangs on a tier or a kind that nobody has said. */
export type GateState = 'met' | 'missing' | 'excepted' | 'unknown';

export interface GateLine {
  readonly requirement: GateRequirement;
  readonly state: GateState;
  /** What was found, or what is not there: a clause without a full stop. */
  readonly words: string;
  /** The rows that it rests on. */
  readonly evidence: readonly string[];
}

const FAILED: readonly EvidenceOutcome[] = ['failed', 'no'];
const ASSESSMENTS: readonly string[] = ['impact_assessment', 'fria', 'dpia'];

/** Whether a scope asks a model: what is not said of it is unknown where it would decide. */
export function isAsked({ tiers, kinds }: GateScope, tier: Tier | null, kind: Kind | null): boolean | 'unknown' {
  if (tier !== null && tiers.includes(tier)) return true;
  if (kind !== null && kinds.includes(kind)) return true;
  if (tier === null && tiers.length > 0) return tiers.length === TIERS.length ? true : 'unknown';
  return kind === null && kinds.length > 0 ? 'unknown' : false;
}

const toWhom = ({ tiers, kinds }: GateScope): string =>
  oneOf([...tiers.map((tier) => `tier ${tier}`), ...kinds.map((kind) => `kind ${KIND_LABELS[kind]}`)], 'and');

function unsaid(scope: GateScope, { tier, kind }: GateFacts): string {
  const what = [
    ...(tier === null && scope.tiers.length > 0 ? ['its tier'] : []),
    ...(kind === null && scope.kinds.length > 0 ? ['its kind'] : []),
  ];
  return `it is asked of ${toWhom(scope)}, and nobody has said ${oneOf(what)} yet`;
}

type Found = Pick<GateLine, 'words' | 'evidence'> & { readonly met: boolean };
const held = (words: string, ...evidence: readonly string[]): Found => ({ met: true, words, evidence });
const lacks = (words: string, ...evidence: readonly string[]): Found => ({ met: false, words, evidence });

/** The latest by its day; of one day that which was noted last. */
const newest = (rows: readonly GateEvidence[]): GateEvidence | undefined =>
  rows.toReversed().toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))[0];
const ended = (row: GateEvidence, day: string): boolean => row.validUntil !== null && row.validUntil < day;
/** By somebody who built the model or answers for it: what they vouch for themselves does not count. */
const ofAuthor = (row: GateEvidence, facts: GateFacts): boolean =>
  fourEyes({ ...facts, reviewer: row.by }).state === 'broken';

const beganWords = ({ on, known }: StageBegan): string =>
  known
    ? `is older than its present stage, which began on ${sayDay(on)}`
    : `may be of an earlier stage: nobody knows since when it is in this one, which was noted on ${sayDay(on)}; one from that day on is asked for`;

function validation(facts: GateFacts, day: string, since: StageBegan | null): Found {
  const rows = facts.evidence.filter(({ kind, on }) => kind === 'validation' && on <= day);
  const others = rows.filter((row) => !ofAuthor(row, facts));
  const last = newest(others.length > 0 ? others : rows);
  if (!last) return lacks('no validation is recorded');
  const when = `of ${sayDay(last.on)} by ${last.by}`;
  if (FAILED.includes(last.outcome)) return lacks(`the latest validation, ${when}, says ${said(last)}`, last.id);
  if (since !== null && last.on < since.on)
    return lacks(`the latest validation, ${when}, ${beganWords(since)}`, last.id);
  if (ended(last, day))
    return lacks(`the latest validation, ${when}, ended on ${sayDay(last.validUntil ?? day)}`, last.id);
  if (ofAuthor(last, facts))
    return lacks(`the latest validation, ${when}, is by somebody who made the model or answers for it`, last.id);
  if (fourEyes({ ...facts, reviewer: last.by }).state === 'unknown')
    return lacks(`nobody is named who built it, so that the validation ${when} may be their own`, last.id);
  return held(`validation ${when}: ${said(last)}`, last.id);
}

const said = ({ outcome }: GateEvidence): string => EVIDENCE_OUTCOME_LABELS[outcome].toLowerCase();

const acceptanceOf = ({ acceptedOn, acceptedUntil, acceptedBy }: GateFinding) => ({
  on: acceptedOn,
  until: acceptedUntil,
  by: acceptedBy,
  reason: '',
});
const boundTo = ({ owner }: GateFinding, facts: GateFacts) => ({ ...facts, findingOwner: owner });

/** Open on the day: not closed by then, and not accepted on it by somebody who may. */
const isOpen = (finding: GateFinding, facts: GateFacts, day: string): boolean =>
  finding.openedOn <= day &&
  (finding.closedOn === null || finding.closedOn > day) &&
  !isAccepted(acceptanceOf(finding), boundTo(finding, facts), day);

function findings(facts: GateFacts, day: string, from: FindingSeverity): Found {
  const weighty = FINDING_SEVERITIES.slice(0, FINDING_SEVERITIES.indexOf(from) + 1);
  const open = facts.findings.filter((finding) => weighty.includes(finding.severity) && isOpen(finding, facts, day));
  const [first] = open;
  const border = from === 'critical' ? 'critical' : `${from} or above`;
  if (!first) return held(`no finding that is ${border} is open`);
  const lapse = acceptanceLapse(acceptanceOf(first), boundTo(first, facts), day);
  const others = open.length > 1 ? ` and ${counted(open.length - 1, 'more', 'more')}` : '';
  return lacks(
    `the ${first.severity} finding “${first.title}”${others} ${open.length > 1 ? 'are' : 'is'} open${lapse === '' ? '' : `; ${lapse}`}`,
  );
}

function owners({ businessOwner, technicalOwner }: GateFacts): Found {
  const missing = [...(businessOwner ? [] : ['business owner']), ...(technicalOwner ? [] : ['technical owner'])];
  return missing.length === 0
    ? held(`owned by ${businessOwner} and ${technicalOwner}`)
    : lacks(`no ${oneOf(missing)} is named`);
}

function recorded(facts: GateFacts, kinds: readonly string[], what: string, day: string): Found {
  const rows = facts.evidence.filter(
    ({ kind, on, outcome }) => kinds.includes(kind) && on <= day && !FAILED.includes(outcome),
  );
  const standing = newest(rows.filter((row) => !ended(row, day)));
  if (standing) return held(`${what} of ${sayDay(standing.on)} by ${standing.by}`, standing.id);
  const last = newest(rows);
  return last
    ? lacks(`the ${what} of ${sayDay(last.on)} ended on ${sayDay(last.validUntil ?? day)}`, last.id)
    : lacks(`no ${what} is recorded`);
}

function look(
  gates: DeploymentGates,
  of: GateRequirement,
  facts: GateFacts,
  day: string,
  since: StageBegan | null,
): Found {
  switch (of) {
    case 'validation':
      return validation(facts, day, since);
    case 'findings':
      return findings(facts, day, gates.findingsFrom);
    case 'owner':
      return owners(facts);
    case 'classification':
      return recorded(facts, ['classification_record'], 'classification record', day);
    case 'impact_assessment':
      return recorded(facts, ASSESSMENTS, 'impact assessment', day);
    case 'overseer':
      return facts.overseer ? held(`overseen by ${facts.overseer}`) : lacks('no human overseer is named');
  }
}

/** The name under which an exception says what it lifts. */
export const gateLine = (requirement: GateRequirement): string => `gate:${requirement}`;

function exceptionsOf(of: GateRequirement, facts: GateFacts, day: string): readonly GateEvidence[] {
  const rows = facts.evidence.filter(
    (row) => row.kind === 'exception' && row.covers.includes(gateLine(of)) && row.validUntil !== null,
  );
  return rows.filter((row) => row.on <= day && !FAILED.includes(row.outcome));
}

/** Why the latest exception that was given lifts nothing; '' where none was given. */
function liftsNothing(exceptions: readonly GateEvidence[], day: string): string {
  const last = newest(exceptions);
  if (last === undefined) return '';
  return ended(last, day)
    ? `; the exception by ${last.by} ended on ${sayDay(last.validUntil ?? day)}`
    : `; the exception by ${last.by} does not count, who made the model or answers for it`;
}

/**
 * What the gates ask of a model and what it shows, on a day; a requirement that does not ask it has no line. An exception
 * lifts one requirement between its two days, and only one that somebody other than the author gave.
 * @param day ISO; rows of later days are not seen
 * @param since when the stage that it leaves began: an older validation is of another state; `null`: it leaves none
 */
export function checkGates(
  gates: DeploymentGates,
  facts: GateFacts,
  day: string,
  since: StageBegan | null,
): GateLine[] {
  return GATE_REQUIREMENTS.flatMap((requirement): GateLine[] => {
    const asked = isAsked(gates.asked[requirement], facts.tier, facts.kind);
    if (asked === false) return [];
    const { met, words, evidence } = look(gates, requirement, facts, day, since);
    if (met) return [{ requirement, state: 'met', words, evidence }];
    const exceptions = exceptionsOf(requirement, facts, day);
    const exception = newest(exceptions.filter((row) => !ended(row, day) && !ofAuthor(row, facts)));
    if (exception)
      return [
        {
          requirement,
          state: 'excepted',
          words: `${words}; excepted by ${exception.by} until ${sayDay(exception.validUntil ?? day)}: ${exception.note}`,
          evidence: [...evidence, exception.id],
        },
      ];
    if (asked === 'unknown')
      return [{ requirement, state: 'unknown', words: unsaid(gates.asked[requirement], facts), evidence: [] }];
    return [{ requirement, state: 'missing', words: words + liftsNothing(exceptions, day), evidence }];
  });
}

/** Why a model does not go live, as one clause; '' when nothing holds it back. */
export function heldBackBy(lines: readonly GateLine[]): string {
  const holding = lines.filter(({ state }) => state === 'missing' || state === 'unknown');
  return holding.map(({ requirement, words }) => `${GATE_LABELS[requirement].toLowerCase()}: ${words}`).join('; ');
}

const SAYS_GATE = /^gates?\b\W*/i;

/**
 * A gate that there is not, in what evidence covers: one that is misspelt lifts nothing, and nobody would see it. '' when all are
 * known. An exception may not name one without the word that makes it one either.
 */
export function unknownGate(kind: string, covers: readonly string[]): string {
  const strange = covers.find(
    (line) =>
      (SAYS_GATE.test(line) && !GATE_REQUIREMENTS.some((known) => gateLine(known) === line)) ||
      (kind === 'exception' && GATE_REQUIREMENTS.some((known) => known === line.toLowerCase())),
  );
  return strange === undefined
    ? ''
    : `“${strange}” is no gate. To lift one, write it as ${oneOf(GATE_REQUIREMENTS.map(gateLine))}.`;
}

/** What is wrong with an exception to a gate; '' when it may be given. */
export function exceptionProblem(row: Pick<GateEvidence, 'kind' | 'covers' | 'validUntil' | 'note'>): string {
  const strange = unknownGate(row.kind, row.covers);
  if (strange !== '') return strange;
  if (row.kind !== 'exception' || !row.covers.some((line) => line.startsWith('gate:'))) return '';
  if (row.validUntil === null) return 'An exception to a gate has an end. Say until when it holds.';
  return row.note.trim() === '' ? 'An exception to a gate has limits. Say under which it is given.' : '';
}
