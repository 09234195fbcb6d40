import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AssessmentHead } from '#contract/assessments';
import { counted } from '#domain/base/wording';
import { useChannel } from '../../../../client/use-query';
import { PageHeader } from '../../../../components/ui/page-header';
import { Panel } from '../../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../../components/ui/states';
import { AddressViews } from '../../../../components/views/address-views';
import styles from './compare.module.css';
import { CompareChanges } from './compare-changes';
import { readIds, toggled } from './compare-choice';
import { CompareChooser } from './compare-chooser';
import { compareHeadline } from './compare-headline';
import { type Comparison, compareRows } from './compare-rows';
import { CompareTable } from './compare-table';

function Compared({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const rows = compareRows(comparison);
  return (
    <>
      <Panel title="By component" hint={comparison.words.join(' ')}>
        <CompareTable rows={rows} assessments={comparison.assessments} commonQuestions={comparison.commonQuestions} />
      </Panel>
      <CompareChanges comparison={comparison} />
    </>
  );
}

function TooFew({ heads }: { readonly heads: readonly AssessmentHead[] }): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="A comparison needs two assessments"
      action={{ label: 'Start an assessment', run: () => void navigate({ to: '/assessments/start' }) }}
      other={{ label: 'All assessments', run: () => void navigate({ to: '/assessments' }) }}
    >
      This page will show what moved between two assessments of the same unit, or how units differ.{' '}
      {heads.length === 1 ? 'There is one so far.' : 'There is none yet.'}
    </EmptyState>
  );
}

function ComparePanels({
  heads,
  ids,
}: {
  readonly heads: readonly AssessmentHead[];
  readonly ids: readonly string[];
}): ReactNode {
  const navigate = useNavigate();
  const enough = ids.length >= 2;
  const { data, error, refetch } = useChannel('assessments.compare', { ids: [...ids] }, { enabled: enough });
  const toggle = (id: string): void => {
    const next = toggled(ids, id, heads).join(',');
    void navigate({ to: '/assessments/compare', search: { ids: next }, replace: true });
  };
  const headline = !enough
    ? 'Choose the assessments to compare'
    : data
      ? compareHeadline(data)
      : 'Comparing the assessments';
  return (
    <>
      <PageHeader
        headline={headline}
        subline={
          enough
            ? data && data.notComparable.length > 0
              ? `${ids.length} assessments, compared over the ${counted(data.commonQuestions, 'question')} that all of them ask alike.`
              : `${ids.length} assessments of the same questions.`
            : 'Two are enough.'
        }
        actions={
          <>
            {enough && <AddressViews page="assessmentsCompare" />}
            <Button variant="default" onClick={() => void navigate({ to: '/assessments' })}>
              All assessments
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        {enough && error !== null && <ErrorState heading="h2" error={error} retry={() => void refetch()} />}
        {enough && error === null && data === undefined && <Loading rows={8} label="Comparing the assessments" />}
        {enough && error === null && data !== undefined && <Compared comparison={data} />}
        <CompareChooser heads={heads} ids={ids} onToggle={toggle} />
      </div>
    </>
  );
}

/** Assessments side by side: over time, or between units. */
export function ComparePage(): ReactNode {
  const { ids: wanted = '' } = useSearch({ strict: false });
  const { data, error, refetch } = useChannel('assessments.list', {});
  if (error !== null && data === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={10} label="Reading the assessments" />;
  const heads = data.assessments;
  if (heads.length < 2) return <TooFew heads={heads} />;
  return <ComparePanels heads={heads} ids={readIds(wanted, heads)} />;
}
