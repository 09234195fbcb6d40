import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Input, Output } from '#contract/index';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import { EVIDENCE_OUTCOME_LABELS, EVIDENCE_OUTCOMES, type EvidenceOutcome } from '#domain/governance/vocabulary';
import { perform } from '../../client/perform';
import { utcToday } from '../../lib/utc-today';
import { Dialog } from '../ui/dialog';
import { DialogEnding } from '../ui/dialog-ending';
import { useDialogSubmit } from '../ui/use-dialog-submit';
import './governance-parts.css';
import { ByWhom, LinkTo, NoteText } from './evidence-fields';

export type Evidence = Output<'evidence.list'>['evidence'][number];
type Kind = Input<'evidence.add'>['kind'];

interface EvidenceDialogProps {
  /** Left out: it is chosen. */
  readonly kind?: Kind | string;
  /** Left out: of the organisation. */
  readonly ids?: readonly string[];
  /** Whom it is noted for, in words. */
  readonly whose: string;
  /** The line of the pack that it is noted for. */
  readonly covers?: string;
  /** A row that is mended. */
  readonly row?: Evidence;
  readonly onClose: () => void;
  /** Told of what was noted, before the dialog closes. */
  readonly onNoted?: (rows: readonly Evidence[]) => void;
}

export const kindLabel = (kind: string): string => EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind;

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Something dated that somebody vouches for, noted or mended: of a model, of many, or of the organisation. */
export function EvidenceDialog(props: EvidenceDialogProps): ReactNode {
  const { kind: fixed, ids, whose, covers = '', row, onClose, onNoted } = props;
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const first = row?.kind ?? fixed ?? 'validation';
  const [form, setForm] = useState({
    kind: first,
    by: row?.by ?? '',
    on: row?.on ?? utcToday(),
    until: row?.validUntil ?? '',
    outcome: row?.outcome ?? (first === 'validation' ? 'passed' : 'done'),
    covers: row === undefined ? covers : row.covers.join(', '),
    link: row?.link ?? '',
    hash: row?.hash ?? '',
    note: row?.note ?? '',
  });
  const put = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const level = ids === undefined && row?.modelId == null ? 'organisation' : 'model';
  const shows = EVIDENCE_KINDS.find((one) => one.kind === form.kind)?.shows ?? '';
  const submit = sends(() => {
    if (form.by.trim() === '') return 'Say who vouches for it.';
    const fields = {
      kind: form.kind as Kind, // one of the kinds that are offered
      on: form.on,
      validUntil: form.until === '' ? null : form.until,
      by: form.by.trim(),
      outcome: form.outcome,
      covers: listOf(form.covers),
      link: form.link.trim(),
      hash: form.hash.trim(),
      note: form.note.trim(),
    };
    return async (before) => {
      const rows = row
        ? [await perform('evidence.update', { id: row.id, patch: fields }, before)]
        : (await perform('evidence.add', { ...(ids !== undefined && { ids: [...ids] }), ...fields }, before)).evidence;
      onNoted?.(rows);
    };
  });
  const what = fixed !== undefined && row === undefined ? kindLabel(fixed) : 'Evidence';
  return (
    <Dialog title={`${row ? 'Change evidence' : what} of ${whose}`} onClose={onClose}>
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        {fixed === undefined || row !== undefined ? (
          <NativeSelect
            label="Kind"
            description={shows === '' ? undefined : shows}
            value={form.kind}
            data={EVIDENCE_KINDS.filter((one) => one.level === level).map(({ kind, label }) => ({
              value: kind,
              label,
            }))}
            onChange={(event) => put({ kind: event.currentTarget.value })}
          />
        ) : shows === '' ? null : (
          <p className="mf-muted">{shows}</p>
        )}
        <ByWhom value={form.by} put={(by) => put({ by })} />
        <div className="mf-pair">
          <TextInput
            label="On"
            type="date"
            max={utcToday()}
            value={form.on}
            onChange={(event) => put({ on: event.currentTarget.value })}
          />
          <TextInput
            label="Valid until, if it ends"
            type="date"
            min={form.on}
            value={form.until}
            onChange={(event) => put({ until: event.currentTarget.value })}
          />
        </div>
        <div className="mf-pair">
          <NativeSelect
            label="Outcome"
            value={form.outcome}
            data={EVIDENCE_OUTCOMES.map((value) => ({ value, label: EVIDENCE_OUTCOME_LABELS[value] }))}
            onChange={(event) => put({ outcome: event.currentTarget.value as EvidenceOutcome })}
          />
          <TextInput
            label="Covers"
            description="Versions, or lines of a text; commas between"
            value={form.covers}
            onChange={(event) => put({ covers: event.currentTarget.value })}
          />
        </div>
        <LinkTo label="Link, if there is one" value={form.link} put={(link) => put({ link })} />
        <TextInput
          label="Hash of the document"
          description="SHA-256, so that it can be told later whether it is the same one"
          value={form.hash}
          onChange={(event) => put({ hash: event.currentTarget.value })}
        />
        <NoteText value={form.note} put={(note) => put({ note })} />
        <DialogEnding failure={failure} pending={pending} label={row ? 'Keep it' : 'Note it'} onClose={onClose} />
      </form>
    </Dialog>
  );
}
