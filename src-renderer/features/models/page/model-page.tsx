import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../../client/use-query';
import { PageHeader } from '../../../components/ui/page-header';
import { ErrorState, Loading } from '../../../components/ui/states';
import { ChallengerPanel } from './challenger-panel';
import { DerivedPanel } from './derived-panel';
import { DriftPanel } from './drift-panel';
import { EvidencePanel } from './evidence-panel';
import { FactsPanel } from './facts-panel';
import { FieldsPanel } from './fields-panel';
import { FindingsPanel } from './findings-panel';
import { GatesPanel } from './gates-panel';
import { HeadFacts } from './head-facts';
import { IncidentsPanel } from './incidents-panel';
import { LifecyclePanel } from './lifecycle-panel';
import styles from './model.module.css';
import { ModelHeader } from './model-header';
import type { Model } from './model-types';
import { ApprovalsPanel, ReplacementPanel } from './records-panels';
import { ReliesPanel } from './relies-panel';
import { TimelinePanel } from './timeline/timeline-panel';
import { useFieldContext } from './use-field-context';
import { VersionsPanel } from './versions-panel';

function ModelView({ model, currency }: { readonly model: Model; readonly currency: string }): ReactNode {
  const context = useFieldContext(model, currency);
  const { data: history } = useChannel('models.history', { id: model.id }, { keepPrevious: false });
  return (
    <div className={styles.page}>
      <ModelHeader context={context} />
      <HeadFacts model={model} currency={currency} />
      <div className={styles.timeline}>
        <TimelinePanel model={model} history={history} currency={currency} />
      </div>
      <div className={styles.columns}>
        <div className={styles.main}>
          <LifecyclePanel model={model} history={history} />
          <FieldsPanel context={context} />
          <FactsPanel model={model} />
          <ReliesPanel model={model} />
        </div>
        <div className={styles.side}>
          <DriftPanel model={model} />
          <ChallengerPanel model={model} />
          <IncidentsPanel model={model} currency={currency} />
          <FindingsPanel model={model} />
          <EvidencePanel model={model} />
          <VersionsPanel model={model} />
          <GatesPanel model={model} />
          <ApprovalsPanel model={model} />
          <ReplacementPanel model={model} />
          <DerivedPanel model={model} />
        </div>
      </div>
    </div>
  );
}

/** One model: what matters of it, all that happened to it, and what is known of it. */
export function ModelPage(): ReactNode {
  const { modelId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  // Another model is another page: its numbers must not stand under the old name for a moment.
  const { data: model, error, refetch } = useChannel('models.get', { id: modelId }, { keepPrevious: false });
  const { data: info } = useChannel('portfolio.info', {});
  if (error?.code === 'not_found') {
    return (
      <PageHeader
        headline="This model is not in the portfolio"
        subline="It may have been deleted, or the link belongs to another portfolio. A deletion can be undone with Undo in the top bar."
        actions={<Button onClick={() => void navigate({ to: '/portfolio' })}>Back to the portfolio</Button>}
      />
    );
  }
  if (error !== null && model === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (model === undefined || info === undefined) return <Loading rows={14} label="Loading the model" />;
  // The key drops half-typed drafts of one model before the next is shown.
  return <ModelView key={model.id} model={model} currency={info.currency} />;
}
