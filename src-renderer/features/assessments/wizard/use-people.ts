import { useState } from 'react';
import { respondentProblem } from '#domain/assessments/respondents';
import { useCommand } from '../../../client/use-command';
import { notifyFailure } from '../../../components/ui/notify';
import type { Assessment } from './assessment-types';
import { focusQuestion } from './focus-question';
import type { Person } from './progress';
import { type AnswersOfOne, choicesOf, keepAssessment } from './use-answers';
import { respondentsOf, type useRespondent } from './use-respondent';

/** What is being typed: a new person, or another name for one. */
export type PersonForm = { readonly kind: 'add' } | { readonly kind: 'rename'; readonly respondent: string } | null;

/** Everybody who answers, each with the answers as the screen shows them. */
export const peopleWith = (assessment: Assessment, { unsaved }: Pick<AnswersOfOne, 'unsaved'>): Person[] =>
  respondentsOf(assessment).map((respondent) => ({ respondent, choices: choicesOf(assessment, respondent, unsaved) }));

export interface People {
  readonly form: PersonForm;
  readonly setForm: (form: PersonForm) => void;
  readonly pending: boolean;
  /** Why this name cannot be taken; `null`: it can. */
  readonly problem: (name: string) => string | null;
  readonly submit: (name: string) => Promise<void>;
  readonly remove: (respondent: string) => Promise<void>;
  readonly choose: (respondent: string) => void;
}

/** Adding people, renaming them and taking them out. Whatever was done, the focus goes to the question. */
export function usePeople(
  assessment: Assessment,
  { saver }: Pick<AnswersOfOne, 'saver'>,
  [, setRespondent]: ReturnType<typeof useRespondent>,
): People {
  const { id } = assessment;
  const [form, setForm] = useState<PersonForm>(null);
  const update = useCommand('assessments.update');
  const rename = useCommand('assessments.renameRespondent');
  const remove = useCommand('assessments.removeRespondent');
  const all = respondentsOf(assessment);
  const others = form?.kind === 'rename' ? all.filter((one) => one !== form.respondent) : all;

  const choose = (next: string): void => {
    void saver.flush();
    setForm(null);
    setRespondent(next);
    focusQuestion();
  };
  const kept = async (change: () => Promise<Assessment | null>, next: string): Promise<void> => {
    if (!(await saver.flush())) {
      notifyFailure('Some answers are not kept yet. See the note under the question, then try again.');
      return;
    }
    const changed = await change();
    if (changed === null) return;
    await keepAssessment(changed);
    choose(next);
  };
  return {
    form,
    setForm,
    pending: update.pending || rename.pending || remove.pending,
    problem: (name) => respondentProblem(name, others),
    choose,
    submit: (typed) => {
      const name = typed.trim();
      return form?.kind === 'rename'
        ? kept(() => rename.run({ id, respondent: form.respondent, name }), name)
        : kept(() => update.run({ id, patch: { respondents: [...assessment.respondents, name] } }), name);
    },
    remove: async (respondent) => {
      saver.forgetAll(respondent);
      const next = all.find((one) => one !== respondent) ?? '';
      await kept(() => remove.run({ id, respondent }), next);
    },
  };
}
