import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { RegistryPreview } from '#contract/imports/imports';
import { DECISIONS } from '#domain/models/history/told';
import { Panel } from '../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../lib/format';
import { BringsTable } from '../connections/brings-table';
import { hasWords } from '../connections/connection-words';
import styles from '../connections/connections.module.css';
import { hasValues, TagValues } from '../connections/tag-values';
import { fieldOptions, isImportField } from '../inventory/field-specs';
import { OutcomePanel } from '../outcome-panel';
import { problemsTab } from '../problems-tab';
import { ReadyFrame } from '../ready-frame';
import type { ReadyProps } from '../use-import-draft';
import { WorkTabs } from '../work-tabs';
import { answered, decidedAll, differing, setTag, setTagValue, tagsShown } from './registry-edits';
import own from './registry-import.module.css';

type Tab = 'models' | 'problems';

const DIFFER = [
  { value: 'ask', label: 'Leave it open' },
  { value: 'ours', label: 'Ours stays' },
  { value: 'file', label: 'Take what the registry says' },
] as const;

/** A registry in a file, between reading and storing: what a connection to it would show. */
export function RegistryReady({ draft, preview, apply }: ReadyProps<RegistryPreview>): ReactNode {
  const [tab, setTab] = useState<Tab>('models');
  const { fileName, server, changes, asks, linesTotal } = preview;
  const said = (draft.request.answers ?? []).length + (draft.request.decisions ?? []).length > 0;
  return (
    <ReadyFrame
      draft={draft}
      preview={preview}
      headline={
        changes + asks === 0
          ? `${fileName} brings nothing new`
          : `${fileName} brings ${formatCount(changes, 'model')} new or changed${asks === 0 ? '' : `, ${formatNumber(asks)} more to be decided`}`
      }
      label={`Import ${formatCount(changes, 'model')}`}
      subline={`A registry of MLflow with ${hasWords('mlflow_files', server)}. It is stored as one step, which an undo takes back.`}
      complete
      answered={said}
      apply={() => apply()}
      work={
        <WorkTabs<Tab>
          label="Models and problems"
          tab={tab}
          show={setTab}
          tabs={[
            {
              key: 'models',
              label: `Models (${formatNumber(linesTotal)})`,
              panel: <Lines preview={preview} draft={draft} />,
            },
            problemsTab(preview),
          ]}
        />
      }
      side={
        <>
          <OutcomePanel
            preview={preview}
            total={server.models}
            waiting={draft.waiting}
            showProblems={() => setTab('problems')}
          />
          <Tags preview={preview} draft={draft} />
        </>
      }
    />
  );
}

type PartProps = Pick<ReadyProps<RegistryPreview>, 'preview' | 'draft'>;

/** What is new of each model, and what somebody has to say first. */
function Lines({ preview, draft }: PartProps): ReactNode {
  const { lines, linesTotal, warnings, fileName } = preview;
  const contradicted = differing(preview, draft.request);
  return (
    <div className={own.work}>
      {warnings.map(({ what, todo }) => (
        <p className={styles.note} key={what}>
          {what}. {todo}.
        </p>
      ))}
      {contradicted.models.length > 0 ? (
        <div className={styles.differ}>
          <NativeSelect
            aria-label="Where both say something else"
            value={contradicted.decision}
            data={[...DIFFER]}
            onChange={(event) => {
              const decision = DECISIONS.find((one) => one === event.currentTarget.value) ?? 'ask';
              draft.answer((request) => decidedAll(request, contradicted.models, decision));
            }}
          />
          <span className="mf-muted">where a value was edited here and both say something else</span>
        </div>
      ) : null}
      <BringsTable
        connection={{ kind: 'mlflow_files', label: fileName }}
        preview={preview}
        answers={
          new Map(
            (draft.request.answers ?? []).flatMap(({ rowKey, answer }) =>
              answer === 'same' || answer === 'different' ? [[rowKey, answer] as const] : [],
            ),
          )
        }
        answer={(rowKey, answer) => draft.answer((request) => answered(request, preview, rowKey, answer))}
        names={new Map()}
        choose={() => undefined}
      />
      {linesTotal > lines.length ? (
        <p className={styles.note}>
          The first {formatNumber(lines.length)} of {formatNumber(linesTotal)}; all are taken.
        </p>
      ) : null}
    </div>
  );
}

/** Which of its tags are a field here. */
function Tags({ preview, draft }: PartProps): ReactNode {
  const tags = tagsShown(preview);
  if (tags.length === 0) return null;
  return (
    <Panel title="What its tags are here">
      <div className={styles.tags}>
        {tags.map(({ tag, description, field, used }) => (
          <div key={tag}>
            <NativeSelect
              label={tag}
              description={description}
              value={field}
              data={[{ value: '', label: 'Not taken' }, ...fieldOptions()]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                draft.editMapping((mapping) => setTag(mapping, preview.tags, tag, value));
              }}
            />
            {used && isImportField(field) && hasValues(field) ? (
              <TagValues
                tag={used}
                field={field}
                values={preview.mapping.tags.find((one) => one.tag === tag)?.values ?? []}
                put={(from, to) => draft.editMapping((mapping) => setTagValue(mapping, tag, from, to))}
              />
            ) : null}
          </div>
        ))}
      </div>
    </Panel>
  );
}
