import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type EvidenceStanding, evidenceStandings } from '#domain/governance/evidence-standing';
import { fourEyes } from '#domain/governance/four-eyes';
import { EVIDENCE_OUTCOME_LABELS } from '#domain/governance/vocabulary';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { type Evidence, EvidenceDialog, kindLabel } from '../../../components/governance/evidence-dialog';
import { standingClass, standingWords } from '../../../components/governance/evidence-words';
import { UnsharedMark } from '../../../components/sharing/unshared-mark';
import { useUnshared } from '../../../components/sharing/use-unshared';
import { Panel } from '../../../components/ui/panel';
import { DateText } from '../../../components/ui/text';
import { WebLink } from '../../../components/ui/web-link';
import { formatCount } from '../../../lib/format';
import { utcToday } from '../../../lib/utc-today';
import type { Model } from './model-types';

const FIRST = 6;
const REVIEWS: readonly string[] = ['validation', 'review', 'independent_review'];

const eyesOf = (model: Model, reviewer: string) =>
  fourEyes({
    reviewer,
    developer: model.developer,
    technicalOwner: model.technicalOwner,
    businessOwner: model.businessOwner,
  });

function Row({
  row,
  model,
  standing,
  unshared,
  onEdit,
}: {
  readonly row: Evidence;
  readonly model: Model;
  readonly standing: EvidenceStanding;
  readonly unshared: boolean;
  readonly onEdit: () => void;
}): ReactNode {
  const remove = useCommand('evidence.remove');
  const eyes = REVIEWS.includes(row.kind) ? eyesOf(model, row.by) : null;
  const covers = row.covers.length === 0 ? '' : `; covers ${row.covers.join(', ')}`;
  return (
    <li>
      <span className="mf-gov-title">
        {unshared && <UnsharedMark />}
        {kindLabel(row.kind)}
      </span>
      <span className={`mf-gov-end ${standingClass(standing)}`}>{standingWords(row, standing)}</span>
      <span className="mf-gov-line">
        <DateText value={row.on} /> by {row.by}
        {row.outcome === 'done' ? '' : `, ${EVIDENCE_OUTCOME_LABELS[row.outcome].toLowerCase()}`}
        {covers}
      </span>
      {eyes?.state === 'broken' && <span className="mf-gov-line mf-gov-act">◆ {eyes.words}</span>}
      {row.note !== '' && <span className="mf-gov-line">{row.note}</span>}
      {row.hash !== '' && (
        <span className="mf-gov-line" title={row.hash}>
          Hash {row.hash.slice(0, 16)}
          {row.hash.length > 16 ? '…' : ''}
        </span>
      )}
      <span className="mf-gov-acts">
        {row.link !== '' && (
          <span className="mf-gov-line">
            &nbsp;&nbsp;<WebLink url={row.link}>Open the document</WebLink>
          </span>
        )}
        <Button variant="subtle" size="compact-xs" onClick={onEdit}>
          Change
        </Button>
        <Button
          variant="subtle"
          size="compact-xs"
          loading={remove.pending}
          onClick={() => void remove.run({ ids: [row.id] })}
        >
          Delete
        </Button>
      </span>
    </li>
  );
}

/** Everything dated that somebody vouches for of this model, and how long it counts. */
export function EvidencePanel({ model }: { readonly model: Model }): ReactNode {
  const { data } = useChannel('evidence.list', { modelId: model.id }, { keepPrevious: false });
  const unshared = useUnshared();
  const [editing, setEditing] = useState<Evidence | 'new' | null>(null);
  const [all, setAll] = useState(false);
  const rows = data?.evidence ?? [];
  const standings = evidenceStandings(rows, utcToday());
  const count = (standing: EvidenceStanding): number =>
    [...standings.values()].filter((one) => one === standing).length;
  const [ended, soon] = [count('ended'), count('ends_soon')];
  const eyes = eyesOf(model, model.reviewer);
  const parts = [
    ...(ended > 0 ? [`${formatCount(ended, 'row')} ended`] : []),
    ...(soon > 0 ? [`${soon} ending within 60 days`] : []),
  ];
  return (
    <Panel
      title="Evidence"
      hint={parts.length > 0 ? parts.join(', ') : 'What somebody vouches for, with its day and its end'}
      actions={
        <Button variant="default" size="compact-sm" onClick={() => setEditing('new')}>
          Note evidence…
        </Button>
      }
    >
      {eyes.state === 'broken' && <p className="mf-gov-act">◆ Four eyes: {eyes.words}</p>}
      {rows.length === 0 ? (
        <p className="mf-muted">None is noted: no validation, review, assessment or attestation.</p>
      ) : (
        <ul className="mf-gov-rows">
          {(all ? rows : rows.slice(0, FIRST)).map((row) => (
            <Row
              key={row.id}
              row={row}
              model={model}
              standing={standings.get(row.id) ?? 'stands'}
              unshared={unshared.has('evidence', row.id)}
              onEdit={() => setEditing(row)}
            />
          ))}
        </ul>
      )}
      {rows.length > FIRST && !all ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      ) : null}
      {editing === null ? null : (
        <EvidenceDialog
          ids={[model.id]}
          whose={`“${model.name}”`}
          covers={editing === 'new' ? model.version : ''}
          {...(editing === 'new' ? {} : { row: editing })}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
