import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldMapping, InventoryPreview, Mapping } from '#contract/imports/imports';
import { formatNumber } from '../../../lib/format';
import { targetSpec } from './field-specs';
import { isEmptyWord, setValue, valueTarget } from './mapping-edits';

interface ValueMappingProps {
  readonly entry: FieldMapping;
  readonly values: NonNullable<InventoryPreview['columns'][number]['values']>;
  readonly emptyWords: readonly string[];
  readonly edit: (change: (mapping: Mapping) => Mapping) => void;
}

const UNSAID = '(unsaid)';

/** What each cell of a column becomes, where the field takes only certain values. */
export function ValueMapping({ entry, values, emptyWords, edit }: ValueMappingProps): ReactNode {
  const { field } = entry;
  const spec = targetSpec(field);
  const data = [
    { value: UNSAID, label: 'not mapped: value left out, listed as a problem' },
    { value: '', label: 'left empty' },
    ...(spec.choices ?? []),
  ];
  return (
    <table className="mf-values" aria-label={`Values of ${spec.label}`}>
      <thead>
        <tr>
          <th scope="col">Cell</th>
          <th scope="col" className="mf-number">
            Rows
          </th>
          <th scope="col">{spec.label}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ text, count }) => (
          <tr key={text}>
            <td className="mf-values-text" title={text}>
              {text.trim() === '' ? <span className="mf-faint">blank</span> : text}
            </td>
            <td className="mf-number">{formatNumber(count)}</td>
            <td>
              {isEmptyWord(emptyWords, text) ? (
                <span className="mf-muted">means “nothing said”</span>
              ) : (
                <NativeSelect
                  aria-label={`${text} becomes`}
                  data={data}
                  value={valueTarget(entry, text) ?? UNSAID}
                  onChange={(event) => {
                    const to = event.currentTarget.value;
                    edit((before) => setValue(before, field, text, to === UNSAID ? null : to));
                  }}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
