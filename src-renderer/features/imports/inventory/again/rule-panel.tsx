import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import { Panel } from '../../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../../lib/format';
import type { Request } from '../../use-import-draft';
import css from './again.module.css';
import { takesFile } from './again-rows';
import { ruleWord } from './again-words';
import { type Decision, setRule } from './draft-answers';
import { ruleLines } from './rule-lines';
import { Switch } from './switch';

interface RulePanelProps {
  readonly preview: InventoryPreview;
  readonly asked: ReadonlySet<string>;
  readonly request: Request;
  readonly answer: (edit: (request: Request) => Request) => void;
}

const SHOWN = 5;

/** Who is right, by field, for all rows in one word. */
export function RulePanel({ preview, asked, request, answer }: RulePanelProps): ReactNode {
  const [all, setAll] = useState(false);
  const lines = ruleLines(preview.sample, asked, [...preview.source.rules, ...(request.rules ?? [])]);
  if (lines.length === 0) return null;
  return (
    <Panel title="When the file contradicts" hint="Fills the choices on the left, row by row">
      <ul className={css.lines}>
        {lines.slice(0, all ? lines.length : SHOWN).map(({ field, count, decision }) => (
          <li key={field}>
            <span>
              {ruleWord(field)} <span className="mf-muted">{formatNumber(count)}</span>
            </span>
            <Switch<Decision>
              label={`Who is right: ${ruleWord(field)}`}
              options={[
                { value: 'ours', label: 'Ours' },
                { value: 'file', label: 'File', disabled: !takesFile(field) },
                { value: 'ask', label: 'Ask' },
              ]}
              value={decision}
              choose={(value) => answer((before) => setRule(before, field, value))}
            />
          </li>
        ))}
      </ul>
      {lines.length > SHOWN ? (
        <button type="button" className={css.link} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer fields' : formatCount(lines.length - SHOWN, 'more field')}
        </button>
      ) : null}
      <Checkbox
        className={css.keep}
        size="xs"
        label={`Keep for the source ${preview.source.name}`}
        checked={request.keepRules ?? true}
        onChange={(event) => {
          const keepRules = event.currentTarget.checked;
          answer((before) => ({ ...before, keepRules }));
        }}
      />
    </Panel>
  );
}
