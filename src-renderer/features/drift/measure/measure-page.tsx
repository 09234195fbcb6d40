import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../../client/use-query';
import { PageHeader } from '../../../components/ui/page-header';
import { ErrorState, Loading } from '../../../components/ui/states';
import { ColumnsPanel } from './columns-panel';
import styles from './measure.module.css';
import { EMPTY_FORM, formProblem, type MeasureForm, measureInput } from './measure-form';
import { bandsWords, measuredHeadline, measuredSubline } from './measure-words';
import { ProgressPanel } from './progress-panel';
import { RecordDialog } from './record-dialog';
import { ResultPanel } from './result-panel';
import { SidesPanel } from './sides-panel';
import { useMeasure } from './use-measure';

/** Drift between two files, or between two ranges of dates of one file, measured here. */
export function MeasurePage(): ReactNode {
  const [form, setForm] = useState<MeasureForm>(EMPTY_FORM);
  const [recording, setRecording] = useState(false);
  const run = useMeasure();
  const { model: modelId } = useSearch({ from: '/monitoring/measure' });
  const navigate = useNavigate();
  const { data: model } = useChannel('models.get', { id: modelId ?? '' }, { enabled: modelId !== undefined });
  const chosen = modelId === undefined ? null : { id: modelId, name: model?.name ?? '' };
  const chooseModel = (id: string | null): void =>
    void navigate({ to: '/monitoring/measure', search: id === null ? {} : { model: id }, replace: true });
  const encoding = form.encodings.reference;
  const { data, error, refetch, isFetching } = useChannel(
    'drift.inspect',
    { file: form.reference?.token ?? '-', ...(encoding === 'auto' ? {} : { encoding }) },
    { enabled: form.reference !== null, keepPrevious: false },
  );
  const inspected = data ?? null;
  const problem = formProblem(form, inspected);
  const start = (): void => {
    const input = inspected && measureInput(form, inspected, modelId);
    if (input) void run.measure(input);
  };
  const columns = run.result?.columns ?? [];
  const judgedBy =
    run.judgedBy === null ? null : run.judgedBy === modelId ? (model?.name ?? 'the model') : 'another model';
  return (
    <>
      <PageHeader
        headline={run.result ? measuredHeadline(columns) : 'Measure drift from the data itself'}
        subline={
          run.result
            ? `${measuredSubline(run.result, columns)} ${bandsWords(judgedBy)}`
            : 'Choose a reference and a current sample. Files are read where they are; nothing is stored until you record it.'
        }
        actions={
          <>
            {run.result && (
              <Button variant="default" onClick={() => setRecording(true)}>
                Record for a model
              </Button>
            )}
            <Button onClick={start} disabled={problem !== null || run.progress !== null} title={problem ?? ''}>
              {run.result ? 'Measure again' : 'Measure'}
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        <SidesPanel
          form={form}
          inspected={inspected}
          change={setForm}
          problem={error === null ? problem : null}
          model={chosen}
          chooseModel={chooseModel}
        />
        {run.progress && <ProgressPanel progress={run.progress} cancelling={run.cancelling} cancel={run.cancel} />}
        {run.result && <ResultPanel columns={columns} unmatched={run.result.unmatched} />}
        {error !== null && form.reference !== null && !isFetching && (
          <ErrorState
            heading="h2"
            title={`${form.reference.name} could not be read`}
            error={error}
            retry={() => void refetch()}
          />
        )}
        {form.reference !== null && isFetching && inspected === null && (
          <Loading rows={8} label="Reading the reference" />
        )}
        {inspected && <ColumnsPanel form={form} inspected={inspected} change={setForm} />}
      </div>
      {run.result && (
        <RecordDialog
          opened={recording}
          columns={columns}
          windowStart={run.windowStart}
          model={chosen}
          close={() => setRecording(false)}
        />
      )}
    </>
  );
}
