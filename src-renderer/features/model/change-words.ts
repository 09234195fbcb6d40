import { STAGE_LABELS, STAGES } from '#domain/vocabulary';
import { ALL_FIELDS, fieldLabel } from './field-specs';
import { displayText, type Locale } from './field-text';
import type { Change } from './model-types';

export interface ChangeGroup {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

const LONGEST = 400;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const stageLabel = (value: unknown): string | null => {
  const stage = STAGES.find((known) => known === value);
  return stage === undefined ? null : STAGE_LABELS[stage];
};

/** A journal value in the words of its field; '' means that nothing was there. */
export const valueWords = (field: string, value: unknown, locale: Locale): string => {
  if (value === null || value === undefined || value === '') return '';
  const spec = ALL_FIELDS.find((known) => known.name === field);
  if (spec !== undefined) return cut(displayText(spec, value, locale));
  const stage = stageLabel(value);
  if (stage !== null) return stage;
  return cut(typeof value === 'object' ? JSON.stringify(value) : String(value));
};

/** The journal of a model, newest first, with the fields that one act changed kept together. */
export const changeGroups = (changes: readonly Change[], locale: Locale): readonly ChangeGroup[] => {
  const groups = new Map<number, Change[]>();
  for (const change of changes) groups.set(change.seq, [...(groups.get(change.seq) ?? []), change]);
  return [...groups.entries()]
    .sort(([a], [b]) => b - a)
    .flatMap(([seq, members]) => {
      const first = members[0];
      if (first === undefined) return [];
      return [
        {
          seq,
          at: first.at,
          actor: first.actor,
          label: first.label,
          changes: members.map((change) => ({
            field: fieldLabel(change.field),
            before: valueWords(change.field, change.before, locale),
            after: valueWords(change.field, change.after, locale),
          })),
        },
      ];
    });
};
