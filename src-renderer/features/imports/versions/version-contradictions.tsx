import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { VersionsPreview } from '#contract/models/import-versions';
import { DECISIONS, type Decision } from '#domain/models/history/told';

interface VersionContradictionsProps {
  readonly lines: VersionsPreview['lines'];
  readonly decide: (modelId: string, field: string, decision: Decision) => void;
}

const CHOICES: readonly { readonly value: Decision; readonly label: string }[] = [
  { value: 'ours', label: 'Ours' },
  { value: 'file', label: 'File' },
  { value: 'ask', label: 'Later' },
];

/** Where the file says otherwise than we hold: both values, and who is right. Nothing is chosen until somebody does. */
export function VersionContradictions({ lines, decide }: VersionContradictionsProps): ReactNode {
  const open = lines.flatMap(({ modelId, name, contradictions }) =>
    contradictions.map((one) => ({ modelId: modelId ?? '', name, ...one })),
  );
  if (open.length === 0) return <p className="mf-muted mf-none">The file says nothing otherwise than you hold it.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Contradictions" tabIndex={0}>
      <table className="mf-table mf-version-columns">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">File</th>
            <th scope="col">Yours</th>
            <th scope="col">Who is right</th>
          </tr>
        </thead>
        <tbody>
          {open.map(({ modelId, name, row, version, field, before, after, decision, why }) => (
            <tr key={`${modelId} ${field} ${row}`}>
              <td>
                <div className="mf-cut">
                  {name} {version}
                </div>
                <div className="mf-muted">{why}</div>
              </td>
              <td>{after}</td>
              <td>{before}</td>
              <td>
                <SegmentedControl
                  size="xs"
                  aria-label={`Who is right about ${name} ${version}`}
                  data={CHOICES.map((choice) => ({ ...choice }))}
                  value={decision}
                  onChange={(value) => decide(modelId, field, DECISIONS.find((one) => one === value) ?? 'ask')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
