import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../../client/use-query';
import { EvaluationDialog } from '../../../components/evaluations/evaluation-dialog';
import { RetrainingButton } from '../../../components/retraining/retraining-dialog';
import { Panel } from '../../../components/ui/panel';
import { StatusMark } from '../../../components/ui/status-mark';
import { DateText } from '../../../components/ui/text';
import { formatFigure } from '../../../lib/format';
import { type LatestResult, latestResults } from './latest-results';
import styles from './model.module.css';
import type { Model } from './model-types';

/** The panel shows the worst of them; the rest is counted. */
const SHOWN = 8;

function ResultRow({ result }: { readonly result: LatestResult }): ReactNode {
  return (
    <li className={styles.result}>
      <strong>{result.column === '' ? 'Data set' : result.column}</strong>
      <span>
        {result.label} {result.value === null ? 'without a value' : formatFigure(result.value)}
        {result.behind === '' ? null : <span className="mf-muted"> {result.behind}</span>}
      </span>
      {result.health === null ? (
        <span className="mf-muted">{result.words}</span>
      ) : (
        <StatusMark status={result.health} label={result.words} />
      )}
      <span className={styles.recordEnd}>
        <DateText value={result.at} />
      </span>
    </li>
  );
}

function Retraining({ modelId }: { readonly modelId: string }): ReactNode {
  const { data: found } = useChannel('drift.retraining', { modelId }, { keepPrevious: false });
  const item = found?.items[0];
  const lead = found && found.lead.n > 0 ? found.lead.words : null;
  if (!item) return lead === null ? null : <p className="mf-muted">{`Retraining. ${lead}.`}</p>;
  return (
    <div className={styles.record}>
      <span>{`Retraining: ${item.words}. ${item.stands}.${lead === null ? '' : ` ${lead}.`}`}</span>
      <span className={styles.recordEnd}>
        <RetrainingButton item={item} />
      </span>
    </div>
  );
}

/** Health with its reason, retraining that is due, and the newest figure of each series, the worst first. */
export function DriftPanel({ model }: { readonly model: Model }): ReactNode {
  const { data: drift } = useChannel('drift.health', { modelId: model.id }, { keepPrevious: false });
  const { data: found } = useChannel('drift.series', { modelId: model.id, points: 4 }, { keepPrevious: false });
  const health = drift?.models[0];
  const [noting, setNoting] = useState(false);
  const results = latestResults(found?.series ?? []);
  return (
    <Panel
      title="Drift"
      hint="The newest result of each column and figure, under the bands of today"
      actions={
        <Link to="/monitoring/$modelId" params={{ modelId: model.id }}>
          Over time
        </Link>
      }
    >
      {health === undefined ? null : (
        <p>
          {health.health === 'unknown' ? null : (
            <>
              <StatusMark status={health.health} />{' '}
            </>
          )}
          <span className={health.health === 'unknown' ? 'mf-muted' : undefined}>
            {health.health === 'unknown' ? health.words : health.words.replace(/^\w+: /, '')}
          </span>
        </p>
      )}
      <Retraining modelId={model.id} />
      {model.kind === 'generative' || model.kind === 'agent' ? (
        <Button size="compact-sm" variant="default" onClick={() => setNoting(true)}>
          Note an evaluation…
        </Button>
      ) : null}
      {noting ? <EvaluationDialog model={model} onClose={() => setNoting(false)} /> : null}
      {results.length === 0 ? null : (
        <ul className={styles.records}>
          {results.slice(0, SHOWN).map((result) => (
            <ResultRow key={result.id} result={result} />
          ))}
        </ul>
      )}
      {results.length > SHOWN ? <p className="mf-muted">{results.length - SHOWN} more series, none worse.</p> : null}
    </Panel>
  );
}
