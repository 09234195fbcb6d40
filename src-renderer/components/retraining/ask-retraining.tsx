import { Button, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { perform } from '../../client/perform';
import { useChannel } from '../../client/use-query';
import { localDay } from '../../lib/local-day';
import { Dialog } from '../ui/dialog';
import { DialogEnding } from '../ui/dialog-ending';
import { ModelSelect } from '../ui/model-select';
import { useDialogSubmit } from '../ui/use-dialog-submit';
import { type AskForm, checkAsk } from './ask-form';

interface Asked {
  readonly id: string;
  readonly name: string;
}

interface DialogProps {
  /** `null`: it is chosen here. */
  readonly model: Asked | null;
  readonly onClose: () => void;
}

/** Somebody asks for retraining that no run of results asks for. */
export function AskRetrainingDialog({ model, onClose }: DialogProps): ReactNode {
  const today = localDay(new Date());
  const [chosen, setChosen] = useState<string | null>(null);
  const [form, setForm] = useState<Omit<AskForm, 'modelId'>>({ reason: '', owner: '', until: '' });
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const modelId = model?.id ?? chosen;
  const { data: found } = useChannel('models.get', { id: chosen ?? '' }, { enabled: chosen !== null });
  const put = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const submit = sends(() => {
    const check = checkAsk({ ...form, modelId }, today);
    return check.ok ? (before) => perform('drift.askRetraining', check.input, before) : check.message;
  });
  const works = form.owner.trim() !== '' && form.until !== '';
  return (
    <Dialog onClose={onClose} title={model ? `Ask for retraining of ${model.name}` : 'Ask for retraining'}>
      <form className="mf-dialog-form" onSubmit={submit} noValidate>
        {model === null && (
          <ModelSelect
            label="Model in production"
            data-autofocus
            value={chosen === null ? null : { id: chosen, name: found?.name ?? '' }}
            onChange={(id) => {
              setChosen(id);
              setFailure('');
            }}
          />
        )}
        <Textarea
          label="Reason"
          withAsterisk
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={form.reason}
          onChange={(event) => put({ reason: event.currentTarget.value })}
          {...(model !== null && { 'data-autofocus': true })}
        />
        <TextInput
          label="Who does it"
          description="Optional: without a name it waits for somebody"
          maxLength={500}
          value={form.owner}
          onChange={(event) => put({ owner: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="To be live by"
          min={today}
          value={form.until}
          onChange={(event) => put({ until: event.currentTarget.value })}
        />
        <p className="mf-muted">
          {works
            ? 'It is in work at once: a monitored model moves to Retraining with it.'
            : 'It is due until somebody starts it. With a name and a day it is in work at once.'}
        </p>
        <DialogEnding failure={failure} pending={pending} label="Ask for retraining" onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface AskRetrainingButtonProps {
  readonly model: Asked | null;
  /** Among the actions of a page, not in a row. */
  readonly large?: boolean;
}

/** Asks for retraining where nothing is open: of one model, or of one that is chosen then. */
export function AskRetrainingButton({ model, large = false }: AskRetrainingButtonProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        {...(large ? {} : { size: 'compact-sm' })}
        aria-label={model ? `Ask for retraining of ${model.name}` : 'Ask for retraining'}
        onClick={() => setOpen(true)}
      >
        Ask for retraining
      </Button>
      {open ? <AskRetrainingDialog model={model} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
