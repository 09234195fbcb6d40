import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Input } from '#contract/index';
import { READING_OUTCOME_LABELS, READING_OUTCOMES, type ReadingOutcome } from '#domain/governance/vocabulary';
import { perform } from '../../client/perform';
import { utcToday } from '../../lib/utc-today';
import { Dialog } from '../ui/dialog';
import { DialogEnding } from '../ui/dialog-ending';
import { useDialogSubmit } from '../ui/use-dialog-submit';
import { LinkTo, NoteText } from './evidence-fields';
import './governance-parts.css';

export interface ReadItem {
  /** With its edition: `eu-ai-act@2026-07-27`. */
  readonly pack: string;
  readonly what: NonNullable<Input<'packs.noteReading'>['what']>;
  readonly item: string;
  readonly label: string;
  readonly ref: string;
  readonly verify: string;
}

/** Somebody held an item of a text against the official one. */
export function ReadingDialog({ of, onClose }: { readonly of: ReadItem; readonly onClose: () => void }): ReactNode {
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const [form, setForm] = useState({
    outcome: 'as_it_stands' as ReadingOutcome,
    by: '',
    on: utcToday(),
    link: '',
    note: '',
  });
  const put = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const submit = sends(() => {
    if (form.outcome === 'differs' && form.note.trim() === '')
      return 'Say in the note what the official text has instead.';
    const { by, ...rest } = form;
    const { pack, what, item } = of;
    return (before) =>
      perform('packs.noteReading', { pack, what, item, ...(by.trim() === '' ? {} : { by }), ...rest }, before);
  });
  return (
    <Dialog title="Read in the official text" onClose={onClose}>
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        <p>
          <strong>{of.label}</strong>
          <br />
          <span className="mf-muted">
            {of.ref}. To check: {of.verify}
          </span>
        </p>
        <NativeSelect
          label="What you found"
          data-autofocus
          value={form.outcome}
          data={READING_OUTCOMES.map((value) => ({ value, label: READING_OUTCOME_LABELS[value] }))}
          onChange={(event) => put({ outcome: event.currentTarget.value as ReadingOutcome })}
        />
        <div className="mf-pair">
          <TextInput
            label="Read by"
            placeholder="You"
            value={form.by}
            onChange={(event) => put({ by: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="On"
            max={utcToday()}
            value={form.on}
            onChange={(event) => put({ on: event.currentTarget.value })}
          />
        </div>
        <LinkTo label="Where it was read" value={form.link} put={(link) => put({ link })} />
        <NoteText value={form.note} put={(note) => put({ note })} />
        <p className="mf-muted">
          It counts for this wording only: when the line is worded otherwise, somebody has to read it again.
        </p>
        <DialogEnding failure={failure} pending={pending} label="Mark as read" onClose={onClose} />
      </form>
    </Dialog>
  );
}
