import { type ReactNode, useState } from 'react';
import type { WorklistPreview } from '#contract/governance/import-worklist';
import { formatCount, formatNumber } from '../../../lib/format';
import { OutcomePanel } from '../outcome-panel';
import { problemsTab } from '../problems-tab';
import { ReadyFrame } from '../ready-frame';
import type { ReadyProps } from '../use-import-draft';
import { WorkTabs } from '../work-tabs';
import { WorklistLines } from './worklist-lines';
import { worklistApplyLabel, worklistHeadline } from './worklist-words';

type Tab = 'answers' | 'problems';

/** A work list that its owners filled in, between reading and storing. */
export function WorklistReady({ draft, preview, apply }: ReadyProps<WorklistPreview>): ReactNode {
  const [tab, setTab] = useState<Tab>('answers');
  const { rows, blank } = preview;
  const filled = rows - blank;
  return (
    <ReadyFrame
      draft={draft}
      preview={preview}
      headline={worklistHeadline(preview)}
      label={worklistApplyLabel(preview)}
      subline={`A work list of governance: ${formatCount(filled, 'row')} filled in, ${formatNumber(blank)} left blank, which change nothing. It is stored as one step, which an undo takes back.`}
      complete
      apply={() => apply()}
      work={
        <WorkTabs<Tab>
          label="Answers and problems"
          tab={tab}
          show={setTab}
          tabs={[
            {
              key: 'answers',
              label: `Answers (${formatNumber(preview.lines.length)})`,
              panel: <WorklistLines preview={preview} draft={draft} />,
            },
            problemsTab(preview),
          ]}
        />
      }
      side={
        <OutcomePanel
          preview={preview}
          thing="answer"
          total={filled}
          waiting={draft.waiting}
          showProblems={() => setTab('problems')}
        />
      }
    />
  );
}
