import { Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sentenceOf } from '../../../client/call';
import { perform } from '../../../client/perform';
import { localDay } from '../../../lib/local-day';
import { type ApprovalForm, checkApproval } from './approval-form';
import { DialogEnding } from './dialog-ending';
import styles from './model.module.css';
import type { Model } from './model-types';

interface ApproveDialogProps {
  readonly model: Model;
  readonly onClose: () => void;
}

/** Records who approved the model, when, and on what grounds. */
export function ApproveDialog({ model, onClose }: ApproveDialogProps): ReactNode {
  const today = localDay(new Date());
  const [form, setForm] = useState<ApprovalForm>({ approvedBy: '', day: today, note: '' });
  const [failure, setFailure] = useState('');
  const [pending, setPending] = useState(false);
  const put = (part: Partial<ApprovalForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const check = checkApproval(form, model.id, today);
    if (!check.ok) return setFailure(check.message);
    setPending(true);
    try {
      await perform('models.approve', check.input);
      onClose();
    } catch (error) {
      setFailure(sentenceOf(error));
      setPending(false);
    }
  };
  return (
    <Modal opened onClose={onClose} closeButtonProps={{ 'aria-label': 'Close' }} size={480} title="Record an approval">
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <p className="mf-muted">The gate after validation asks for an approval by somebody other than the author.</p>
        <TextInput
          label="Approved by"
          withAsterisk
          value={form.approvedBy}
          onChange={(event) => put({ approvedBy: event.currentTarget.value })}
          data-autofocus
        />
        <TextInput
          type="date"
          label="Approved on"
          max={today}
          value={form.day}
          onChange={(event) => put({ day: event.currentTarget.value })}
        />
        <Textarea
          label="Note"
          description="Optional: what was looked at, where the paper is"
          autosize
          minRows={2}
          maxRows={8}
          value={form.note}
          onChange={(event) => put({ note: event.currentTarget.value })}
        />
        <DialogEnding failure={failure} pending={pending} label="Record approval" onClose={onClose} />
      </form>
    </Modal>
  );
}
