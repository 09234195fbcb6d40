import { type AnswerDraft, draftProblem } from './answer-draft';

/** An answer that is not (or not yet) kept by the engine. */
export interface Unsaved {
  readonly questionId: string;
  readonly respondent: string;
  readonly draft: AnswerDraft;
  /** `held`: it lacks something, and waits for the person. */
  readonly state: 'waiting' | 'saving' | 'failed' | 'held';
  /** Why it failed or is held. */
  readonly problem: string;
}
export type UnsavedAnswers = ReadonlyMap<string, Unsaved>;

/** Text is kept this long after typing has stopped, in milliseconds. */
export const TYPING_PAUSE = 500;

export const answerKey = (questionId: string, respondent: string): string => `${questionId} ${respondent}`;

interface SaverOptions {
  /** Rejects when the answer was not kept. */
  readonly send: (answer: Unsaved) => Promise<void>;
  readonly sentenceOf: (error: unknown) => string;
}

export interface AnswerSaver {
  /** `soon`: after a pause of typing. */
  readonly change: (questionId: string, respondent: string, draft: AnswerDraft, when: 'now' | 'soon') => void;
  /** Sends what waits; answers whether everything is kept. */
  readonly flush: () => Promise<boolean>;
  readonly retry: () => Promise<boolean>;
  readonly forget: (questionId: string, respondent: string) => void;
  /** Drops what is not kept of somebody who is taken out. */
  readonly forgetAll: (respondent: string) => void;
  readonly unsaved: () => UnsavedAnswers;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Keeps answers one after the other, so that a later one never loses against an earlier one. What could not be kept
 * stays here with the reason until it is tried again.
 */
export function createAnswerSaver({ send, sentenceOf }: SaverOptions): AnswerSaver {
  let answers: UnsavedAnswers = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();

  const put = (key: string, entry: Unsaved | null): void => {
    const next = new Map(answers);
    if (entry === null) next.delete(key);
    else next.set(key, entry);
    answers = next;
    for (const listener of listeners) listener();
  };

  const sendOne = async (key: string): Promise<void> => {
    const entry = answers.get(key);
    if (entry?.state !== 'waiting') return;
    put(key, { ...entry, state: 'saving', problem: '' });
    const outcome = await send(entry).then(
      () => '',
      (error: unknown) => sentenceOf(error),
    );
    const now = answers.get(key);
    // Changed meanwhile (it waits again) or taken back: this outcome speaks of an older text.
    if (now?.state !== 'saving') return;
    put(key, outcome === '' ? null : { ...now, state: 'failed', problem: outcome });
  };

  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    for (const [key, entry] of answers) {
      if (entry.state === 'waiting') work = work.then(() => sendOne(key));
    }
    await work;
    return answers.size === 0;
  };

  return {
    change: (questionId, respondent, draft, when) => {
      const problem = draftProblem(draft);
      const state = problem === '' ? 'waiting' : 'held';
      put(answerKey(questionId, respondent), { questionId, respondent, draft, state, problem });
      clearTimeout(timer);
      if (when === 'now') void flush();
      else timer = setTimeout(() => void flush(), TYPING_PAUSE);
    },
    flush,
    retry: () => {
      for (const [key, entry] of answers) if (entry.state === 'failed') put(key, { ...entry, state: 'waiting' });
      return flush();
    },
    forget: (questionId, respondent) => put(answerKey(questionId, respondent), null),
    forgetAll: (respondent) => {
      for (const [key, entry] of answers) if (entry.respondent === respondent) put(key, null);
    },
    unsaved: () => answers,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
