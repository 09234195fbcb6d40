import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import { EVIDENCE_OUTCOME_LABELS, EVIDENCE_OUTCOMES, type EvidenceOutcome } from '#domain/governance/vocabulary';
import { useCommand } from '../../client/use-command';
import { Dialog } from '../../components/ui/dialog';
import { utcToday } from '../../lib/utc-today';
import styles from './governance.module.css';

interface EvidenceDialogProps {
  readonly kind: string;
  /** Left out: of the organisation. */
  readonly ids?: readonly string[];
  /** Whom it is noted for, in words. */
  readonly whose: string;
  /** The line of the pack that it is noted for. */
  readonly covers: string;
  readonly onClose: () => void;
}

/** Something dated that somebody vouches for, noted for a model, for many, or for the organisation. */
export function EvidenceDialog({ kind, ids, whose, covers, onClose }: EvidenceDialogProps): ReactNode {
  const { run, pending } = useCommand('evidence.add');
  const [by, setBy] = useState('');
  const [on, setOn] = useState(utcToday());
  const [until, setUntil] = useState('');
  const [outcome, setOutcome] = useState<EvidenceOutcome>(kind === 'validation' ? 'passed' : 'done');
  const [link, setLink] = useState('');
  const found = EVIDENCE_KINDS.find((one) => one.kind === kind);
  const submit = async (): Promise<void> => {
    const noted = await run({
      ...(ids !== undefined && { ids: [...ids] }),
      kind,
      on,
      validUntil: until === '' ? null : until,
      by,
      outcome,
      covers: [covers],
      link: link.trim(),
    });
    if (noted !== null) onClose();
  };
  return (
    <Dialog title={`${found?.label ?? kind} of ${whose}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          {found?.shows ? <p className="mf-muted">{found.shows}</p> : null}
          <TextInput label="By whom" required value={by} onChange={(event) => setBy(event.currentTarget.value)} />
          <div className={styles.pair}>
            <TextInput
              label="On"
              type="date"
              required
              max={utcToday()}
              value={on}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
            <TextInput
              label="Valid until, if it ends"
              type="date"
              min={on}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </div>
          <NativeSelect
            label="Outcome"
            value={outcome}
            data={EVIDENCE_OUTCOMES.map((value) => ({ value, label: EVIDENCE_OUTCOME_LABELS[value] }))}
            onChange={(event) => setOutcome(event.currentTarget.value as EvidenceOutcome)}
          />
          <TextInput
            label="Link, if there is one"
            placeholder="https://…"
            value={link}
            onChange={(event) => setLink(event.currentTarget.value)}
          />
          <div className={styles.ending}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={by.trim() === ''}>
              Note it
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
