import { NativeSelect, Select, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { Panel } from '../../../components/ui/panel';
import { formatCount } from '../../../lib/format';
import { DecimalField } from '../decimal-field';
import { SourceOptions } from '../source-options';
import type { ImportDraft } from '../use-import-draft';

interface IncidentReadingPanelProps {
  readonly draft: ImportDraft;
  readonly preview: IncidentsPreview;
  readonly mapping: IncidentMapping;
  readonly edit: (change: (mapping: IncidentMapping) => IncidentMapping) => void;
}

const DATE_ORDERS = [
  { value: '', label: 'as the file shows' },
  { value: 'dmy', label: 'Day, month, year (23/11/2026)' },
  { value: 'mdy', label: 'Month, day, year (11/23/2026)' },
  { value: 'ymd', label: 'Year, month, day (2026-11-23)' },
] as const;
/** Fields in which a decimal sign may stand. */
const NUMBERS: readonly string[] = ['cost', 'personHours', 'personSeconds', 'timeToAcknowledge', 'timeToResolve'];
const UNITS = ['milliseconds', 'seconds', 'minutes', 'hours'] as const;

function zoneHint({ timesInAskedZone, timesWithOwnZone }: IncidentsPreview): string {
  if (timesInAskedZone === 0) return 'Every time in the file says its own zone, so this changes nothing.';
  const own = timesWithOwnZone > 0 ? ` ${formatCount(timesWithOwnZone, 'other')} say their own.` : '';
  return `${formatCount(timesInAskedZone, 'time')} in the file do not say their zone.${own}`;
}

/** How times are read, and what an incident is told by. */
export function IncidentReadingPanel({ draft, preview, mapping, edit }: IncidentReadingPanelProps): ReactNode {
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], []);
  const durations = mapping.fields.some(({ field }) => field === 'timeToAcknowledge' || field === 'timeToResolve');
  return (
    <Panel title="How the file is read" hint="Look at the times on the left: as written, and as they are read.">
      {mapping.tool === 'opsgenie' ? (
        <p className="mf-muted">
          Opsgenie ends on 5 April 2027, as its maker announced; it is read from files only. Where its alerts go on in
          Jira Service Management, connect Jira.
        </p>
      ) : null}
      <div className="mf-reading">
        <SourceOptions draft={draft} preview={preview} />
        <Select
          label="Time zone"
          description={zoneHint(preview)}
          searchable
          data={zones}
          value={mapping.timeZone ?? preview.mapping.timeZone}
          onChange={(timeZone) => timeZone && edit((before) => ({ ...before, timeZone }))}
        />
        <NativeSelect
          label="Dates are written"
          description={
            preview.dateOrderShown ? 'The file itself shows the order.' : 'The file does not show the order.'
          }
          data={DATE_ORDERS.map((order) => ({ ...order }))}
          value={mapping.dateOrder ?? ''}
          onChange={(event) => {
            const found = DATE_ORDERS.find(({ value }) => value === event.currentTarget.value)?.value ?? '';
            edit((before) => ({ ...before, dateOrder: found === '' ? null : found }));
          }}
        />
        {mapping.fields.some(({ field }) => NUMBERS.includes(field)) ? (
          <DecimalField decimal={mapping.decimal} choose={(decimal) => edit((before) => ({ ...before, decimal }))} />
        ) : null}
        <NativeSelect
          label="A row is"
          data={[
            { value: 'incident', label: 'an incident' },
            { value: 'event', label: 'an event of an incident (log)' },
          ]}
          value={mapping.rows}
          onChange={(event) => {
            const rows = event.currentTarget.value === 'event' ? 'event' : 'incident';
            edit((before) => ({ ...before, rows }));
          }}
        />
        {durations ? (
          <NativeSelect
            label="Durations are in"
            data={[...UNITS]}
            value={mapping.durationUnit}
            onChange={(event) => {
              const durationUnit = UNITS.find((unit) => unit === event.currentTarget.value) ?? 'seconds';
              edit((before) => ({ ...before, durationUnit }));
            }}
          />
        ) : null}
        <TextInput
          label="System that the numbers belong to"
          description="With the number it names an incident, so that nothing is doubled"
          maxLength={120}
          value={mapping.source}
          onChange={(event) => {
            const source = event.currentTarget.value;
            edit((before) => ({ ...before, source }));
          }}
        />
      </div>
    </Panel>
  );
}
