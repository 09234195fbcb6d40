import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { perform } from '../../../client/perform';
import { Dialog } from '../../../components/ui/dialog';
import { DialogEnding } from '../../../components/ui/dialog-ending';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';
import { localDay } from '../../../lib/local-day';
import { typedNumber } from '../../../lib/typed';
import styles from './model.module.css';
import type { Model } from './model-types';

interface StartProps {
  readonly model: Model;
  readonly onClose: () => void;
}

/** A version begins to run beside the one that is live. */
export function StartChallengerDialog({ model, onClose }: StartProps): ReactNode {
  const today = localDay(new Date());
  const [form, setForm] = useState({ version: '', mode: 'shadow', share: '10', day: today, decideBy: '', note: '' });
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const put = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const split = form.mode === 'split';
  const submit = sends(() => {
    const version = form.version.trim();
    if (version === '') return 'Name the version that runs beside it.';
    const share = typedNumber(form.share.replace(/%$/, ''), { min: 0, max: 100, whole: false });
    if (split && !share.ok) return share.message;
    return (before) =>
      perform(
        'challengers.start',
        {
          modelId: model.id,
          version,
          mode: split ? 'split' : 'shadow',
          share: split && share.ok ? share.value / 100 : null,
          decideBy: form.decideBy === '' ? null : form.decideBy,
          note: form.note.trim(),
          ...(form.day === today ? {} : { at: form.day }),
        },
        before,
      );
  });
  const live = model.version === '' ? 'the version that is live' : `version ${model.version}, which is live`;
  return (
    <Dialog onClose={onClose} title="Run a challenger">
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className="mf-muted">{`It runs beside ${live}. Results that name it count for it and not for the model.`}</p>
        <TextInput
          label="Version"
          withAsterisk
          value={form.version}
          onChange={(event) => put({ version: event.currentTarget.value })}
          data-autofocus
        />
        <SegmentedControl
          fullWidth
          aria-label="How it runs"
          value={form.mode}
          onChange={(mode) => put({ mode })}
          data={[
            { value: 'shadow', label: 'In the shadow' },
            { value: 'split', label: 'On a share of the traffic' },
          ]}
        />
        {split && (
          <TextInput
            label="Share of the traffic, %"
            value={form.share}
            onChange={(event) => put({ share: event.currentTarget.value })}
          />
        )}
        <TextInput
          type="date"
          label="Since"
          max={today}
          value={form.day}
          onChange={(event) => put({ day: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="To be decided by"
          description="Optional: without a day it is asked about after 90 days"
          min={today}
          value={form.decideBy}
          onChange={(event) => put({ decideBy: event.currentTarget.value })}
        />
        <Textarea
          label="What is to be shown"
          description="Optional: by which figures it is to be judged"
          autosize
          minRows={2}
          maxRows={8}
          value={form.note}
          onChange={(event) => put({ note: event.currentTarget.value })}
        />
        <DialogEnding failure={failure} pending={pending} label="Run it" onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface DecideProps {
  readonly challenger: { readonly id: string; readonly version: string; readonly live: string };
  readonly promote: boolean;
  readonly onClose: () => void;
}

/** Promote or give up: one move with its reason; what stands side by side is kept with it. */
export function DecideChallengerDialog({ challenger, promote, onClose }: DecideProps): ReactNode {
  const [reason, setReason] = useState('');
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const { id, version, live } = challenger;
  const submit = sends(() =>
    reason.trim() === ''
      ? 'Say why: the decision is kept with its reason.'
      : (before) =>
          perform(promote ? 'challengers.promote' : 'challengers.giveUp', { id, reason: reason.trim() }, before),
  );
  const what = promote
    ? `It goes live${live === '' ? '' : ` in place of ${live}`}; what stands side by side is kept as evidence.`
    : 'It stops; what stands side by side is kept as evidence.';
  return (
    <Dialog onClose={onClose} title={`${promote ? 'Promote' : 'Give up'} version ${version}`}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className="mf-muted">{what}</p>
        <Textarea
          label="Reason"
          withAsterisk
          autosize
          minRows={2}
          maxRows={8}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setFailure('');
          }}
          data-autofocus
        />
        <DialogEnding failure={failure} pending={pending} label={promote ? 'Promote' : 'Give up'} onClose={onClose} />
      </form>
    </Dialog>
  );
}
