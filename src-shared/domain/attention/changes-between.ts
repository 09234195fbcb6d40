import { sayDay } from '../base/calendar';
import { counted, oneOf, sayCount } from '../base/wording';
import { isInProduction } from '../models/lifecycle';
import { HEALTH_LABELS, type Health, STAGE_LABELS, type Stage } from '../vocabulary';

export const CHANGE_GROUPS = ['came', 'went', 'moved', 'drifted', 'incidents', 'decided'] as const;
export type ChangeGroupKind = (typeof CHANGE_GROUPS)[number];

/** A model at the end of a day. */
export interface ModelOnDay {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  /** ISO; `null` = not known. */
  readonly stageSince: string | null;
  readonly health: Health;
}

/** One thing that is another than it was. */
export interface ChangedThing {
  readonly key: string;
  readonly title: string;
  readonly modelId: string | null;
  readonly incidentId: string | null;
  /** Of a decision: the result of an assessment, or a scenario. */
  readonly assessmentId: string | null;
  /** As it was on the first day; '' = it was not there. */
  readonly before: string;
  readonly after: string;
  /** ISO; `null`: between the days, on which is not known. */
  readonly at: string | null;
}

export interface IncidentBetween {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly modelId: string | null;
  readonly openedMs: number;
  /** When it was over; `null`: it is not, or nobody knows when. */
  readonly overMs: number | null;
}

export interface ChangesInput {
  /** On the first day, and on the second. */
  readonly before: readonly ModelOnDay[];
  readonly after: readonly ModelOnDay[];
  /** Deleted between the days and not back. */
  readonly deleted: readonly { readonly id: string; readonly name: string; readonly at: string }[];
  /** Opened or over between the days. */
  readonly incidents: readonly IncidentBetween[];
  /** Ends of both days, milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly decided: readonly ChangedThing[];
}

const NOTHING = { modelId: null, incidentId: null, assessmentId: null } as const;
const ofModel = ({ id, name }: ModelOnDay): Omit<ChangedThing, 'before' | 'after' | 'at'> => ({
  ...NOTHING,
  key: id,
  title: name,
  modelId: id,
});

/** What one day has of a model in production that the other has not; healths that both know and that matter. */
function healthChange(then: ModelOnDay | undefined, now: ModelOnDay): { before: string; after: string } | null {
  if (!isInProduction(now.stage)) return null;
  const before: Health = then && isInProduction(then.stage) ? then.health : 'unknown';
  if (before === now.health) return null;
  const matters = (health: Health): boolean => health === 'act' || health === 'silent';
  if (!matters(before) && !matters(now.health)) return null;
  return { before: HEALTH_LABELS[before], after: HEALTH_LABELS[now.health] };
}

/** All that is another at the end of one day than at the end of an earlier one, in groups; each group by name or by day. */
export function changesBetween(input: ChangesInput): Readonly<Record<ChangeGroupKind, readonly ChangedThing[]>> {
  const { deleted, incidents, fromMs, toMs, decided } = input;
  const then = new Map(input.before.map((model) => [model.id, model]));
  const came: ChangedThing[] = [];
  const went: ChangedThing[] = [];
  const moved: ChangedThing[] = [];
  const drifted: ChangedThing[] = [];
  for (const model of input.after) {
    const earlier = then.get(model.id);
    const after = STAGE_LABELS[model.stage];
    const at = model.stageSince;
    if (!earlier) came.push({ ...ofModel(model), before: '', after, at });
    else if (earlier.stage !== model.stage)
      (model.stage === 'retired' ? went : moved).push({
        ...ofModel(model),
        before: STAGE_LABELS[earlier.stage],
        after,
        at,
      });
    const health = healthChange(earlier, model);
    if (health) drifted.push({ ...ofModel(model), ...health, at: null });
  }
  for (const { id, name, at } of deleted)
    went.push({ ...NOTHING, key: id, title: name, before: 'In the portfolio', after: 'Deleted', at });
  const byName = (a: ChangedThing, b: ChangedThing): number => a.title.localeCompare(b.title);
  const byDay = (a: ChangedThing, b: ChangedThing): number => (b.at ?? '').localeCompare(a.at ?? '') || byName(a, b);
  return {
    came: came.sort(byName),
    went: went.sort(byName),
    moved: moved.sort(byName),
    drifted: drifted.sort((a, b) => a.after.localeCompare(b.after) || byName(a, b)),
    incidents: incidents.flatMap((one) => incidentChange(one, fromMs, toMs) ?? []).sort(byDay),
    decided: [...decided].sort(byDay),
  };
}

function incidentChange(one: IncidentBetween, fromMs: number, toMs: number): ChangedThing | null {
  const within = (ms: number | null): ms is number => ms !== null && ms > fromMs && ms <= toMs;
  const opened = within(one.openedMs);
  const over = within(one.overMs);
  if (!opened && !over) return null;
  return {
    ...NOTHING,
    key: one.id,
    title: `${one.number} ${one.title}`,
    modelId: one.modelId,
    incidentId: one.id,
    before: opened ? '' : 'Open',
    after: over ? 'Resolved' : 'Open',
    at: new Date(over && one.overMs !== null ? one.overMs : one.openedMs).toISOString(),
  };
}

const TITLES: Readonly<Record<ChangeGroupKind, string>> = {
  came: 'Came',
  went: 'Went',
  moved: 'Moved to another stage',
  drifted: 'Drifted, fell silent or came back',
  incidents: 'Incidents opened or resolved',
  decided: 'Decided',
};
export const changeTitle = (kind: ChangeGroupKind, count: number): string => `${TITLES[kind]}: ${sayCount(count)}`;

/** What a headline of one line holds. */
const MOST_PARTS = 4;

/** `2 models came, 1 went, 3 drifted and 1 incident opened` between two days. */
export function changesHeadline(
  groups: Readonly<Record<ChangeGroupKind, readonly ChangedThing[]>>,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly headline: string; readonly subline: string } {
  const act = groups.drifted.filter(({ after }) => after === HEALTH_LABELS.act).length;
  const opened = groups.incidents.filter(({ before }) => before === '').length;
  const parts = [
    groups.came.length > 0 ? `${counted(groups.came.length, 'model')} came` : '',
    groups.went.length > 0
      ? `${groups.came.length > 0 ? sayCount(groups.went.length) : counted(groups.went.length, 'model')} went`
      : '',
    act > 0 ? `${sayCount(act)} drifted` : '',
    opened > 0 ? `${counted(opened, 'incident')} opened` : '',
    groups.moved.length > 0 ? `${sayCount(groups.moved.length)} moved` : '',
    groups.decided.length > 0 ? `${counted(groups.decided.length, 'decision')}` : '',
  ].filter((part) => part !== '');
  const said = parts.length === 0 ? 'Nothing changed' : oneOf(parts.slice(0, MOST_PARTS), 'and');
  return {
    headline: said.charAt(0).toUpperCase() + said.slice(1),
    subline: `Each as it stood at the end of ${sayDay(from)} and of ${sayDay(to)} (UTC): what came and went again in between is in the journal.`,
  };
}
