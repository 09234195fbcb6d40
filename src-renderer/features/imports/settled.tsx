import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { sayDated } from '#domain/base/period';
import { useChannel } from '../../client/use-query';
import { IncidentStepButton } from '../../components/incidents/incident-step-button';
import { RetrainingButton } from '../../components/retraining/retraining-dialog';
import { formatCount, formatDate } from '../../lib/format';

type Retraining = Output<'imports.settles'>['retraining'][number];

/** More than these are counted; each stands on its model's page and in the register as well. */
const SHOWN = 12;

const release = ({ version, liveAt, livePrecision }: Retraining): string =>
  `${version} went live${liveAt === null ? '' : ` ${livePrecision === 'day' ? 'on' : 'in'} ${sayDated({ at: liveAt, precision: livePrecision })}`}`;

function ModelLink({ of }: { readonly of: Pick<Retraining, 'modelId' | 'model'> }): ReactNode {
  return (
    <Link to="/models/$modelId" params={{ modelId: of.modelId }}>
      {of.model}
    </Link>
  );
}

/** Open retraining and incidents that the releases of an import may have settled, each with the one action that says so. */
export function Settled({ importId }: { readonly importId: string }): ReactNode {
  const { data } = useChannel('imports.settles', { importId });
  const { data: found } = useChannel('drift.retraining', {}, { enabled: (data?.retraining.length ?? 0) > 0 });
  if (!data || data.retraining.length + data.incidents.length === 0) return null;
  const items = new Map(found?.items.map((item) => [item.id, item]));
  const total = data.retraining.length + data.incidents.length;
  const incidents = data.incidents.slice(0, SHOWN);
  const retraining = data.retraining.slice(0, SHOWN);
  const rest = total - incidents.length - retraining.length;
  return (
    <section className="mf-settled" aria-label="What this may have settled">
      <p>
        <strong>{formatCount(total, 'open matter')}</strong> may be settled by the releases of this file; nothing is
        closed until somebody says so.
      </p>
      <ul>
        {retraining.map((one) => {
          const item = items.get(one.id);
          return (
            <li key={one.id}>
              <span>
                Retraining of <ModelLink of={one} />, asked for on {formatDate(one.since)}: {release(one)}
              </span>
              {item ? <RetrainingButton item={item} /> : null}
            </li>
          );
        })}
        {incidents.map((one) => (
          <li key={one.id}>
            <span>
              <Link to="/incidents/$incidentId" params={{ incidentId: one.id }}>
                Incident {one.number}
              </Link>{' '}
              of <ModelLink of={one} />, opened on {formatDate(one.since)}, {one.title}: {release(one)}
            </span>
            <IncidentStepButton
              incidentId={one.id}
              step="resolve"
              label={`Resolved by ${one.version}?`}
              about={one.model}
              by={one.version}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="mf-muted">and {formatCount(rest, 'more', 'more')}</p>}
    </section>
  );
}
