import { TextInput } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import type { VersionsMapping, VersionsPreview } from '#contract/models/import-versions';
import { formatNumber } from '../../../lib/format';
import { localDay } from '../../../lib/local-day';
import { readingLine } from '../import-words';
import { problemsTab } from '../problems-tab';
import { ReadyFrame } from '../ready-frame';
import type { ReadyProps } from '../use-import-draft';
import { WorkTabs } from '../work-tabs';
import { VersionColumns } from './version-columns';
import { VersionContradictions } from './version-contradictions';
import { isVersionsMapping } from './version-mapping-edits';
import { VersionModels } from './version-models';
import { VersionOutcome } from './version-outcome';
import { VersionTimeline } from './version-timeline';
import { versionsApplyLabel, versionsHeadline } from './version-words';
import './versions-import.css';

type Tab = 'timeline' | 'contradictions' | 'models' | 'columns' | 'problems';

/** A version history between reading and storing: from–until of each version, and which was live on a day. */
export function VersionsReady({ draft, preview, apply }: ReadyProps<VersionsPreview>): ReactNode {
  const today = localDay(new Date());
  const [on, setOn] = useState(today);
  const [tab, setTab] = useState<Tab>('timeline');
  const { editMapping, request } = draft;
  const edit = useCallback(
    (change: (mapping: VersionsMapping) => VersionsMapping): void =>
      editMapping((mapping) => (isVersionsMapping(mapping) ? change(mapping) : mapping)),
    [editMapping],
  );
  const mapping = draft.mapping && isVersionsMapping(draft.mapping) ? draft.mapping : preview.mapping;
  const mappings = { preview, mapping, edit };
  return (
    <ReadyFrame
      draft={draft}
      preview={preview}
      headline={versionsHeadline(preview)}
      label={versionsApplyLabel(preview)}
      subline={`One row is one version. ${readingLine(preview)}`}
      complete
      answered={(request.decisions?.length ?? 0) + (request.rules?.length ?? 0) > 0}
      apply={() => apply()}
      tools={
        <TextInput
          type="date"
          aria-label="Live on"
          title="Live on this day: the last column"
          value={on}
          onChange={(event) => setOn(event.currentTarget.value || today)}
        />
      }
      work={
        <WorkTabs<Tab>
          label="Versions, contradictions, models, columns and problems"
          tab={tab}
          show={setTab}
          tabs={[
            {
              key: 'timeline',
              label: `Live from, until (${formatNumber(preview.lines.length)} of ${formatNumber(preview.modelCounts.all)} models)`,
              panel: <VersionTimeline lines={preview.lines} today={today} on={on} />,
            },
            {
              key: 'contradictions',
              label: `Otherwise (${formatNumber(preview.versions.contradicted)})`,
              panel: <VersionContradictions preview={preview} draft={draft} />,
            },
            {
              key: 'models',
              label: `Models (${formatNumber(preview.models.length)})`,
              panel: <VersionModels {...mappings} />,
            },
            {
              key: 'columns',
              label: `Columns (${formatNumber(preview.columns.length)})`,
              panel: <VersionColumns {...mappings} />,
            },
            problemsTab(preview),
          ]}
        />
      }
      side={<VersionOutcome draft={draft} {...mappings} showProblems={() => setTab('problems')} />}
    />
  );
}
