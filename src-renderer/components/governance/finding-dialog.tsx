import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import {
  FINDING_SEVERITIES,
  FINDING_SEVERITY_LABELS,
  FINDING_SOURCE_LABELS,
  FINDING_SOURCES,
  FINDING_STATUS_LABELS,
  FINDING_TOPIC_LABELS,
  FINDING_TOPICS,
} from '#domain/governance/vocabulary';
import { perform } from '../../client/perform';
import { utcToday } from '../../lib/utc-today';
import { Dialog } from '../ui/dialog';
import { DialogEnding } from '../ui/dialog-ending';
import { useDialogSubmit } from '../ui/use-dialog-submit';
import './governance-parts.css';
import { AcceptanceFields } from './acceptance-fields';
import { NoteText } from './evidence-fields';

export type Finding = Output<'findings.list'>['findings'][number];

interface FindingDialogProps {
  readonly modelId: string;
  readonly modelName: string;
  /** One that is changed. */
  readonly finding?: Finding;
  readonly onClose: () => void;
}

const choices = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

/** Where a change may take a finding; closing has a dialog of its own, which asks for the evidence. */
const STATUSES = ['open', 'in_remediation', 'accepted'] as const;

/** A finding that is noted, or changed. */
export function FindingDialog({ modelId, modelName, finding, onClose }: FindingDialogProps): ReactNode {
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const [form, setForm] = useState({
    title: finding?.title ?? '',
    source: finding?.source ?? ('validation' as const),
    topic: finding?.topic ?? ('other' as const),
    severity: finding?.severity ?? ('medium' as const),
    status: finding === undefined || finding.status === 'closed' ? ('open' as const) : finding.status,
    openedOn: finding?.openedOn ?? utcToday(),
    due: finding?.due ?? '',
    owner: finding?.owner ?? '',
    remediation: finding?.remediation ?? '',
    acceptedUntil: finding?.acceptedUntil ?? '',
    acceptedOn: finding?.acceptedOn ?? utcToday(),
    acceptedBy: finding?.acceptedBy ?? '',
    acceptedReason: finding?.acceptedReason ?? '',
    note: finding?.note ?? '',
  });
  const put = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const submit = sends(() => {
    const title = form.title.trim();
    if (title === '') return 'Say what was found.';
    const shared = {
      title,
      topic: form.topic,
      severity: form.severity,
      due: form.due === '' ? null : form.due,
      owner: form.owner.trim(),
      remediation: form.remediation.trim(),
      note: form.note.trim(),
    };
    if (finding === undefined)
      return (before) =>
        perform('findings.create', { modelId, source: form.source, openedOn: form.openedOn, ...shared }, before);
    if (form.status === 'accepted' && form.acceptedUntil === '') return 'Say until when it is accepted.';
    if (form.status === 'accepted' && form.acceptedBy.trim() === '') return 'Somebody accepts a finding. Say who.';
    const status = {
      // What is closed stays so while its words are mended.
      ...(finding.status === 'closed' ? {} : { status: form.status }),
      ...(form.status === 'accepted'
        ? {
            acceptedUntil: form.acceptedUntil,
            acceptedOn: form.acceptedOn,
            acceptedBy: form.acceptedBy.trim(),
            acceptedReason: form.acceptedReason.trim(),
          }
        : {}),
    };
    return (before) => perform('findings.update', { id: finding.id, patch: { ...shared, ...status } }, before);
  });
  return (
    <Dialog title={`${finding ? 'Change a finding' : 'Finding'} of “${modelName}”`} onClose={onClose}>
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        <TextInput
          label="What was found"
          withAsterisk
          data-autofocus
          value={form.title}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <div className="mf-pair">
          <NativeSelect
            label="Severity"
            value={form.severity}
            data={choices(FINDING_SEVERITIES, FINDING_SEVERITY_LABELS)}
            onChange={(event) => put({ severity: event.currentTarget.value as typeof form.severity })}
          />
          <NativeSelect
            label="Topic"
            value={form.topic}
            data={choices(FINDING_TOPICS, FINDING_TOPIC_LABELS)}
            onChange={(event) => put({ topic: event.currentTarget.value as typeof form.topic })}
          />
        </div>
        {finding === undefined ? (
          <div className="mf-pair">
            <NativeSelect
              label="Found by"
              value={form.source}
              data={choices(FINDING_SOURCES, FINDING_SOURCE_LABELS)}
              onChange={(event) => put({ source: event.currentTarget.value as typeof form.source })}
            />
            <TextInput
              type="date"
              label="On"
              max={utcToday()}
              value={form.openedOn}
              onChange={(event) => put({ openedOn: event.currentTarget.value })}
            />
          </div>
        ) : finding.status === 'closed' ? null : (
          <div className="mf-pair">
            <NativeSelect
              label="Status"
              value={form.status}
              data={choices(STATUSES, FINDING_STATUS_LABELS)}
              onChange={(event) => put({ status: event.currentTarget.value as typeof form.status })}
            />
          </div>
        )}
        {finding !== undefined && finding.status !== 'closed' && form.status === 'accepted' ? (
          <AcceptanceFields form={form} put={put} />
        ) : null}
        <div className="mf-pair">
          <TextInput
            label="Owner"
            description="Who puts it right"
            value={form.owner}
            onChange={(event) => put({ owner: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="Due"
            description="Until when"
            value={form.due}
            onChange={(event) => put({ due: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label="Remediation"
          description="What is to be done, or was"
          autosize
          minRows={2}
          maxRows={8}
          value={form.remediation}
          onChange={(event) => put({ remediation: event.currentTarget.value })}
        />
        <NoteText value={form.note} put={(note) => put({ note })} />
        <DialogEnding failure={failure} pending={pending} label={finding ? 'Keep it' : 'Note it'} onClose={onClose} />
      </form>
    </Dialog>
  );
}
