import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { formatCount, formatDate, formatFigure } from '../../../lib/format';
import { DecideChallengerDialog, StartChallengerDialog } from './challenger-dialog';
import styles from './model.module.css';
import type { Model } from './model-types';

type Challenger = Output<'challengers.list'>['challengers'][number];
type Comparison = Output<'challengers.compare'>;

const figureText = (figure: { readonly at: string; readonly value: number } | null): string =>
  figure === null ? 'none' : formatFigure(figure.value);

function whenText({ champion, challenger, sameWindow }: Comparison['figures'][number]): string {
  if (sameWindow && champion) return `window to ${formatDate(champion.at)}`;
  const parts = [champion, challenger].flatMap((one) => (one === null ? [] : [formatDate(one.at)]));
  return parts.length === 0 ? '' : `no common window: ${parts.join(' and ')}`;
}

/** Both versions, figure by figure; bold is the better one of one window. */
export function SideBySideTable({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { champion, challenger, figures, incidents } = comparison;
  return (
    <table className="mf-table">
      <thead>
        <tr>
          <th scope="col">Since it began</th>
          <th scope="col" className="mf-number">
            {champion === '' ? 'Live' : `${champion}, live`}
          </th>
          <th scope="col" className="mf-number">
            {challenger}
          </th>
          <th scope="col">Of</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((one) => (
          <tr key={`${one.column} ${one.metric} ${one.championN}`}>
            <td>{`${one.label} of ${one.column === '' ? 'the data set' : one.column}`}</td>
            <td className="mf-number">
              {one.better === 'champion' ? <strong>{figureText(one.champion)}</strong> : figureText(one.champion)}
            </td>
            <td className="mf-number">
              {one.better === 'challenger' ? <strong>{figureText(one.challenger)}</strong> : figureText(one.challenger)}
            </td>
            <td className="mf-muted">{whenText(one)}</td>
          </tr>
        ))}
        <tr>
          <td>Incidents that name the version</td>
          <td className="mf-number">{incidents.champion}</td>
          <td className="mf-number">{incidents.challenger}</td>
          <td className="mf-muted">
            {incidents.withoutVersion === 0 ? '' : `${formatCount(incidents.withoutVersion, 'more')} without a version`}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Running({ challenger }: { readonly challenger: Challenger }): ReactNode {
  const [decision, setDecision] = useState<'promote' | 'give up' | null>(null);
  const { data: comparison } = useChannel('challengers.compare', { id: challenger.id }, { keepPrevious: false });
  const by = challenger.decideBy === null ? '' : `, to be decided by ${formatDate(challenger.decideBy)}`;
  const late = challenger.undecided ? ' Nobody has decided yet.' : '';
  return (
    <>
      <p>{`${challenger.words}, for ${formatCount(challenger.days, 'day')} since ${formatDate(challenger.startedAt)}${by}.${late}`}</p>
      {challenger.note === '' ? null : <p className="mf-muted">{challenger.note}</p>}
      {comparison === undefined ? null : <SideBySideTable comparison={comparison} />}
      <div className={styles.dialogActions}>
        <Button variant="default" size="compact-sm" onClick={() => setDecision('give up')}>
          Give up
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setDecision('promote')}>
          Promote
        </Button>
      </div>
      {decision === null ? null : (
        <DecideChallengerDialog
          challenger={challenger}
          promote={decision === 'promote'}
          onClose={() => setDecision(null)}
        />
      )}
    </>
  );
}

function Decided({ challenger }: { readonly challenger: Challenger }): ReactNode {
  const { version, outcome, endedAt, endedBy, reason, evidence } = challenger;
  const what = outcome === 'promoted' ? 'promoted' : 'given up';
  return (
    <details>
      <summary>{`${version} ${what} on ${endedAt === null ? 'an unknown day' : formatDate(endedAt)} by ${endedBy}: ${reason}`}</summary>
      {evidence === null ? null : <SideBySideTable comparison={evidence} />}
    </details>
  );
}

/** Versions that run beside the live one, side by side with it, and what became of earlier ones. */
export function ChallengerPanel({ model }: { readonly model: Model }): ReactNode {
  const [starting, setStarting] = useState(false);
  const { data } = useChannel('challengers.list', { modelId: model.id, running: false }, { keepPrevious: false });
  const all = data?.challengers ?? [];
  const running = all.filter((one) => one.running);
  const decided = all.filter((one) => one.outcome !== null).toReversed();
  if (!model.inProduction && all.length === 0) return null;
  return (
    <Panel
      title="Champion and challenger"
      hint="A version beside the live one, judged by the same figures in the same windows"
      actions={
        model.inProduction ? (
          <Button variant="default" size="compact-sm" onClick={() => setStarting(true)}>
            Run a challenger
          </Button>
        ) : undefined
      }
    >
      {running.length === 0 ? <p className="mf-muted">No version runs beside the one that is live.</p> : null}
      {running.map((challenger) => (
        <Running key={challenger.id} challenger={challenger} />
      ))}
      {decided.map((challenger) => (
        <Decided key={challenger.id} challenger={challenger} />
      ))}
      {starting ? <StartChallengerDialog model={model} onClose={() => setStarting(false)} /> : null}
    </Panel>
  );
}
