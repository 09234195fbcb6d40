import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type {
  StageMeaning,
  VersionImportField,
  VersionsMapping,
  VersionsPreview,
} from '#contract/models/import-versions';
import { STAGE_MEANINGS, VERSION_IMPORT_FIELDS } from '#domain/models/version-fields';
import { formatCount, formatNumber } from '../../../lib/format';
import { fieldOfColumn, setColumn, setStage } from './version-mapping-edits';

export interface VersionMappingProps {
  readonly preview: VersionsPreview;
  readonly mapping: VersionsMapping;
  readonly edit: (change: (mapping: VersionsMapping) => VersionsMapping) => void;
}

export const VERSION_FIELD_LABELS: Readonly<Record<VersionImportField, string>> = {
  model: 'Model',
  version: 'Version',
  liveFrom: 'Live from',
  liveUntil: 'Live until',
  stage: 'Stage',
  alias: 'Alias',
  registeredAt: 'Registered on',
};
const FIELD_CHOICES = [
  { value: '', label: 'not taken' },
  ...VERSION_IMPORT_FIELDS.map((field) => ({ value: field, label: VERSION_FIELD_LABELS[field] })),
];

const STAGE_LABELS: Readonly<Record<StageMeaning, string>> = {
  live: 'Is live',
  ended: 'Was live, if it has a day',
  not_live: 'Never went live',
  '': 'Says nothing on it',
};
const STAGE_CHOICES = STAGE_MEANINGS.map((value) => ({ value, label: STAGE_LABELS[value] }));

/** What each column becomes, and what the file's words for stages say. */
export function VersionColumns({ preview, mapping, edit }: VersionMappingProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Columns and stages of the file" tabIndex={0}>
      <table className="mf-table mf-version-columns">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ label, filled, distinct, samples }) => (
            <tr key={label}>
              <td>
                <div className="mf-cut">{label}</div>
                <div className="mf-muted mf-cut">
                  {formatNumber(filled)} of {formatNumber(preview.rows)}, {formatNumber(distinct)} different:{' '}
                  {samples.slice(0, 3).join(' · ')}
                </div>
              </td>
              <td>
                <NativeSelect
                  aria-label={`${label} becomes`}
                  data={FIELD_CHOICES}
                  value={fieldOfColumn(mapping, label)}
                  onChange={(event) => {
                    const field = VERSION_IMPORT_FIELDS.find((one) => one === event.currentTarget.value) ?? '';
                    edit((before) => setColumn(before, label, field));
                  }}
                />
              </td>
            </tr>
          ))}
          {preview.stages.map(({ from, to, count }) => (
            <tr key={`stage ${from}`}>
              <td>
                <div className="mf-cut">Stage “{from}”</div>
                <div className="mf-muted">{formatCount(count, 'version')}</div>
              </td>
              <td>
                <NativeSelect
                  aria-label={`Stage ${from} says`}
                  data={STAGE_CHOICES}
                  value={to}
                  onChange={(event) => {
                    const meaning = STAGE_MEANINGS.find((one) => one === event.currentTarget.value) ?? '';
                    edit((before) => setStage(before, from, meaning));
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
