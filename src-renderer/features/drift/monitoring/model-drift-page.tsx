import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isInProduction } from '#domain/models/lifecycle';
import { useChannel } from '../../../client/use-query';
import { runCommand } from '../../../commands/registry';
import { AskRetrainingButton } from '../../../components/retraining/ask-retraining';
import { RetrainingButton } from '../../../components/retraining/retraining-dialog';
import { PageHeader } from '../../../components/ui/page-header';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { TierMark } from '../../../components/ui/tier-mark';
import { BandsPanel } from './bands-panel';
import { DistributionPanel } from './distribution-panel';
import { FeatureTiles } from './feature-tiles';
import { IncidentsPanel } from './incidents-panel';
import styles from './monitoring.module.css';
import type { DriftSeries, ModelDrift, RetrainingItem } from './monitoring-types';
import { SeriesChooser } from './series-chooser';
import { SeriesPanel } from './series-panel';
import { byVerdict, modelHeadline } from './series-words';

function NoResult({ modelId, name }: Pick<ModelDrift, 'modelId' | 'name'>): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState
      heading="h2"
      title={`No drift result of ${name} has been recorded yet`}
      action={{ label: 'Import results', run: () => runCommand('file.import') }}
      other={{
        label: 'Measure drift here',
        run: () => void navigate({ to: '/monitoring/measure', search: { model: modelId } }),
      }}
    >
      This page shows each figure over time under its bands, what moved between reference and current, and which
      incidents were announced. Bring in what a tool has measured, or measure two files here.
    </EmptyState>
  );
}

interface RetrainingActionProps {
  /** `undefined`: not read yet, so nothing is offered. */
  readonly found: readonly RetrainingItem[] | undefined;
  readonly stage: ModelDrift['stage'];
  readonly model: { readonly id: string; readonly name: string };
}

/** The next step of what is open; where nothing is, retraining can be asked for. */
function RetrainingAction({ found, stage, model }: RetrainingActionProps): ReactNode {
  const [item] = found ?? [];
  if (item) return <RetrainingButton item={item} />;
  return found !== undefined && isInProduction(stage) ? <AskRetrainingButton model={model} large /> : null;
}

/** The model's drift in a sentence, with its one action. */
function Head({ model }: { readonly model: ModelDrift }): ReactNode {
  const { modelId, name } = model;
  const { data: found } = useChannel('drift.retraining', { modelId }, { keepPrevious: false });
  const item = found?.items[0];
  return (
    <PageHeader
      headline={modelHeadline(name, model.health, model.words)}
      subline={
        <>
          <Link to="/monitoring">All models</Link> · <TierMark tier={model.tier} /> ·{' '}
          <Link to="/models/$modelId" params={{ modelId }}>
            The model’s page
          </Link>
          {item ? ` · Retraining: ${item.words}. ${item.stands}.` : null}
        </>
      }
      actions={<RetrainingAction found={found?.items} stage={model.stage} model={{ id: modelId, name }} />}
    />
  );
}

interface BodyProps {
  readonly model: ModelDrift;
  readonly all: readonly DriftSeries[];
}

function Body({ model, all }: BodyProps): ReactNode {
  const { series: wanted, with: withId } = useSearch({ from: '/monitoring/$modelId' });
  const navigate = useNavigate();
  const { modelId } = model;
  const { data: timeline } = useChannel('incidents.timeline', { modelId }, { keepPrevious: false });
  const sorted = [...all].sort(byVerdict);
  const chosen =
    sorted.find(({ id }) => id === wanted) ?? sorted.find(({ id }) => id === model.worst?.seriesId) ?? sorted[0];
  if (!chosen) return <NoResult modelId={modelId} name={model.name} />;
  const others = sorted.filter(({ id, column }) => id !== chosen.id && column === chosen.column);
  const show = (series: number, other: number | null): void =>
    void navigate({
      to: '/monitoring/$modelId',
      params: { modelId },
      search: { series, ...(other === null ? {} : { with: other }) },
      replace: true,
    });
  const choose = (id: number): void => show(id, null);
  return (
    <>
      <SeriesChooser all={sorted} chosen={chosen} onChoose={choose} />
      <div className={styles.page}>
        <div className={styles.side}>
          <SeriesPanel
            key={chosen.id}
            modelId={modelId}
            series={chosen}
            others={others}
            withId={withId ?? null}
            onWith={(other) => show(chosen.id, other)}
            timeline={timeline ?? null}
            gapDays={model.silentAfterDays}
          />
          <FeatureTiles
            modelId={modelId}
            metric={chosen.metric}
            label={chosen.label}
            chosen={chosen.id}
            onChoose={choose}
          />
        </div>
        <div className={styles.side}>
          <DistributionPanel series={chosen} />
          <IncidentsPanel timeline={timeline ?? null} />
          <BandsPanel model={{ id: modelId, name: model.name, tier: model.tier }} series={chosen} />
        </div>
      </div>
    </>
  );
}

/** One model's drift: a series large, its features small, what moved, and the incidents over it. */
export function ModelDriftPage(): ReactNode {
  const { modelId } = useParams({ from: '/monitoring/$modelId' });
  const { data: health, error, refetch } = useChannel('drift.health', { modelId }, { keepPrevious: false });
  // Four points of each are enough to know what there is and how it stands.
  const { data: found, error: unread } = useChannel('drift.series', { modelId, points: 4 }, { keepPrevious: false });
  const model = health?.models[0];
  const failure = error ?? unread;
  if (failure !== null && (model === undefined || found === undefined))
    return <ErrorState error={failure} title="This model’s drift cannot be shown" retry={() => void refetch()} />;
  if (model === undefined || found === undefined) return <Loading rows={14} label="Reading the drift results" />;
  return (
    <>
      <Head model={model} />
      <Body model={model} all={found.series} />
    </>
  );
}
