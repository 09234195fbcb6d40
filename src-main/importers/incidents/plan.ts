import type { Problem } from '#contract/imports/parts';
import { fold } from '#domain/base/fold';
import { type KnownModel, sayAmbiguous } from '#domain/models/match';
import type { ImportedIncident, IncidentDraft } from './draft';
import type { IncidentMatch } from './match-models';

/** An incident in the portfolio, as far as a file may change it. */
export interface ExistingIncident {
  readonly id: string;
  readonly key: string;
  readonly current: Readonly<Record<string, unknown>>;
  /** Values as the last import gave them; empty where none did. */
  readonly lastImported: Readonly<Record<string, unknown>>;
}

export interface PlannedIncident {
  readonly action: 'create' | 'update' | 'unchanged';
  readonly draft: IncidentDraft;
  readonly existing: ExistingIncident | null;
  readonly match: IncidentMatch;
  /** Update: only what becomes something else. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** State and times come anew from the file, and with them the state moves. */
  readonly courseChanged: boolean;
}

export interface IncidentPlan {
  readonly incidents: readonly PlannedIncident[];
  readonly problems: readonly Problem[];
  readonly creates: number;
  readonly updates: number;
  readonly unchanged: number;
}

/** Fields that tell the course of an incident: they come from one hand, the file's or a person's, never mixed. */
const COURSE = [
  'status',
  'reopenCount',
  'openedAt',
  'detectedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
  'closedAt',
] as const;
const isCourse = (field: string): boolean => COURSE.some((known) => known === field);

/**
 * Holds what the file says against the portfolio. A value that was changed here since the last import stays; the rest
 * follows the file. Reading the same file again changes nothing.
 */
export function planIncidents(
  drafts: readonly IncidentDraft[],
  existing: readonly ExistingIncident[],
  matchModel: (text: string) => IncidentMatch,
): IncidentPlan {
  const known = new Map(existing.map((incident) => [incident.key, incident]));
  const problems: Problem[] = [];
  const incidents = drafts.map((draft): PlannedIncident => {
    const match = matchModel(draft.incident.modelText ?? '');
    const found = known.get(draft.key) ?? null;
    if (!found) return { action: 'create', draft, existing: null, match, patch: {}, courseChanged: false };
    const { patch, kept } = changesOf(importedValues(draft.incident, match.model), found);
    for (const field of kept) problems.push(editedHere(draft, field));
    const action = Object.keys(patch).length > 0 ? 'update' : 'unchanged';
    return { action, draft, existing: found, match, patch, courseChanged: Object.keys(patch).some(isCourse) };
  });
  problems.push(...ambiguousModels(incidents));
  const count = (action: PlannedIncident['action']): number => incidents.filter((one) => one.action === action).length;
  return {
    incidents,
    problems,
    creates: count('create'),
    updates: count('update'),
    unchanged: count('unchanged'),
  };
}

/** What an import gives, with the model that it found; a model that is not found is no statement. */
export function importedValues(incident: ImportedIncident, model: KnownModel | null): Record<string, unknown> {
  const course = { detectedAt: null, acknowledgedAt: null, mitigatedAt: null, resolvedAt: null, closedAt: null };
  return { ...course, ...incident, ...(model && { modelId: model.id }) };
}

function changesOf(
  said: Readonly<Record<string, unknown>>,
  { current, lastImported }: ExistingIncident,
): { readonly patch: Record<string, unknown>; readonly kept: readonly string[] } {
  const edited = (field: string): boolean => field in lastImported && lastImported[field] !== current[field];
  const saidAnew = (field: string): boolean => said[field] !== lastImported[field];
  const courseEdited = COURSE.some(edited);
  const patch: Record<string, unknown> = {};
  const kept: string[] = [];
  for (const [field, value] of Object.entries(said)) {
    if (value === current[field] || !saidAnew(field)) continue;
    // What a person attached, or filled in where the file said nothing, is not taken away either.
    const filledHere =
      !(field in lastImported) && current[field] !== null && current[field] !== '' && current[field] !== 'unknown';
    if (isCourse(field) ? courseEdited : edited(field) || filledHere) kept.push(field);
    else patch[field] = value;
  }
  return { patch, kept };
}

/** One note for each text, at the row where it comes first. */
function ambiguousModels(incidents: readonly PlannedIncident[]): readonly Problem[] {
  const notes = new Map<string, Problem>();
  for (const { draft, match } of incidents) {
    const value = draft.incident.modelText ?? '';
    if (match.found !== 'ambiguous' || notes.has(fold(value))) continue;
    const message = `${sayAmbiguous(value, match)}. Until one is chosen, the file gives its incidents no model.`;
    notes.set(fold(value), { row: draft.row, column: '', code: 'model_ambiguous', message, value, effect: 'note' });
  }
  return [...notes.values()];
}

function editedHere({ row, incident }: IncidentDraft, field: string): Problem {
  const said: Readonly<Record<string, unknown>> = { ...incident };
  const value = String(said[field] ?? '');
  const message = `The ${NOUNS[field] ?? field} of “${incident.title.slice(0, 80)}” was changed here since the last import and stays as it is. Change it here if the file is right.`;
  return { row, column: '', code: 'edited_here', message, value: value.slice(0, 300), effect: 'note' };
}

const NOUNS: Readonly<Record<string, string>> = {
  openedAt: 'time of opening',
  acknowledgedAt: 'time of acknowledgement',
  resolvedAt: 'time of resolution',
  closedAt: 'time of closing',
  modelId: 'model',
  personHours: 'person-hours',
  costMinor: 'cost',
  causedByChange: 'answer on a model change',
};
