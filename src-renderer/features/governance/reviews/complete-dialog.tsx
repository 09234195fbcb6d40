import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import {
  EVIDENCE_OUTCOME_LABELS,
  type EvidenceOutcome,
  REVIEW_KINDS,
  type ReviewKind,
} from '#domain/governance/vocabulary';
import { perform } from '../../../client/perform';
import { kindLabel } from '../../../components/governance/evidence-dialog';
import { ByWhom, LinkTo, NoteText } from '../../../components/governance/evidence-fields';
import { Dialog } from '../../../components/ui/dialog';
import { DialogEnding } from '../../../components/ui/dialog-ending';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';
import { formatDate } from '../../../lib/format';
import { utcToday } from '../../../lib/utc-today';
import type { Review } from './review-words';

const OUTCOMES: readonly EvidenceOutcome[] = ['passed', 'passed_with_findings', 'failed'];

/** A review that was held: what shows it, from which the next day follows. */
export function CompleteDialog({
  review,
  onClose,
}: {
  readonly review: Review;
  readonly onClose: () => void;
}): ReactNode {
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const [form, setForm] = useState({
    kind: 'review' as ReviewKind,
    by: review.reviewer,
    on: utcToday(),
    outcome: 'passed' as EvidenceOutcome,
    covers: '',
    link: '',
    note: '',
    sameReason: '',
  });
  const put = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const submit = sends(() =>
    form.by.trim() === ''
      ? 'Say who held it.'
      : (before) =>
          perform(
            'reviews.complete',
            {
              modelId: review.modelId,
              kind: form.kind,
              on: form.on,
              by: form.by.trim(),
              outcome: form.outcome,
              covers: form.covers.trim() === '' ? [] : form.covers.split(',').map((part) => part.trim()),
              link: form.link.trim(),
              note: form.note.trim(),
              sameReason: form.sameReason.trim(),
            },
            before,
          ),
  );
  return (
    <Dialog title={`Record the review of “${review.name}”`} onClose={onClose}>
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        <p className="mf-muted">
          {review.why}, {formatDate(review.day)}. The next day follows from this record.
        </p>
        <ByWhom value={form.by} put={(by) => put({ by })} />
        <div className="mf-pair">
          <NativeSelect
            label="What was held"
            value={form.kind}
            data={REVIEW_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
            onChange={(event) => put({ kind: event.currentTarget.value as ReviewKind })}
          />
          <TextInput
            type="date"
            label="On"
            max={utcToday()}
            value={form.on}
            onChange={(event) => put({ on: event.currentTarget.value })}
          />
        </div>
        <div className="mf-pair">
          <NativeSelect
            label="Outcome"
            {...(form.outcome === 'failed' ? { description: 'It stays due: one that failed is held again' } : {})}
            value={form.outcome}
            data={OUTCOMES.map((value) => ({ value, label: EVIDENCE_OUTCOME_LABELS[value] }))}
            onChange={(event) => put({ outcome: event.currentTarget.value as EvidenceOutcome })}
          />
          <TextInput
            label="Covers"
            description="Versions; commas between"
            value={form.covers}
            onChange={(event) => put({ covers: event.currentTarget.value })}
          />
        </div>
        <LinkTo label="Link to the report" value={form.link} put={(link) => put({ link })} />
        <NoteText value={form.note} put={(note) => put({ note })} />
        <TextInput
          label="Why one person does both"
          description="Asked for only where whoever holds it also built the model or answers for it"
          value={form.sameReason}
          onChange={(event) => put({ sameReason: event.currentTarget.value })}
        />
        <DialogEnding failure={failure} pending={pending} label="Record it" onClose={onClose} />
      </form>
    </Dialog>
  );
}
