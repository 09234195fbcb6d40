import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../../client/use-query';
import { PageHeader } from '../../../components/ui/page-header';
import { ErrorState, Loading } from '../../../components/ui/states';
import { localDay } from '../../../lib/local-day';
import { ComponentsPanel, RadarPanel } from './components-panel';
import { DisagreementsPanel } from './disagreements-panel';
import { EvidencePanel } from './evidence-panel';
import { GapsPanel } from './gaps-panel';
import { LevelPanel } from './level-panel';
import styles from './result.module.css';
import { ResultActions } from './result-actions';
import { resultHeadline, resultSubline } from './result-headline';
import { ResultNav } from './result-nav';
import { type Result, readResult } from './result-score';
import { RoadmapPanel } from './roadmap/roadmap-panel';
import { TargetsPanel } from './targets-panel';

function ResultView({ result }: { readonly result: Result }): ReactNode {
  const today = localDay(new Date());
  return (
    <>
      <PageHeader
        headline={resultHeadline(result)}
        subline={resultSubline(result)}
        actions={<ResultActions assessment={result.assessment} />}
      />
      <ResultNav result={result} />
      <div className={styles.page}>
        <div className={styles.top}>
          <LevelPanel result={result} today={today} />
          <RadarPanel result={result} />
        </div>
        <ComponentsPanel result={result} />
        <GapsPanel result={result} />
        <EvidencePanel result={result} />
        <DisagreementsPanel result={result} />
        <RoadmapPanel result={result} today={today} />
        <TargetsPanel result={result} />
      </div>
    </>
  );
}

/** What an assessment found: where the organisation stands, what is missing, what shows it, and the way there. */
export function ResultPage(): ReactNode {
  const { assessmentId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data, error, refetch } = useChannel('assessments.get', { id: assessmentId }, { keepPrevious: false });
  if (error?.code === 'not_found') {
    return (
      <PageHeader
        headline="This assessment is not in the portfolio"
        subline="It may have been deleted, or the link belongs to another portfolio. A deletion can be undone with Undo in the top bar."
        actions={<Button onClick={() => void navigate({ to: '/assessments' })}>All assessments</Button>}
      />
    );
  }
  if (error !== null && data === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={14} label="Computing the result" />;
  const result = readResult(data);
  if (result === null) {
    return (
      <PageHeader
        headline={`“${data.name}” was answered with a newer version of the questions`}
        subline={`It uses version ${data.questionVersion}, which this version of Modelfolio does not know. Install the newest Modelfolio to see its result; nothing is lost.`}
      />
    );
  }
  // The key drops what was typed for one assessment before the next is shown.
  return <ResultView key={data.id} result={result} />;
}
