import { sayDay, utcDay } from '#domain/base/calendar';
import { type DeploymentGates, type GateFacts, type GateLine, isAsked } from '#domain/governance/deployment-gates';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import { type EntryHere, type GateStandingKind, gateStanding } from '#domain/governance/gate-standing';
import { tierThen, tierThenWords } from '#domain/governance/tier-round-gate';
import { GATE_LABELS } from '#domain/governance/vocabulary';
import { grouped } from '#domain/identity/grouped';
import {
  type ApprovalGates,
  beforeProduction,
  isByAuthor,
  isGated,
  isOfStage,
  sinceLeft,
  stageLeft,
} from '#domain/models/approval-gate';
import { PRODUCTION_STAGES, type Tier } from '#domain/vocabulary';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import { authorsOf } from '../models/authors';
import { listMovesOf, toLifecycleMove } from '../models/moves';
import type { ApprovalRow, ModelTableRow, MoveRow } from '../models/tables';
import { type GatedRow, kindOf, readGateFacts } from './gate-facts';
import { type GateHistory, listTierChanged, readGateHistory } from './tier-history';

const IDS_PER_STATEMENT = 900;
/** So many models are looked up in the journal; those beyond are told without the reason. */
const MOST_LOOKED_UP = 300;

export interface GatesAsked {
  readonly deploymentGates: DeploymentGates;
  readonly approvalGates: ApprovalGates;
}

/** A model in production that does not show what its gate asks today. */
export interface FallenGate {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier | null;
  readonly owner: string;
  readonly kind: GateStandingKind;
  /** ISO, the first day on which something was not there any more; `null`: not known, or nothing fell. */
  readonly since: string | null;
  /** The names of what is not there. */
  readonly lacks: readonly string[];
  /** What is not there, and what the journal says of it: clauses without a full stop. */
  readonly words: readonly string[];
}

type Row = GatedRow & Pick<ModelTableRow, 'name'>;

const COLUMNS = ['id', 'name', 'tier', 'kind', 'business_owner', 'technical_owner', 'overseer', 'developer'] as const;

const mayAsk = (gates: DeploymentGates, row: Row): boolean =>
  Object.values(gates.asked).some((scope) => isAsked(scope, asTier(row.tier), kindOf(row)) !== false);
const asksAnybody = (gates: DeploymentGates): boolean =>
  Object.values(gates.asked).some(({ tiers, kinds }) => tiers.length > 0 || kinds.length > 0);

/** Models in production that a gate asks something, or whose tier was changed by hand. */
async function listCandidates(read: ReadHandle, gates: DeploymentGates, ids?: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  const some = ids ?? (asksAnybody(gates) ? null : [...(await listTierChanged(read))]);
  const inProduction = () =>
    tables(read)
      .selectFrom('models')
      .select(COLUMNS)
      .where('stage', 'in', [...PRODUCTION_STAGES]);
  if (some === null) rows.push(...(await inProduction().execute()));
  else
    for (const part of chunks(some, IDS_PER_STATEMENT))
      rows.push(
        ...(await inProduction()
          .where('id', 'in', [...part])
          .execute()),
      );
  if (some !== null) return rows;
  const changed = await listTierChanged(read);
  return rows.filter((row) => mayAsk(gates, row) || changed.has(row.id));
}

interface Entry extends EntryHere {
  readonly moveId: string;
  readonly before: readonly MoveRow[];
}

/** How it came into production; `null`: nobody can tell. */
function entryOf(moves: readonly MoveRow[]): Entry | null {
  const before = beforeProduction(moves.map((row) => ({ ...toLifecycleMove(row) })));
  const move = moves[before.length];
  if (move === undefined) return null;
  const here = before.length > 0 && move.import_id === null && move.implied === 0;
  return {
    on: move.at === null ? null : utcDay(move.at),
    since: stageLeft(before),
    here,
    moveId: move.id,
    before: moves.slice(0, before.length),
  };
}

/** Whether an approval by somebody else was given since it entered the stage that it left; later ones count as well. */
function isApproved(row: Row, { before }: Entry, approvals: readonly ApprovalRow[]): boolean {
  const since = sinceLeft(before.map(toLifecycleMove));
  const authors = authorsOf(row, before);
  return approvals.some(
    ({ approved_by: approvedBy, at }) => isOfStage({ approvedBy, at }, since) && !isByAuthor(approvedBy, authors),
  );
}

const labelOf = (kind: string): string =>
  (EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind).toLowerCase();

/** The last evidence that was taken away or changed since the move, of a kind that a gate asks for. */
function withdrawnSince({ withdrawn, moves }: GateHistory, moveId: string) {
  const entered = moves.get(moveId);
  if (entered === undefined) return null;
  return withdrawn.filter(({ seq }) => seq > entered).at(-1) ?? null;
}

const wordsOf = ({ requirement, words }: GateLine): string => `${GATE_LABELS[requirement].toLowerCase()}: ${words}`;

async function standingOf(
  read: ReadHandle,
  row: Row,
  entry: Entry,
  { facts, approvals, lookUp }: { facts: GateFacts | undefined; approvals: readonly ApprovalRow[]; lookUp: boolean },
  { deploymentGates, approvalGates }: GatesAsked,
  day: string,
): Promise<FallenGate | null> {
  const tier = asTier(row.tier);
  const found = facts === undefined ? null : gateStanding(deploymentGates, facts, entry, day);
  const unapproved = entry.here && isGated(tier, approvalGates) && !isApproved(row, entry, approvals);
  if (found === null && !unapproved) return null;
  const known: FallenGate = {
    id: row.id,
    name: row.name,
    tier,
    owner: row.technical_owner || row.business_owner,
    kind: found?.kind ?? 'lacking',
    since: found?.since ?? null,
    lacks: [
      ...(unapproved ? ['approval'] : []),
      ...(found?.lines.map(({ requirement }) => GATE_LABELS[requirement].toLowerCase()) ?? []),
    ],
    words: [
      ...(unapproved
        ? ['approval: none by somebody other than the author since it entered the stage that it left']
        : []),
      ...(found?.lines.map(wordsOf) ?? []),
    ],
  };
  if (known.kind === 'fallen' || !entry.here || !lookUp) return known;
  const history = await readGateHistory(read, row.id);
  const entered = history.moves.get(entry.moveId);
  const steps = history.tiers.map((step) => ({ ...step, after: entered !== undefined && step.seq > entered }));
  const then = tierThen(steps, tier);
  if (then !== null)
    return {
      ...known,
      kind: 'fallen',
      since: utcDay(then.raised.at),
      words: [tierThenWords(then, entry.on), ...known.words],
    };
  const gone = found === null ? null : withdrawnSince(history, entry.moveId);
  if (gone === null) return known;
  const what = `the ${labelOf(gone.kind)} of ${sayDay(gone.on)} by ${gone.of} was ${gone.gone ? 'deleted' : 'changed'} by ${gone.by} on ${sayDay(gone.at)}`;
  return { ...known, kind: 'fallen', since: utcDay(gone.at), words: [...known.words, what] };
}

/**
 * Models in production whose gate does not stand on a day, what fell first, then by tier; of the portfolio or of some.
 * @param day ISO
 */
export async function listFallenGates(
  read: ReadHandle,
  asked: GatesAsked,
  day: string,
  ids?: readonly string[],
): Promise<readonly FallenGate[]> {
  const rows = await listCandidates(read, asked.deploymentGates, ids);
  if (rows.length === 0) return [];
  const every = rows.map(({ id }) => id);
  const facts = await readGateFacts(read, rows, asked.deploymentGates);
  const moves = await listMovesOf(read, every);
  const approvals: ApprovalRow[] = [];
  for (const some of chunks(every, IDS_PER_STATEMENT))
    approvals.push(
      ...(await tables(read)
        .selectFrom('approvals')
        .selectAll()
        .where('model_id', 'in', [...some])
        .execute()),
    );
  const approvalsOf = grouped(approvals, (one) => one.model_id);
  const found: FallenGate[] = [];
  for (const row of rows) {
    const entry = entryOf(moves.get(row.id) ?? []);
    if (entry === null) continue;
    const beside = {
      facts: facts.get(row.id),
      approvals: approvalsOf.get(row.id) ?? [],
      lookUp: found.length < MOST_LOOKED_UP,
    };
    const standing = await standingOf(read, row, entry, beside, asked, day);
    if (standing) found.push(standing);
  }
  return found.sort(
    (a, b) =>
      Number(a.kind === 'lacking') - Number(b.kind === 'lacking') ||
      (a.tier ?? 4) - (b.tier ?? 4) ||
      (a.since ?? '9').localeCompare(b.since ?? '9') ||
      a.name.localeCompare(b.name),
  );
}
