import { addDays, addMonths } from '../base/calendar';
import { byDay, isHeld, isHeldByOrganisation, type Scene } from './answers';
import { clockState } from './clock';
import { NEVER } from './condition';
import { isSamePerson } from '../base/person-name';
import type { EvidenceRow, FindingRow } from './governed';
import { type Look, type ModelOnDay, upTo } from './model-on-day';
import type { ByTier, EvidenceRule } from './rule-pack';
import { type Truth, truthOf } from './truth';

/** Whether what the portfolio holds shows what a rule asks for. */
export function shows(rule: EvidenceRule, lineId: string, from: string | null, model: ModelOnDay, scene: Scene): Truth {
  const { day, rowsTo } = scene.look;
  switch (rule.rule) {
    case 'evidence_valid':
      return valid(rule, model.evidence(rule.kind), model.tier, day);
    case 'evidence_after_event':
      return after(rule.kind, model.eventDays(rule.event), from, model, day);
    case 'field_set':
      return truthOf(isHeld(rule.from, lineId, model, scene));
    case 'drift_result_within_days':
      return truthOf(model.lastDrift !== null && model.lastDrift >= addDays(rowsTo, -rule.days));
    case 'clock_kept':
      return clocksKept(rule.clock, from, model, scene);
    case 'approved_before_production':
      return approvedBefore(model);
    case 'approver_not_developer':
      return differs(model.approvals.at(-1)?.by ?? null, model.developer);
    case 'validator_not_developer':
      return differs(model.evidence('validation').toSorted(byDay).at(-1)?.by ?? null, model.developer);
    case 'review_not_overdue':
      return truthOf(model.reviewDue !== null && model.reviewDue >= day);
    case 'no_finding_past_due':
      return truthOf(!model.findings.some((finding) => isPastDue(finding, scene.look)));
    case 'findings_recorded':
      return truthOf(model.findings.length > 0);
    case 'nothing_yet':
      return 'no';
  }
}

/** The same for what is asked of the organisation once: rows that name no model show it. */
export function showsForOrganisation(rule: EvidenceRule, scene: Scene): Truth {
  if (rule.rule === 'evidence_valid')
    return valid(rule, upTo(scene.portfolio.evidence, rule.kind, scene.look), null, scene.look.day);
  return rule.rule === 'field_set' ? truthOf(isHeldByOrganisation(rule.from, scene)) : 'no';
}

const FAILED: readonly string[] = ['failed', 'no'];

const stands = ({ validUntil, outcome }: EvidenceRow, day: string): boolean =>
  !FAILED.includes(outcome) && (validUntil === null || validUntil >= day);

function valid(
  { maxAgeMonths, maxAgeMonthsByTier, covers }: Extract<EvidenceRule, { rule: 'evidence_valid' }>,
  rows: readonly EvidenceRow[],
  tier: ModelOnDay['tier'],
  day: string,
): Truth {
  const standing = rows.filter((row) => stands(row, day) && (covers === undefined || row.covers.includes(covers)));
  if (standing.length === 0) return 'no';
  const months = maxAgeMonths ?? monthsOf(maxAgeMonthsByTier, tier);
  if (months === undefined) return 'yes';
  // How old it may be hangs on a tier that nobody has set.
  return months === null ? 'unknown' : truthOf(standing.some(({ on }) => addMonths(on, months) >= day));
}

const monthsOf = (byTier: ByTier | undefined, tier: ModelOnDay['tier']): number | null | undefined =>
  byTier === undefined ? undefined : tier === null ? null : byTier[`${tier}`];

/** Each event since the source asks is followed by evidence. */
function after(
  kind: string,
  events: readonly (string | null)[],
  from: string | null,
  model: ModelOnDay,
  day: string,
): Truth {
  const counted = events.filter((on) => on === null || from === null || on >= from);
  if (counted.includes(null)) return 'unknown';
  const last = counted.toSorted().at(-1);
  return truthOf(
    last === undefined || last === null || model.evidence(kind).some((row) => row.on >= last && stands(row, day)),
  );
}

/** Every report of the model that the source asks for is made in time. */
function clocksKept(clockId: string, from: string | null, model: ModelOnDay, { pack, look }: Scene): Truth {
  const clock = pack.clocks?.find(({ id }) => id === clockId);
  const reports = model.model.incidentReports.filter(
    (report) =>
      report.pack === pack.id &&
      report.clock === clockId &&
      report.awareOn <= look.rowsTo &&
      (from === null || report.awareOn >= from),
  );
  if (clock === undefined) return 'unknown';
  const states = reports.map((report) => clockState(clock, report, look.day).status);
  if (states.includes('missing')) return 'no';
  return states.every((state) => state === 'met') ? 'yes' : 'unknown';
}

/** An approval by the day of the first production; before production any one. */
export function approvedBefore(model: ModelOnDay): Truth {
  const [first] = model.approvals;
  if (first === undefined) return 'no';
  const production = model.firstProduction;
  if (production === null) return 'unknown';
  return truthOf(production === NEVER || first.on <= String(production));
}

export function differs(name: string | null, developer: string): Truth {
  if (name === null || name.trim() === '') return 'no';
  return developer.trim() === '' ? 'unknown' : truthOf(!isSamePerson(name, developer));
}

/** Whether a finding should have been closed, or accepted anew, before the day. */
export function isPastDue(
  { status, due, closedOn, acceptedUntil }: FindingRow,
  look: Pick<Look, 'day' | 'rowsTo'>,
): boolean {
  if (closedOn !== null && closedOn <= look.rowsTo) return false;
  if (status === 'accepted') return acceptedUntil !== null && acceptedUntil < look.day;
  return due !== null && due < look.day;
}
