import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WorklistPreview } from '#contract/governance/import-worklist';
import { DECISIONS, type Decision } from '#domain/models/history/told';
import { formatNumber } from '../../../lib/format';
import type { ImportDraft } from '../use-import-draft';
import { STATE_WORDS } from './worklist-words';

const CHOICES = [
  { value: 'ours', label: 'Ours' },
  { value: 'file', label: 'File' },
  { value: 'ask', label: 'Ask' },
] as const;

/** So many are drawn; the others are in the file. */
const DRAWN = 300;

interface WorklistLinesProps {
  readonly preview: WorklistPreview;
  readonly draft: Pick<ImportDraft, 'answer' | 'decide'>;
}

const decisionIn = (next: string): Decision => DECISIONS.find((one) => one === next) ?? 'ask';

/** Row by row what stands there and what would: where both differ, who is right. */
export function WorklistLines({ preview, draft }: WorklistLinesProps): ReactNode {
  const { lines, contradicted } = preview;
  const open = lines.filter(({ state }) => ['contradicted', 'changed', 'kept'].includes(state));
  const [first] = open;
  const all = open.every(({ decision }) => decision === first?.decision) ? first?.decision : undefined;
  const decideAll = (decision: Decision): void =>
    draft.answer(({ decisions: _decisions, ...rest }) => ({ ...rest, rules: [{ field: '*', decision }] }));
  if (lines.length === 0) return <p className="mf-muted mf-none">No row is filled in that could be read.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Answers" tabIndex={0}>
      {open.length > 0 ? (
        <p>
          {contradicted > 0 ? `${formatNumber(contradicted)} of these say otherwise than you hold it. ` : ''}Of all of
          them:{' '}
          <SegmentedControl
            size="xs"
            aria-label="Who is right about all answers"
            data={[...CHOICES]}
            value={all ?? ''}
            onChange={(next) => decideAll(decisionIn(next))}
          />
        </p>
      ) : null}
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Model</th>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, DRAWN).map((line) => (
            <tr key={line.row}>
              <td>{formatNumber(line.row)}</td>
              <td>{line.model}</td>
              <td>{line.what}</td>
              <td>{line.before === '' ? <span className="mf-muted">nothing</span> : line.before}</td>
              <td>{line.after}</td>
              <td>
                {open.includes(line) && line.modelId !== null ? (
                  <SegmentedControl
                    size="xs"
                    aria-label={`Who is right about ${line.what} of ${line.model}`}
                    data={[...CHOICES]}
                    value={line.decision}
                    onChange={(next) =>
                      draft.decide({ modelId: line.modelId ?? '', field: line.place }, decisionIn(next))
                    }
                  />
                ) : (
                  STATE_WORDS[line.state]
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > DRAWN ? <p className="mf-muted">And {formatNumber(lines.length - DRAWN)} more.</p> : null}
    </section>
  );
}
