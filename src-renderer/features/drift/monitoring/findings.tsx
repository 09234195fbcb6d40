import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Health, Tier } from '#domain/vocabulary';
import { runCommand } from '../../../commands/registry';
import { AskRetrainingButton } from '../../../components/retraining/ask-retraining';
import { RetrainingButton } from '../../../components/retraining/retraining-dialog';
import { Panel } from '../../../components/ui/panel';
import { TierMark } from '../../../components/ui/tier-mark';
import { formatCount, formatNumber } from '../../../lib/format';
import { sayIncident, sayIncidentSince, sayOwner } from './map-rows';
import styles from './monitoring.module.css';
import type {
  RetrainingCounts as Counts,
  HealthList,
  Heatmap,
  RetrainingLead as Lead,
  RetrainingItem,
} from './monitoring-types';

/** More than this in a list is counted, and found in the map. */
export const SHOWN = 5;

interface FindingProps {
  readonly modelId: string;
  readonly name: string;
  readonly tier: Tier | null;
  readonly words: string;
  readonly action: ReactNode;
  /** Left out where the words say it. */
  readonly map?: Heatmap;
}

/** Who runs the model, and its open incident. */
function Whose({ map, modelId }: { readonly map: Heatmap; readonly modelId: string }): ReactNode {
  const row = map.models.indexOf(modelId);
  if (row === -1) return null;
  const incident = map.incidents[row] ?? null;
  return (
    <p className="mf-muted">
      {sayOwner(map, row)}.{' '}
      {incident === null ? (
        'No open incident.'
      ) : (
        <Link to="/incidents/$incidentId" params={{ incidentId: incident.id }} title={sayIncidentSince(incident)}>
          {sayIncident(incident)}
        </Link>
      )}
    </p>
  );
}

function Finding({ modelId, name, tier, words, action, map }: FindingProps): ReactNode {
  return (
    <li className={styles.finding}>
      <div className={styles.findingWords}>
        <p className={styles.findingName}>
          <Link to="/monitoring/$modelId" params={{ modelId }} className="mf-cut">
            {name}
          </Link>
          <TierMark tier={tier} />
        </p>
        <p className="mf-muted">{words}</p>
        {map === undefined ? null : <Whose map={map} modelId={modelId} />}
      </div>
      {action}
    </li>
  );
}

/** `Act: PSI of age is 0.31, since …` without the word that the list is called by. */
const withoutLead = (words: string): string => {
  const rest = words.replace(/^\w+: /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
};

interface ListProps {
  readonly title: string;
  readonly hint: string;
  readonly none: string;
  readonly total: number;
  /** Shows all of them in the map. */
  readonly onAll: () => void;
  readonly children: readonly ReactNode[];
}

function FindingList({ title, hint, none, total, onAll, children }: ListProps): ReactNode {
  return (
    <Panel title={total === 0 ? title : `${title}: ${formatNumber(total)}`} {...(total === 0 ? {} : { hint })}>
      {total === 0 ? <p className="mf-muted">{none}</p> : <ul className={styles.findings}>{children}</ul>}
      {total > children.length ? (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {`Show all ${formatNumber(total)} in the map`}
        </Button>
      ) : null}
    </Panel>
  );
}

interface FindingsProps {
  /** Knows owners and open incidents. */
  readonly map: Heatmap;
  /** The most urgent of them, and how many there are. */
  readonly drifted: HealthList;
  readonly silent: HealthList;
  readonly retraining: readonly RetrainingItem[];
  readonly counts: Counts;
  readonly lead: Lead;
  readonly onHealth: (health: Health) => void;
}

/** What drifted, what is silent and where retraining is due; each row with its one action. */
export function Findings({ map, drifted, silent, retraining, counts, lead, onHealth }: FindingsProps): ReactNode {
  return (
    <div className={styles.side}>
      <FindingList
        title="Drifted"
        hint="A figure of the newest results is at act"
        none="No figure of the newest results is at act."
        total={drifted.total}
        onAll={() => onHealth('act')}
      >
        {drifted.models.map((model) => (
          <Finding
            key={model.modelId}
            {...model}
            map={map}
            words={withoutLead(model.words)}
            action={<OpenButton modelId={model.modelId} name={model.name} />}
          />
        ))}
      </FindingList>
      <FindingList
        title="Silent"
        hint="By tier: nobody knows whether these drifted"
        none="Every model that ever sent results still does."
        total={silent.total}
        onAll={() => onHealth('silent')}
      >
        {silent.models.map((model) => (
          <Finding
            key={model.modelId}
            {...model}
            map={map}
            words={withoutLead(model.words)}
            action={
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Bring in results of ${model.name}`}
                onClick={() => runCommand('file.import')}
              >
                Import
              </Button>
            }
          />
        ))}
      </FindingList>
      <RetrainingList items={retraining} counts={counts} lead={lead} />
    </div>
  );
}

function OpenButton({ modelId, name }: { readonly modelId: string; readonly name: string }): ReactNode {
  const navigate = useNavigate();
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`Open the drift of ${name}`}
      onClick={() => void navigate({ to: '/monitoring/$modelId', params: { modelId } })}
    >
      Open
    </Button>
  );
}

const rankOf = ({ state }: RetrainingItem): number => (state === 'in_work' ? 1 : 0);

function countWords({ due, inWork, overdue }: Counts): string {
  const late = overdue === 0 ? '' : `, ${formatNumber(overdue)} of them overdue`;
  return `${formatNumber(due)} due, ${formatNumber(inWork)} in work${late}`;
}

function RetrainingList({
  items,
  counts,
  lead,
}: {
  readonly items: readonly RetrainingItem[];
  readonly counts: Counts;
  readonly lead: Lead;
}): ReactNode {
  const rest = items.length - SHOWN;
  // Late work first, then what nobody has begun.
  const shown = items
    .toSorted((a, b) => Number(b.overdue) - Number(a.overdue) || rankOf(a) - rankOf(b))
    .slice(0, SHOWN);
  return (
    <Panel
      title={items.length === 0 ? 'Retraining' : `Retraining: ${countWords(counts)}`}
      hint={lead.n === 0 ? 'Due, in work by whom and until when, then a version live or decided against' : lead.words}
      actions={<AskRetrainingButton model={null} />}
    >
      {items.length === 0 ? (
        <p className="mf-muted">No run of results at act asks for it, and nobody does.</p>
      ) : (
        <ul className={styles.findings}>
          {shown.map((item) => (
            <Finding
              key={item.id}
              modelId={item.modelId}
              name={item.model}
              tier={item.tier}
              words={`${item.stands}. ${item.words}.`}
              action={<RetrainingButton item={item} />}
            />
          ))}
        </ul>
      )}
      {rest > 0 ? (
        <p className="mf-muted">{`${formatCount(rest, 'more', 'more')}, each on its model’s page.`}</p>
      ) : null}
    </Panel>
  );
}
