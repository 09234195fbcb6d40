import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { EVIDENCE_GRADE_LABELS, EVIDENCE_GRADES, type Question } from '#domain/assessments/questions/question';
import { Kbd } from '../../../components/ui/kbd';
import { type AnswerDraft, isGraded } from './answer-draft';
import styles from './question.module.css';

interface DetailsProps {
  readonly question: Question;
  readonly draft: AnswerDraft;
  readonly locked: boolean;
  readonly onChange: (patch: Partial<AnswerDraft>, when: 'now' | 'soon') => void;
  /** Text is kept when its field is left. */
  readonly onBlur: () => void;
  /** Back to the question, so that single keys answer again. */
  readonly onLeave: () => void;
}

function Grades({ draft, locked, onChange, question }: DetailsProps): ReactNode {
  const graded = isGraded(draft.value);
  return (
    <fieldset className={styles.grades} aria-label="Evidence grade">
      <p className={styles.detailLabel}>
        How well is this shown? <Kbd shortcut="G" />{' '}
        <span className={styles.muted}>What would show it: {question.evidence}.</span>
      </p>
      <div className={styles.gradeRow}>
        {EVIDENCE_GRADES.map((grade) => (
          <button
            key={grade}
            type="button"
            className={styles.grade}
            disabled={locked || !graded}
            aria-pressed={graded && draft.grade === grade}
            onClick={() => onChange({ grade }, 'now')}
          >
            <strong>{grade}</strong> {EVIDENCE_GRADE_LABELS[grade]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The reason that "not applicable" needs; it takes the focus while it is missing. */
function ReasonField({ draft, locked, onChange, onBlur, onLeave }: DetailsProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const missing = draft.reason.trim() === '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the choice is made, not with every letter
  useEffect(() => {
    if (missing && !locked) field.current?.focus();
  }, []);
  return (
    <TextInput
      ref={field}
      label="Why does this not apply?"
      description="Needed: it takes the question out of every score."
      required
      disabled={locked}
      value={draft.reason}
      error={missing ? 'Not kept yet: say why, or choose Unknown.' : null}
      onChange={(event) => onChange({ reason: event.currentTarget.value }, 'soon')}
      onBlur={onBlur}
      onKeyDown={leaveOn(onLeave, true)}
    />
  );
}

/** Enter (Ctrl Enter where Enter is a new line) and Escape go back to the question; what was typed stays. */
const leaveOn =
  (onLeave: () => void, singleLine: boolean) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const done = event.key === 'Enter' && (singleLine || event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !done) return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };

/** Evidence grade, comment, link and owner of one answer. */
export function AnswerDetails(props: DetailsProps): ReactNode {
  const { draft, locked, onChange, onBlur, onLeave } = props;
  const field = (key: 'comment' | 'link' | 'owner', singleLine: boolean) => ({
    value: draft[key],
    disabled: locked,
    onBlur,
    onKeyDown: leaveOn(onLeave, singleLine),
    onChange: (event: { readonly currentTarget: { readonly value: string } }): void =>
      onChange({ [key]: event.currentTarget.value }, 'soon'),
  });
  return (
    <div className={styles.details}>
      {draft.value === 'not_applicable' && <ReasonField {...props} />}
      <Grades {...props} />
      <div className={styles.texts}>
        <Textarea label="Comment" autosize minRows={1} maxRows={8} maxLength={5000} {...field('comment', false)} />
        <TextInput label="Link to the evidence" maxLength={2000} {...field('link', true)} />
        <TextInput label="Owner" maxLength={500} {...field('owner', true)} />
      </div>
    </div>
  );
}
