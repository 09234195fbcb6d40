import { Autocomplete, Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { sentenceOf } from '../../client/call';
import { perform } from '../../client/perform';
import { useSeen } from '../../client/seen';
import { useChannel } from '../../client/use-query';
import { formatDate } from '../../lib/format';
import { localDay } from '../../lib/local-day';
import { Dialog } from '../ui/dialog';
import { DialogEnding } from '../ui/dialog-ending';
import { checkRetraining, type RetrainingForm, type RetrainingStep } from './retraining-form';

export type RetrainingItem = Output<'drift.retraining'>['items'][number];

interface RetrainingDialogProps {
  readonly item: RetrainingItem;
  readonly step: RetrainingStep;
  readonly onClose: () => void;
}

type Trouble = { readonly field: keyof RetrainingForm | 'engine'; readonly message: string } | null;

const useRetraining = ({ item, step, onClose }: RetrainingDialogProps) => {
  const today = localDay(new Date());
  const { data: model } = useChannel('models.get', { id: item.modelId }, { keepPrevious: false });
  const [typed, setTyped] = useState<Partial<RetrainingForm>>({});
  const form: RetrainingForm = {
    step,
    // Who did it last, else who made it: to be taken or typed over.
    owner: item.owner === '' ? (model?.technicalOwner ?? '') : item.owner,
    until: step === 'start' ? (item.until ?? '') : '',
    version: item.offered?.version ?? '',
    day: today,
    reason: '',
    ...typed,
  };
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [pending, setPending] = useState(false);
  const seen = useSeen();
  const released = (model?.versions ?? []).filter(({ at }) => at === null || at >= item.openedAt.slice(0, 10));
  const isRelease = released.some(({ version }) => version.toLowerCase() === form.version.trim().toLowerCase());
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const check = checkRetraining(item.id, form, { today, isRelease });
    if (!check.ok) return setTrouble(check);
    setPending(true);
    try {
      // Each channel with its own input.
      if (check.channel === 'drift.resolve') await perform(check.channel, check.input, { seen });
      else await perform(check.channel, check.input, { seen });
      onClose();
    } catch (error) {
      setTrouble({ field: 'engine', message: sentenceOf(error) });
      setPending(false);
    }
  };
  const put = (part: Partial<RetrainingForm>): void => {
    setTyped((before) => ({ ...before, ...part }));
    setTrouble(null);
  };
  const errorOf = (field: keyof RetrainingForm | 'engine'): string => (trouble?.field === field ? trouble.message : '');
  return { form, put, submit, pending, errorOf, today, released, isRelease };
};

const HINTS: Readonly<Record<RetrainingStep, string>> = {
  start: 'A monitored model moves to Retraining with it.',
  live: 'A version that is live already is only named; another one goes live with this.',
  against: 'Nothing asks again until that day. If the model is still at act then, it waits again.',
};

/** One step of an open retraining: work begins, a version went live, or it is decided against. */
export function RetrainingDialog(props: RetrainingDialogProps): ReactNode {
  const { item, onClose } = props;
  const { form, put, submit, pending, errorOf, today, released, isRelease } = useRetraining(props);
  const { step } = form;
  const inWork = item.state === 'in_work' && item.owner !== '';
  return (
    <Dialog onClose={onClose} title={`Retraining of ${item.model}`}>
      <form className="mf-dialog-form" onSubmit={(event) => void submit(event)} noValidate>
        <p className="mf-muted">{`${item.words}. ${item.stands}.`}</p>
        <SegmentedControl
          fullWidth
          aria-label="What happened"
          value={step}
          onChange={(value) => put({ step: value as RetrainingStep, until: '' })}
          data={[
            { value: 'start', label: inWork ? 'Change the plan' : 'Start work' },
            { value: 'live', label: 'Version went live' },
            { value: 'against', label: 'Decide against' },
          ]}
        />
        {step === 'start' && (
          <TextInput
            label="Who does it"
            withAsterisk
            value={form.owner}
            error={errorOf('owner') || undefined}
            onChange={(event) => put({ owner: event.currentTarget.value })}
            // The name is a proposal: typing replaces it.
            onFocus={(event) => event.currentTarget.select()}
            data-autofocus
          />
        )}
        {step === 'live' && (
          <Autocomplete
            label="Version"
            withAsterisk
            description={
              released.length === 0 ? 'None has gone live since it was asked for' : 'Live since it was asked for:'
            }
            data={[...new Set(released.map(({ version }) => version))]}
            value={form.version}
            error={errorOf('version') || undefined}
            onChange={(version) => put({ version })}
          />
        )}
        {step === 'live' && !isRelease && (
          <TextInput
            type="date"
            label="Live from"
            max={today}
            value={form.day}
            error={errorOf('day') || undefined}
            onChange={(event) => put({ day: event.currentTarget.value })}
          />
        )}
        {step !== 'live' && (
          <TextInput
            type="date"
            label={step === 'start' ? 'To be live by' : 'The decision holds until'}
            withAsterisk
            min={today}
            value={form.until}
            error={errorOf('until') || undefined}
            onChange={(event) => put({ until: event.currentTarget.value })}
          />
        )}
        {step !== 'start' && (
          <Textarea
            label={step === 'live' ? 'Note' : 'Reason'}
            {...(step === 'live'
              ? { description: isRelease ? 'Optional' : 'A reason, where the move is not a usual one' }
              : { withAsterisk: true })}
            autosize
            minRows={2}
            maxRows={8}
            value={form.reason}
            error={errorOf('reason') || undefined}
            onChange={(event) => put({ reason: event.currentTarget.value })}
          />
        )}
        <p className="mf-muted">{HINTS[step]}</p>
        <DialogEnding
          failure={errorOf('engine')}
          pending={pending}
          label={saysButton(step, inWork, form, isRelease)}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

function saysButton(step: RetrainingStep, inWork: boolean, form: RetrainingForm, isRelease: boolean): string {
  if (step === 'start') return inWork ? 'Keep the plan' : 'Start work';
  if (step === 'against') return 'Decide against';
  return isRelease ? `Resolved by ${form.version.trim()}` : 'Put it live and resolve';
}

/** The one button of an open item: what comes next of its story, by name. */
export function RetrainingButton({
  item,
  primary = false,
}: {
  readonly item: RetrainingItem;
  readonly primary?: boolean;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const { offered, state, owner } = item;
  const started = state === 'in_work' && owner !== '';
  const step: RetrainingStep = offered !== null || started ? 'live' : 'start';
  const label = offered ? `Resolved by ${offered.version}?` : started ? 'Resolve…' : 'Start work';
  return (
    <>
      <Button
        {...(primary ? {} : { variant: 'default', size: 'compact-sm' })}
        title={offered ? `Version ${offered.version} went live on ${formatDate(offered.at)}` : undefined}
        aria-label={`${label} Retraining of ${item.model}`}
        onClick={() => setOpen(true)}
      >
        {primary && label === 'Start work' ? 'Start retraining' : label}
      </Button>
      {open ? <RetrainingDialog item={item} step={step} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
