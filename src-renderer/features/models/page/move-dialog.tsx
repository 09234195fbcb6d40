import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { RELEASE_CHANGE_LABELS, RELEASE_CHANGES } from '#domain/models/release-changes';
import { STAGE_LABELS, type Stage } from '#domain/vocabulary';
import { sentenceOf } from '../../../client/call';
import { perform } from '../../../client/perform';
import { useSeen } from '../../../client/seen';
import { useChannel } from '../../../client/use-query';
import { Dialog } from '../../../components/ui/dialog';
import { ModelSelect } from '../../../components/ui/model-select';
import { localDay } from '../../../lib/local-day';
import styles from './model.module.css';
import type { Model } from './model-types';
import { asksReplacement, asksVersion, checkMove, emptyMoveForm, type MoveForm, type MoveStart } from './move-form';

interface MoveDialogProps {
  readonly model: Model;
  readonly to: Stage;
  readonly start?: MoveStart | undefined;
  readonly onClose: () => void;
  /** The way out of a gate. */
  readonly onApprove: () => void;
}

const CHANGES_HINT =
  'Optional. A new prompt or another model of the provider is a release too, and counts among the updates';

interface Trouble {
  readonly field: 'day' | 'reason' | 'version' | 'replacedBy' | 'engine';
  readonly message: string;
}

/** Checks, sends and reports; what was typed stays where the engine refuses it. */
const useMove = ({ model, to, start, onClose }: MoveDialogProps) => {
  const today = localDay(new Date());
  const [form, setForm] = useState<MoveForm>(() => ({ ...emptyMoveForm(to, today), ...start }));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [pending, setPending] = useState(false);
  const [resolves, setResolves] = useState(false);
  const seen = useSeen();
  const { data: open } = useChannel('drift.retraining', { modelId: model.id }, { keepPrevious: false });
  const item = asksVersion(to) ? open?.items[0] : undefined;
  const put = (part: Partial<MoveForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setTrouble(null);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const check = checkMove(form, model, today);
    if (!check.ok) return setTrouble(check);
    setPending(true);
    try {
      const { version, at, reason = '', changed } = check.input;
      // One step with one undo: the version goes live and ends what was open.
      if (resolves && item && version !== undefined)
        await perform(
          'drift.resolve',
          {
            id: item.id,
            outcome: 'live',
            version,
            note: reason,
            ...(at && { at }),
            ...(changed && { changed }),
          },
          { seen },
        );
      else await perform('models.move', check.input, { seen });
      onClose();
    } catch (error) {
      setTrouble({ field: 'engine', message: sentenceOf(error) });
      setPending(false);
    }
  };
  const errorOf = (field: Trouble['field']): string => (trouble?.field === field ? trouble.message : '');
  return { form, put, submit, pending, errorOf, today, item, resolves, setResolves };
};

function Blocked({ sentence, onApprove }: { readonly sentence: string; readonly onApprove: () => void }): ReactNode {
  return (
    <div className={styles.blocked} role="note">
      <p>{sentence}</p>
      <Button size="compact-sm" variant="default" onClick={onApprove}>
        Record an approval
      </Button>
    </div>
  );
}

/** Moves a model: when, why, and what the stage asks for. */
export function MoveDialog(props: MoveDialogProps): ReactNode {
  const { model, to, onClose, onApprove } = props;
  const { form, put, submit, pending, errorOf, today, item, resolves, setResolves } = useMove(props);
  const allowed = model.allowedMoves.find((move) => move.to === to);
  const usual = allowed?.usual === true;
  const release = model.stage === to;
  const blockedBy = allowed?.blockedBy ?? '';
  return (
    <Dialog
      onClose={onClose}
      title={release ? 'Another version goes live' : `${STAGE_LABELS[model.stage]} → ${STAGE_LABELS[to]}`}
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {blockedBy !== '' && <Blocked sentence={blockedBy} onApprove={onApprove} />}
        {!usual && <p className="mf-muted">This is not one of the usual moves, so it is kept as a correction.</p>}
        <TextInput
          type="date"
          label="Took effect on"
          max={today}
          value={form.day}
          error={errorOf('day') || undefined}
          onChange={(event) => put({ day: event.currentTarget.value })}
          data-autofocus
        />
        {asksVersion(to) && (
          <TextInput
            label="Version that goes live"
            description={release ? 'Such as 2.1.0, or one that was live before' : 'Optional, such as 2.1.0'}
            value={form.version}
            error={errorOf('version') || undefined}
            onChange={(event) => put({ version: event.currentTarget.value })}
          />
        )}
        {asksVersion(to) && (release || model.kind === 'generative' || model.kind === 'agent') && (
          <Checkbox.Group
            label="What changes with it"
            description={CHANGES_HINT}
            value={[...form.changed]}
            onChange={(changed) => put({ changed: RELEASE_CHANGES.filter((one) => changed.includes(one)) })}
          >
            <div className={styles.changes}>
              {RELEASE_CHANGES.map((one) => (
                <Checkbox key={one} value={one} label={RELEASE_CHANGE_LABELS[one]} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        {item !== undefined && form.version.trim() !== '' && (
          <Checkbox
            label={`Version ${form.version.trim()} resolves the retraining that is open`}
            description={`${item.words}. ${item.stands}.`}
            checked={resolves}
            onChange={(event) => setResolves(event.currentTarget.checked)}
          />
        )}
        {asksReplacement(to) && (
          <ModelSelect
            label="Replaced by"
            description="Optional: the model that takes over"
            value={form.replacedBy === '' ? null : { id: form.replacedBy, name: '' }}
            except={model.id}
            error={errorOf('replacedBy') || undefined}
            onChange={(id) => put({ replacedBy: id ?? '' })}
          />
        )}
        <Textarea
          label="Reason"
          {...(usual ? { description: 'Optional' } : { withAsterisk: true })}
          autosize
          minRows={2}
          maxRows={8}
          value={form.reason}
          error={errorOf('reason') || undefined}
          onChange={(event) => put({ reason: event.currentTarget.value })}
        />
        {errorOf('engine') !== '' && (
          <p className={styles.failure} role="alert">
            {errorOf('engine')}
          </p>
        )}
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending} disabled={blockedBy !== ''}>
            {to === 'retired' ? 'Retire' : release ? 'Record the version' : `Move to ${STAGE_LABELS[to]}`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
