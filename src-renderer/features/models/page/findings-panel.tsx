import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FINDING_SEVERITY_LABELS, FINDING_SOURCE_LABELS, FINDING_TOPIC_LABELS } from '#domain/governance/vocabulary';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { CloseFindingDialog } from '../../../components/governance/close-finding-dialog';
import { type Finding, FindingDialog } from '../../../components/governance/finding-dialog';
import { ageWords, dueWords } from '../../../components/governance/finding-words';
import { UnsharedMark } from '../../../components/sharing/unshared-mark';
import { useUnshared } from '../../../components/sharing/use-unshared';
import { Panel } from '../../../components/ui/panel';
import { formatCount } from '../../../lib/format';
import type { Model } from './model-types';

interface RowProps {
  readonly finding: Finding;
  readonly unshared: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

function Row({ finding, unshared, onEdit, onClose }: RowProps): ReactNode {
  const { run, pending } = useCommand('findings.update');
  const { severity, source, topic, owner, status, overdue, remediation } = finding;
  const closed = status === 'closed';
  return (
    <li>
      <span className="mf-gov-title">
        {unshared && <UnsharedMark />}
        {finding.title}
      </span>
      <span className={`mf-gov-end ${overdue ? 'mf-gov-act' : 'mf-muted'}`}>{dueWords(finding)}</span>
      <span className="mf-gov-line">
        {[
          FINDING_SEVERITY_LABELS[severity],
          FINDING_SOURCE_LABELS[source].toLowerCase(),
          ...(topic === 'other' ? [] : [FINDING_TOPIC_LABELS[topic].toLowerCase()]),
          ageWords(finding),
          ...(status === 'in_remediation' ? ['being put right'] : []),
          owner === '' ? 'nobody named' : owner,
        ].join(' · ')}
      </span>
      {remediation !== '' && <span className="mf-gov-line">{remediation}</span>}
      <span className="mf-gov-acts">
        {closed ? (
          <Button
            variant="subtle"
            size="compact-xs"
            loading={pending}
            onClick={() => void run({ id: finding.id, patch: { status: 'open' } })}
          >
            Open again
          </Button>
        ) : (
          <Button variant="subtle" size="compact-xs" onClick={onClose}>
            Close…
          </Button>
        )}
        <Button variant="subtle" size="compact-xs" onClick={onEdit}>
          Change
        </Button>
      </span>
    </li>
  );
}

const FIRST = 6;

/** What validations, audits and reviews found of this model: what is open first, the most overdue on top. */
export function FindingsPanel({ model }: { readonly model: Model }): ReactNode {
  const { data } = useChannel('findings.list', { modelId: model.id }, { keepPrevious: false });
  const unshared = useUnshared();
  const [editing, setEditing] = useState<Finding | 'new' | null>(null);
  const [closing, setClosing] = useState<Finding | null>(null);
  const [all, setAll] = useState(false);
  const rank = ({ status, overdue }: Finding): number => (status === 'closed' ? 2 : overdue ? 0 : 1);
  const rows = (data?.findings ?? []).toSorted(
    (a, b) => rank(a) - rank(b) || (a.due ?? '9').localeCompare(b.due ?? '9'),
  );
  const open = rows.filter(({ status }) => status !== 'closed');
  const overdue = open.filter((one) => one.overdue).length;
  const hint =
    rows.length === 0
      ? 'From validation, audit or review'
      : `${formatCount(open.length, 'finding')} open of ${rows.length}${overdue > 0 ? `, ${overdue} overdue` : ''}`;
  return (
    <Panel
      title="Findings"
      hint={hint}
      actions={
        <Button variant="default" size="compact-sm" onClick={() => setEditing('new')}>
          Note a finding…
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="mf-muted">None has been noted.</p>
      ) : (
        <ul className="mf-gov-rows">
          {(all ? rows : rows.slice(0, FIRST)).map((finding) => (
            <Row
              key={finding.id}
              finding={finding}
              unshared={unshared.has('findings', finding.id)}
              onEdit={() => setEditing(finding)}
              onClose={() => setClosing(finding)}
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
        <FindingDialog
          modelId={model.id}
          modelName={model.name}
          {...(editing === 'new' ? {} : { finding: editing })}
          onClose={() => setEditing(null)}
        />
      )}
      {closing === null ? null : (
        <CloseFindingDialog finding={closing} modelName={model.name} onClose={() => setClosing(null)} />
      )}
    </Panel>
  );
}
