import { isDoubtfulSince } from '../base/doubtful-date';
import type { DatePrecision } from '../base/period';
import { counted } from '../base/wording';
import type { Tier } from '../vocabulary';
import type { AttentionAction, AttentionSeverity, RankedItem } from './attention-item';
import {
  type NamedIncident,
  SEVERITY_RANK,
  TROUBLE_KINDS,
  type TroubledModel,
  type TroubleKind,
  troublesOf,
} from './troubled-model';

/** So many models that share a trouble are named one by one; more are one row together. */
export const NAMED_AT_MOST = 3;

/** Troubles of which a model is always named, whatever their number: something has gone wrong with it. */
export const ALWAYS_NAMED: readonly string[] = [
  'incidents_open',
  'drifted',
  'retraining_overdue',
  'retraining_due',
  'silent',
  'incidents_old',
] satisfies readonly TroubleKind[];

/** One line of what needs attention first: a model with all that is wrong with it, or what many models share. */
export interface AttentionRow {
  /** Of the gravest. */
  readonly kind: string;
  readonly severity: AttentionSeverity;
  /** The model's name, or what the row counts. */
  readonly title: string;
  readonly detail: string;
  readonly modelId: string | null;
  readonly tier: Tier | null;
  /** '' = a model that nobody owns; `null`: the row is not about one model. */
  readonly owner: string | null;
  readonly since: string | null;
  readonly sincePrecision: DatePrecision;
  /** The date is rather a slip: it is shown as a question. */
  readonly doubtful: boolean;
  /** Models, reviews or claims that stand behind it. */
  readonly count: number;
  readonly incidents: readonly { readonly id: string; readonly number: number }[];
  readonly action: AttentionAction;
}

/** Which kinds of models are named one by one: `reviews_overdue`, of those not monitored `unmonitored 1` with the tier. */
export const nameKey = (kind: string, tier: Tier | null): string =>
  kind === 'unmonitored' ? `${kind} ${tier ?? 'none'}` : kind;

export interface AttentionRowsInput {
  readonly today: string;
  readonly models: readonly TroubledModel[];
  /** Grave or old, and of no known model. */
  readonly incidentsOfNone: readonly NamedIncident[];
  /** The matters of the portfolio as a whole, ranked. */
  readonly matters: readonly RankedItem[];
  /** Keys (`nameKey`) of matters whose models are all among `models`. */
  readonly named: ReadonlySet<string>;
}

/** What needs attention first, one row a model: by severity, then tier, then kind, then the longest so. */
export function attentionRows({
  today,
  models,
  incidentsOfNone,
  matters,
  named,
}: AttentionRowsInput): readonly AttentionRow[] {
  const rows: AttentionRow[] = models.flatMap((model) => modelRow(model, today) ?? []);
  for (const incident of incidentsOfNone) rows.push(incidentRow(incident));
  for (const { tier, attention } of matters) {
    if (ALWAYS_NAMED.includes(attention.kind) || named.has(nameKey(attention.kind, tier))) continue;
    const { kind, severity, title, count, since, action } = attention;
    const doubtful = since !== null && isDoubtfulSince(since, today);
    const detail = shortDetail(attention.detail);
    const own = { kind, severity, title, detail, count, since, action, tier, doubtful };
    rows.push({ ...own, modelId: null, owner: null, sincePrecision: 'day', incidents: [] });
  }
  const place = new Map<string, number>(TROUBLE_KINDS.map((kind, index) => [kind, index]));
  const kindOf = (row: AttentionRow): number => place.get(row.kind) ?? TROUBLE_KINDS.length;
  return rows.sort(
    (a, b) =>
      SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
      (a.tier ?? 4) - (b.tier ?? 4) ||
      kindOf(a) - kindOf(b) ||
      (a.since ?? '9').localeCompare(b.since ?? '9') ||
      b.count - a.count ||
      a.title.localeCompare(b.title),
  );
}

/** Sentences that say again what stands in the row's title or its column of dates. */
const SHARE = /^[\d,]+ of [\d,]+ models? in production\.$/;
const SINCE = /^(It|The (longest|first|oldest))\b.*\bsince\b/;
/** Two lines of a row. */
const ROW_LENGTH = 110;

/** Whole sentences of a matter, as many as a row holds; since when has a column of its own. */
function shortDetail(detail: string): string {
  const [first = '', ...rest] = detail
    .split(/(?<=\.) (?=\S)/)
    .filter((sentence) => !SINCE.test(sentence) && !SHARE.test(sentence));
  let words = first;
  for (const sentence of rest) if (words.length + sentence.length < ROW_LENGTH) words += ` ${sentence}`;
  return words;
}

const MOST_WORDS = 3;

function modelRow(model: TroubledModel, today: string): AttentionRow | null {
  const troubles = troublesOf(model, today);
  const [first] = troubles;
  if (!first) return null;
  const words = troubles.slice(0, MOST_WORDS).map(({ words: said }) => said);
  if (model.tooFewRows && words.length < MOST_WORDS) words.push('Results on too few rows');
  const more = troubles.length - MOST_WORDS;
  if (more > 0) words.push(counted(more, 'more matter'));
  return {
    kind: first.kind,
    severity: first.severity,
    title: model.name,
    detail: words.map((said, at) => (at === 0 ? said : small(said))).join('; '),
    modelId: model.id,
    tier: model.tier,
    owner: model.owner,
    since: first.since,
    sincePrecision: first.precision,
    doubtful: first.since !== null && isDoubtfulSince(first.since, today),
    count: 1,
    incidents: model.incidents.map(({ id, number }) => ({ id, number })),
    action: first.action,
  };
}

const small = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

function incidentRow({ id, number, severity, openedAt }: NamedIncident): AttentionRow {
  return {
    kind: severity !== null && severity <= 2 ? 'incidents_open' : 'incidents_old',
    severity: severity === 1 ? 'act' : 'watch',
    title: `Incident ${number}`,
    detail: `Of no known model; ${severity === null ? 'not rated' : `SEV ${severity}`}`,
    modelId: null,
    tier: null,
    owner: null,
    since: openedAt,
    sincePrecision: 'day',
    doubtful: false,
    count: 1,
    incidents: [{ id, number }],
    action: { label: `Open incident ${number}`, filter: null, modelId: null, incidentId: id },
  };
}
