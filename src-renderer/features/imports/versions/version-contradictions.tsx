import { Checkbox, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { VersionsPreview } from '#contract/models/import-versions';
import { DECISIONS, type Decision } from '#domain/models/history/told';
import { formatCount } from '../../../lib/format';
import type { ImportDraft } from '../use-import-draft';
import { type RuleLine, ruleLines } from './version-rules';

interface VersionContradictionsProps {
  readonly preview: VersionsPreview;
  readonly draft: Pick<ImportDraft, 'request' | 'answer' | 'decide'>;
}

const CHOICES: readonly { readonly value: Decision; readonly label: string }[] = [
  { value: 'ours', label: 'Ours' },
  { value: 'file', label: 'File' },
  { value: 'ask', label: 'Ask' },
];

const RULE_WORDS: Readonly<Record<string, string>> = {
  'move.date': 'Day on which it went live',
  'move.version': 'Version that went live on a day',
  'move.order': 'Order of days',
  until: 'Last day',
};

interface WhoProps {
  readonly label: string;
  readonly field: string;
  /** `null`: not the same one everywhere. */
  readonly value: Decision | null;
  readonly choose: (decision: Decision) => void;
}

function Who({ label, field, value, choose }: WhoProps): ReactNode {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      // A day that fits nowhere can be left out, not taken.
      data={CHOICES.map((choice) => ({ ...choice, disabled: choice.value === 'file' && field === 'move.order' }))}
      value={value ?? ''}
      onChange={(next) => choose(DECISIONS.find((one) => one === next) ?? 'ask')}
    />
  );
}

/** Where the file says otherwise than we hold it: both values, and who is right. Nothing is chosen until somebody does. */
export function VersionContradictions({ preview, draft }: VersionContradictionsProps): ReactNode {
  const { request, answer, decide } = draft;
  const open = preview.lines.flatMap(({ modelId, name, contradictions }) =>
    contradictions.map((one) => ({ modelId: modelId ?? '', name, ...one })),
  );
  if (open.length === 0) return <p className="mf-muted mf-none">The file says nothing otherwise than you hold it.</p>;
  const rules = ruleLines(open, [...preview.source.rules, ...(request.rules ?? [])]);
  const setRule = (field: string, decision: Decision): void =>
    answer(({ rules: before = [], ...rest }) => ({
      ...rest,
      rules: [...before.filter((rule) => rule.field !== field), { field, decision }],
    }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Contradictions" tabIndex={0}>
      <Rules
        rules={rules}
        source={preview.source.name}
        keep={request.keepRules ?? true}
        setRule={setRule}
        setKeep={(keepRules) => answer((before) => ({ ...before, keepRules }))}
      />
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
                <Who
                  label={`Who is right about ${name} ${version}`}
                  field={field}
                  value={decision}
                  choose={(next) => decide({ modelId, field, version }, next)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RulesProps {
  readonly rules: readonly RuleLine[];
  readonly source: string;
  readonly keep: boolean;
  readonly setRule: (field: string, decision: Decision) => void;
  readonly setKeep: (keep: boolean) => void;
}

/** Who is right by kind, for all versions in one word, now and in the next file of the source. */
function Rules({ rules, source, keep, setRule, setKeep }: RulesProps): ReactNode {
  return (
    <div className="mf-version-rules">
      {rules.map(({ field, count, decision }) => (
        <div key={field} className="mf-version-rule">
          <span>
            {RULE_WORDS[field] ?? field} <span className="mf-muted">{formatCount(count, 'version')}</span>
          </span>
          <Who
            label={`Who is right: ${RULE_WORDS[field] ?? field}`}
            field={field}
            value={decision}
            choose={(next) => setRule(field, next)}
          />
        </div>
      ))}
      <Checkbox
        size="xs"
        label={`Keep for the source ${source}`}
        checked={keep}
        onChange={(event) => setKeep(event.currentTarget.checked)}
      />
    </div>
  );
}
