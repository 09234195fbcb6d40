import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { perform } from '../../client/perform';
import { useChannel } from '../../client/use-query';
import { formatDate } from '../../lib/format';
import { localDay } from '../../lib/local-day';
import { Dialog } from '../ui/dialog';
import { DialogEnding } from '../ui/dialog-ending';
import { useDialogSubmit } from '../ui/use-dialog-submit';
import { type ApprovalForm, checkApproval } from './approval-form';

interface ApproveDialogProps {
  readonly model: Pick<Output<'models.get'>, 'id' | 'name' | 'reviewSource' | 'reviewDue'>;
  /** It is a review that is recorded: the same record, for whoever asks for one. */
  readonly review?: boolean;
  readonly onClose: () => void;
}

/** Records who approved or reviewed the model, when, and on what grounds. */
export function ApproveDialog({ model, review = false, onClose }: ApproveDialogProps): ReactNode {
  const today = localDay(new Date());
  const [form, setForm] = useState<ApprovalForm>({ approvedBy: '', day: today, note: '', nextReview: '' });
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  // A typed day does not move by itself.
  const typed = review && model.reviewSource === 'typed';
  const put = (part: Partial<ApprovalForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const submit = sends(() => {
    const check = checkApproval(form, model.id, { today, typed });
    return check.ok ? (before) => perform('models.approve', check.input, before) : check.message;
  });
  return (
    <Dialog onClose={onClose} title={review ? `Record a review of ${model.name}` : 'Record an approval'}>
      <form className="mf-dialog-form" onSubmit={submit} noValidate>
        <p className="mf-muted">{review ? reviewWords(model) : GATE_WORDS}</p>
        <TextInput
          label={review ? 'Reviewed by' : 'Approved by'}
          withAsterisk
          value={form.approvedBy}
          onChange={(event) => put({ approvedBy: event.currentTarget.value })}
          data-autofocus
        />
        <TextInput
          type="date"
          label={review ? 'Reviewed on' : 'Approved on'}
          max={today}
          value={form.day}
          onChange={(event) => put({ day: event.currentTarget.value })}
        />
        {typed && (
          <TextInput
            type="date"
            label="Next review"
            description="Left empty it goes by the tier, if the model has one"
            min={today}
            value={form.nextReview}
            onChange={(event) => put({ nextReview: event.currentTarget.value })}
          />
        )}
        <Textarea
          label="Note"
          description="Optional: what was looked at, where the paper is"
          autosize
          minRows={2}
          maxRows={8}
          value={form.note}
          onChange={(event) => put({ note: event.currentTarget.value })}
        />
        <DialogEnding
          failure={failure}
          pending={pending}
          label={review ? 'Record review' : 'Record approval'}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

const GATE_WORDS = 'The gate after validation asks for an approval by somebody other than the author.';

function reviewWords({ reviewDue, reviewSource }: ApproveDialogProps['model']): string {
  const due = reviewDue === null ? '' : `It was due on ${formatDate(reviewDue)}. `;
  const next = reviewSource === 'typed' ? 'That day was typed: say the next one.' : 'The next is due by tier after it.';
  return `${due}It is kept among the approvals. ${next}`;
}

/** The same from a list, which knows the model by its id. */
export function ReviewDialog({
  modelId,
  onClose,
}: {
  readonly modelId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { data: model } = useChannel('models.get', { id: modelId }, { keepPrevious: false });
  return model === undefined ? null : <ApproveDialog model={model} review onClose={onClose} />;
}
