import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { questionSet } from '#domain/assessments/questions/question-sets';
import { useChannel } from '../../../client/use-query';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { Wizard } from './wizard';

/** The wizard of one assessment, with the version of the questions that it was begun with. */
export function WizardPage(): ReactNode {
  const { assessmentId } = useParams({ from: '/assessments/$assessmentId' });
  const { q } = useSearch({ from: '/assessments/$assessmentId' });
  const navigate = useNavigate();
  const { data, error, refetch } = useChannel('assessments.get', { id: assessmentId }, { keepPrevious: false });
  if (error !== null && data === undefined) {
    return (
      <ErrorState
        title="This assessment could not be opened"
        error={error}
        retry={() => void refetch()}
        action={{ label: 'All assessments', run: () => void navigate({ to: '/assessments' }) }}
      />
    );
  }
  if (data === undefined) return <Loading rows={12} label="Opening the assessment" />;
  const set = questionSet(data.questionVersion);
  if (set === null) {
    return (
      <EmptyState
        title="This assessment needs a newer Modelfolio"
        action={{ label: 'All assessments', run: () => void navigate({ to: '/assessments' }) }}
      >
        It was answered with version {data.questionVersion} of the questions, which this version does not know. Its
        answers are safe in the file.
      </EmptyState>
    );
  }
  return <Wizard key={data.id} assessment={data} set={set} wanted={q} />;
}
