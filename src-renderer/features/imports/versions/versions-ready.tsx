import { Button, Tabs, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { VersionsMapping, VersionsPreview } from '#contract/models/import-versions';
import { sentenceOf } from '../../../client/call';
import { PageHeader } from '../../../components/ui/page-header';
import { formatNumber } from '../../../lib/format';
import { localDay } from '../../../lib/local-day';
import { readingLine } from '../import-words';
import { ProblemList } from '../problem-list';
import type { ReadyProps } from '../use-import-draft';
import { VersionColumns } from './version-columns';
import { VersionContradictions } from './version-contradictions';
import { isVersionsMapping } from './version-mapping-edits';
import { VersionModels } from './version-models';
import { VersionOutcome } from './version-outcome';
import { VersionTimeline } from './version-timeline';
import { versionsApplyLabel, versionsHeadline } from './version-words';
import './versions-import.css';

/** A version history between reading and storing: from–until of each version, and which was live on a day. */
export function VersionsReady({ draft, preview, apply }: ReadyProps<VersionsPreview>): ReactNode {
  const navigate = useNavigate();
  const today = localDay(new Date());
  const [on, setOn] = useState(today);
  const [tab, setTab] = useState<string | null>('timeline');
  const { editMapping } = draft;
  const edit = useCallback(
    (change: (mapping: VersionsMapping) => VersionsMapping): void =>
      editMapping((mapping) => (isVersionsMapping(mapping) ? change(mapping) : mapping)),
    [editMapping],
  );
  const mapping = draft.mapping && isVersionsMapping(draft.mapping) ? draft.mapping : preview.mapping;
  const mappings = { preview, mapping, edit };
  const nothing = preview.creates + preview.updates === 0;
  return (
    <div className="mf-import" aria-busy={draft.waiting}>
      <div>
        <PageHeader
          headline={versionsHeadline(preview)}
          subline={`One row is one version. ${readingLine(preview)}`}
          actions={
            <>
              <TextInput
                type="date"
                aria-label="Live on"
                title="Live on this day: the last column"
                value={on}
                onChange={(event) => setOn(event.currentTarget.value || today)}
              />
              <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                Cancel
              </Button>
              <Button disabled={nothing || draft.waiting || draft.error !== null} onClick={() => apply()}>
                {versionsApplyLabel(preview)}
              </Button>
            </>
          }
        />
        {draft.error ? (
          <p className="mf-import-error" role="alert">
            {sentenceOf(draft.error)} The numbers below are those of the mapping before.
          </p>
        ) : null}
      </div>
      <div className="mf-import-grid">
        <section className="mf-panel mf-work" aria-label="Versions, contradictions, models, columns and problems">
          <Tabs className="mf-work-tabs" value={tab} onChange={setTab} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="timeline">
                Live from, until ({formatNumber(preview.lines.length)} of {formatNumber(preview.modelCounts.all)}{' '}
                models)
              </Tabs.Tab>
              <Tabs.Tab value="contradictions">Otherwise ({formatNumber(preview.versions.contradicted)})</Tabs.Tab>
              <Tabs.Tab value="models">Models ({formatNumber(preview.models.length)})</Tabs.Tab>
              <Tabs.Tab value="columns">Columns ({formatNumber(preview.columns.length)})</Tabs.Tab>
              <Tabs.Tab value="problems">Problems ({formatNumber(preview.problemsTotal)})</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="timeline">
              <VersionTimeline lines={preview.lines} today={today} on={on} />
            </Tabs.Panel>
            <Tabs.Panel value="contradictions">
              <VersionContradictions lines={preview.lines} decide={draft.decide} />
            </Tabs.Panel>
            <Tabs.Panel value="models">
              <VersionModels {...mappings} />
            </Tabs.Panel>
            <Tabs.Panel value="columns">
              <VersionColumns {...mappings} />
            </Tabs.Panel>
            <Tabs.Panel value="problems">
              <ProblemList problems={preview.problems} total={preview.problemsTotal} groups={preview.problemsByCode} />
            </Tabs.Panel>
          </Tabs>
        </section>
        <div className="mf-import-side">
          <VersionOutcome draft={draft} {...mappings} showProblems={() => setTab('problems')} />
        </div>
      </div>
    </div>
  );
}
