import type { Output } from '#contract/index';

export type Change = Output<'models.history'>['changes'][number];

export interface ChangeGroup {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

/** How a subject calls its fields, and a value of one; '' means that nothing was there. */
export interface ChangeWords {
  readonly label: (field: string) => string;
  readonly value: (field: string, value: unknown) => string;
}

const LONGEST = 400;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** The journal of one thing, newest first, with the fields that one act changed kept together. */
export const changeGroups = (changes: readonly Change[], words: ChangeWords): readonly ChangeGroup[] => {
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
            field: words.label(change.field),
            before: cut(words.value(change.field, change.before)),
            after: cut(words.value(change.field, change.after)),
          })),
        },
      ];
    });
};
