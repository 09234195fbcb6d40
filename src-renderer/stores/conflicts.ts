import { create } from 'zustand';
import type { Output } from '#contract/index';

type Refusal = NonNullable<Output<'share.pending'>['rows'][number]['refusal']>;
export type Collision = Refusal['collisions'][number];
export type Kept = 'theirs' | 'mine';

interface Question {
  readonly collisions: readonly Collision[];
  readonly answer: (kept: Kept) => void;
}

interface Conflicts {
  /** Commands that wait for a choice, the oldest first; one is asked at a time. */
  readonly questions: readonly Question[];
  /** Asks the person which values stand. */
  readonly ask: (collisions: readonly Collision[]) => Promise<Kept>;
  readonly answer: (kept: Kept) => void;
}

/** Values that somebody else wrote since they were seen: nothing is written before a person has chosen. */
export const useConflicts = create<Conflicts>()((set, get) => ({
  questions: [],
  ask: (collisions) =>
    new Promise((answer) => {
      set({ questions: [...get().questions, { collisions, answer }] });
    }),
  answer: (kept) => {
    const [first, ...rest] = get().questions;
    set({ questions: rest });
    first?.answer(kept);
  },
}));
