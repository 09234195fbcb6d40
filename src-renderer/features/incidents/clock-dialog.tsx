import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { perform } from '../../client/perform';
import { Dialog } from '../../components/ui/dialog';
import { DialogEnding } from '../../components/ui/dialog-ending';
import { useDialogSubmit } from '../../components/ui/use-dialog-submit';
import { utcToday } from '../../lib/utc-today';
import '../../components/governance/governance-parts.css';

export type ClockReport = Output<'governance.reports'>['reports'][number];
type Clock = Output<'governance.clocks'>['clocks'][number];

interface ClockDialogProps {
  readonly incidentId: string;
  readonly clocks: readonly Clock[];
  /** One that runs. */
  readonly report?: ClockReport;
  /** When the incident was detected, the day that is proposed. */
  readonly detectedOn: string;
  readonly onClose: () => void;
}

const keyOf = ({ pack, clock }: Pick<Clock, 'pack' | 'clock'>): string => `${pack} ${clock}`;

/** The clock of an incident: since when somebody was aware, of which class it is, and what became of it. */
export function ClockDialog({ incidentId, clocks, report, detectedOn, onClose }: ClockDialogProps): ReactNode {
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const [form, setForm] = useState({
    key: report ? keyOf(report) : clocks[0] ? keyOf(clocks[0]) : '',
    awareOn: report?.awareOn ?? detectedOn,
    class: report?.class ?? '',
    authority: report?.authority ?? '',
    reportedOn: report?.reportedOn ?? '',
    reference: report?.reference ?? '',
    finalReportOn: report?.finalReportOn ?? '',
  });
  const put = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    setFailure('');
  };
  const clock = report ?? clocks.find((one) => keyOf(one) === form.key);
  const submit = sends(() =>
    clock === undefined
      ? 'No text that ships has a clock for incidents.'
      : (before) =>
          perform(
            'governance.noteReport',
            {
              incidentId,
              pack: clock.pack,
              clock: clock.clock,
              class: form.class,
              awareOn: form.awareOn,
              authority: form.authority.trim(),
              reference: form.reference.trim(),
              reportedOn: form.reportedOn === '' ? null : form.reportedOn,
              finalReportOn: form.finalReportOn === '' ? null : form.finalReportOn,
            },
            before,
          ),
  );
  return (
    <Dialog title={report ? 'Report to an authority' : 'Start a clock'} onClose={onClose}>
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        {report ? (
          <p className="mf-muted">{`${report.packName}, ${report.clockLabel}`}</p>
        ) : (
          <NativeSelect
            label="By which text"
            value={form.key}
            data={clocks.map((one) => ({ value: keyOf(one), label: `${one.packName}, ${one.clockLabel}` }))}
            onChange={(event) => put({ key: event.currentTarget.value, class: '' })}
          />
        )}
        <TextInput
          type="date"
          label="Somebody was aware on"
          description="The clock runs from this day, not from the day on which it began"
          max={utcToday()}
          value={form.awareOn}
          onChange={(event) => put({ awareOn: event.currentTarget.value })}
        />
        <NativeSelect
          label="Class"
          value={form.class}
          data={[
            { value: '', label: 'Not decided: no day is due' },
            ...(clock?.classes ?? []).map(({ value, label, days }) => ({ value, label: `${label}, ${days} days` })),
          ]}
          onChange={(event) => put({ class: event.currentTarget.value })}
        />
        <TextInput
          label="Authority"
          {...(clock && clock.recipient !== '' ? { description: clock.recipient } : {})}
          value={form.authority}
          onChange={(event) => put({ authority: event.currentTarget.value })}
        />
        <div className="mf-pair">
          <TextInput
            type="date"
            label="First report on"
            max={utcToday()}
            value={form.reportedOn}
            onChange={(event) => put({ reportedOn: event.currentTarget.value })}
          />
          <TextInput
            label="Their reference"
            value={form.reference}
            onChange={(event) => put({ reference: event.currentTarget.value })}
          />
        </div>
        <TextInput
          type="date"
          label="Final report on"
          max={utcToday()}
          value={form.finalReportOn}
          onChange={(event) => put({ finalReportOn: event.currentTarget.value })}
        />
        <DialogEnding failure={failure} pending={pending} label="Keep it" onClose={onClose} />
      </form>
    </Dialog>
  );
}
