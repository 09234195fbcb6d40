import { Button, Modal, Textarea } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isUsualMove } from '#domain/models/lifecycle';
import { STAGE_LABELS, STAGES, type Stage } from '#domain/vocabulary';
import css from './dialogs.module.css';

interface MoveDialogProps {
  /** `the model “Churn”` or `12 models`. */
  readonly what: string;
  /** Stage of the one model; `null` for several, of which each has its own. */
  readonly from: Stage | null;
  /** Where it was dropped; `null` asks for it. */
  readonly to: Stage | null;
  readonly onClose: () => void;
  /** Answers what was refused, a sentence each; an empty list closes the dialog. */
  readonly onMove: (to: Stage, reason: string) => Promise<readonly string[]>;
}

const usual = (from: Stage | null, to: Stage): boolean => from !== null && isUsualMove(from, to);

/** Asks where to, and why when the move is not the usual one. */
export function MoveDialog({ what, from, to: given, onClose, onMove }: MoveDialogProps): ReactNode {
  const [to, setTo] = useState(given);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (to !== null) field.current?.focus();
  }, [to]);
  const stages = STAGES.filter((stage) => stage !== from);
  const listed = [...stages.filter((stage) => usual(from, stage)), ...stages.filter((stage) => !usual(from, stage))];

  const send = async (stage: Stage, why: string): Promise<void> => {
    setBusy(true);
    const sentences = await onMove(stage, why);
    setBusy(false);
    setRefused(sentences);
    if (sentences.length === 0) onClose();
  };
  const choose = (stage: Stage): void => {
    if (usual(from, stage)) void send(stage, '');
    else setTo(stage);
  };
  const needed = from !== null;
  return (
    <Modal
      closeButtonProps={{ 'aria-label': 'Close' }}
      opened
      onClose={onClose}
      title={to === null ? `Move ${what} to` : `Move ${what} to ${STAGE_LABELS[to]}`}
    >
      {to === null ? (
        <div className={css.stages}>
          {listed.map((stage, index) => (
            <Button
              key={stage}
              variant="default"
              justify="space-between"
              fullWidth
              rightSection={
                from !== null && !usual(from, stage) ? <span className={css.aside}>needs a reason</span> : null
              }
              disabled={busy}
              onClick={() => choose(stage)}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
            >
              {STAGE_LABELS[stage]}
            </Button>
          ))}
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!needed || reason.trim() !== '') void send(to, reason.trim());
          }}
        >
          <Textarea
            ref={field}
            label="Reason"
            description={
              from === null
                ? 'Needed for the models of which this is not the usual next step; the journal keeps it.'
                : `${STAGE_LABELS[to]} does not usually follow ${STAGE_LABELS[from]}. The journal keeps the reason.`
            }
            value={reason}
            required={needed}
            autosize
            minRows={2}
            maxLength={2000}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" mt="md" loading={busy} disabled={needed && reason.trim() === ''}>
            Move {what}
          </Button>
        </form>
      )}
      {refused.length > 0 ? (
        <div role="alert" className={css.refused}>
          <p>{refused.length === 1 ? 'One model was not moved:' : `${refused.length} models were not moved:`}</p>
          <ul>
            {refused.slice(0, 20).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {refused.length > 20 ? <p>and {refused.length - 20} more.</p> : null}
        </div>
      ) : null}
    </Modal>
  );
}
