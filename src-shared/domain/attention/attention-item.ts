import { daysPassed, sayDay } from '../base/calendar';
import { type DatePrecision, sayDated } from '../base/period';
import { namedModel, namesSomething, plainWords, type Sentence, said } from '../base/sentence';
import { counted, sayCount } from '../base/wording';
import type { Severity } from '../incidents/vocabulary';
import type { GateStandingKind } from '../governance/gate-standing';
import type { Health, Monitoring, Stage, Tier, UpdateFrequency } from '../vocabulary';

export interface AttentionExample {
  readonly id: string;
  readonly name: string;
}

/** The gravest first. */
export const ATTENTION_SEVERITIES = ['act', 'watch', 'note'] as const;
export type AttentionSeverity = (typeof ATTENTION_SEVERITIES)[number];

/** The models concerned, as the portfolio filters them; what is left out does not matter. */
export interface AttentionFilter {
  readonly stage?: readonly Stage[];
  readonly tier?: readonly (Tier | null)[];
  readonly health?: readonly Health[];
  readonly monitoring?: readonly Monitoring[];
  readonly inProduction?: boolean;
  /** Models that a version runs beside the live one of. */
  readonly challenger?: boolean;
  readonly updateFrequency?: readonly UpdateFrequency[];
  /** Models of which one of these fields is empty. */
  readonly missing?: readonly ('owner' | 'tier' | 'updateFrequency')[];
  /** ISO day: reviews due on or before it. */
  readonly reviewDueBefore?: string;
  /** In production, and the gate that it went through does not stand, or it never showed what is asked. */
  readonly gate?: readonly GateStandingKind[];
  /** In production, with evidence that has ended or ends soon and nothing in its place. */
  readonly evidence?: readonly ('ended' | 'ends_soon')[];
}

/** The incidents concerned, as the register filters them. */
export interface AttentionIncidents {
  readonly open: true;
  readonly severity: readonly (Severity | null)[];
  readonly tier?: readonly (Tier | null)[];
  /** ISO: opened before it. */
  readonly openedTo?: string;
}

/** What is done about an item: the models, the incidents, the assessment or the plan concerned are opened. */
export interface AttentionAction {
  readonly label: string;
  readonly filter: AttentionFilter | null;
  /** The single model concerned. */
  readonly modelId: string | null;
  readonly incidents?: AttentionIncidents;
  readonly assessmentId?: string;
  /** The single incident concerned. */
  readonly incidentId?: string;
  /** The incident's next step, which is done where the row stands. */
  readonly step?: 'acknowledge' | 'mitigate' | 'resolve';
  /**
   * Where it is done: at its drift, by an import, by a report of an incident or of a review, in the list of findings, on the page of the week; left out:
   * on the model's own page.
   */
  readonly page?: 'drift' | 'import' | 'report' | 'review' | 'findings' | 'week';
  /** The plan whose people of today are asked about. */
  readonly scenarioId?: string;
}

/** One thing to look at, with its one action. */
export interface Attention {
  readonly kind: string;
  readonly severity: AttentionSeverity;
  /** Names nothing of the portfolio's own. */
  readonly title: string;
  readonly detail: string;
  /** The detail as what it is made of, where it names something. */
  readonly parts?: Sentence | undefined;
  /** Models, reviews, claims or incidents: whatever the title counts. */
  readonly count: number;
  /** ISO; `null`: not known, or of no matter. */
  readonly since: string | null;
  readonly action: AttentionAction;
}

/** An item with the tier that it is ranked by; `null` = no tier, ranked behind tier 3. */
export interface RankedItem {
  readonly tier: Tier | null;
  readonly attention: Attention;
}

/** The one action: the models concerned, or the model itself when it is a single one that is known. */
export function openAction(
  count: number,
  filter: AttentionFilter,
  example: AttentionExample | null = null,
): AttentionAction {
  if (count === 1 && example) return { label: 'Open the model', filter: null, modelId: example.id };
  const label = count === 1 ? 'Open it in the portfolio' : `Open these ${sayCount(count)} models`;
  return { label, filter, modelId: null };
}

/** The action for a list that holds more than the models counted: the filter cannot say the whole condition. */
export function listAction(
  label: string,
  count: number,
  filter: AttentionFilter,
  example: AttentionExample | null = null,
): AttentionAction {
  const single = openAction(count, filter, example);
  return single.modelId === null ? { label, filter, modelId: null } : single;
}

/** `for 240 days, since 1 Apr 2026`, from the UTC day of `since` to `today`; without the number on its first day. */
export function sayHowLong(since: string, today: string, precision: DatePrecision = 'day'): string {
  const days = daysPassed(since, today);
  // Counted from the middle of a month, a quarter or a year, which is said instead of a day.
  if (precision !== 'day') {
    const span = sayDated({ at: since, precision });
    return days < 1 ? `since ${span}` : `for about ${counted(days, 'day')}, since ${span}`;
  }
  return days < 1 ? `since ${sayDay(since)}` : `for ${counted(days, 'day')}, since ${sayDay(since)}`;
}

/** A sentence that starts with a small letter, behind the name of a single known model or as a sentence of its own. */
export function about(count: number, example: AttentionExample | null, sentence: string): Sentence {
  if (count === 1 && example) return said`“${namedModel(example)}”: ${sentence}`;
  return [sentence.charAt(0).toUpperCase() + sentence.slice(1)];
}

/** A detail, with its parts where it names something. */
export const detailOf = (detail: Sentence): Pick<Attention, 'detail' | 'parts'> => ({
  detail: plainWords(detail),
  ...(namesSomething(detail) && { parts: detail }),
});
