import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Input } from '#contract/index';
import { sayDated } from '#domain/base/period';
import { useChannel } from '../../../client/use-query';
import { StatusMark } from '../../../components/ui/status-mark';
import { formatCount, formatDate, formatMoney } from '../../../lib/format';
import './head-facts.css';
import type { Model } from './model-types';
import { versionEnd } from './version-end';

interface FactProps {
  readonly label: string;
  readonly fact: ReactNode;
  readonly hint: ReactNode;
}

function Fact({ label, fact, hint }: FactProps): ReactNode {
  return (
    <div className="head-fact">
      <dt>{label}</dt>
      <dd className="head-fact-value">{fact}</dd>
      <dd className="mf-muted">{hint}</dd>
    </div>
  );
}

function Health({ model }: { readonly model: Model }): ReactNode {
  const { data } = useChannel('drift.health', { modelId: model.id }, { keepPrevious: false });
  const health = data?.models[0];
  if (!model.inProduction) return <Fact label="Health" fact="Not in production" hint="nothing is to be watched" />;
  const known = health !== undefined && health.health !== 'unknown';
  const words = health === undefined ? '' : health.words.replace(/^\w+: /, '');
  return <Fact label="Health" fact={known ? <StatusMark status={health.health} /> : 'No verdict'} hint={words} />;
}

/** The open incidents of a model, the gravest first. */
const openOf = ({ id }: Model): Input<'incidents.list'> => ({
  filter: { modelId: [id], open: true },
  sort: [{ field: 'severity' }],
  limit: 5,
});

function OpenIncident({ model }: { readonly model: Model }): ReactNode {
  const { data } = useChannel('incidents.list', openOf(model), { keepPrevious: false });
  const [first] = data?.rows ?? [];
  if (!first) return <Fact label="Open incident" fact="None" hint="" />;
  const more = (data?.total ?? 1) - 1;
  const rest = more === 0 ? '' : `; ${formatCount(more, 'more', 'more')} open`;
  return (
    <Fact
      label="Open incident"
      fact={
        <Link to="/incidents/$incidentId" params={{ incidentId: first.id }}>
          {`${first.number}, ${first.severity === null ? 'not rated' : `SEV ${first.severity}`}`}
        </Link>
      }
      hint={`${first.title}; since ${formatDate(first.openedAt)}${rest}`}
    />
  );
}

function Version({ model }: { readonly model: Model }): ReactNode {
  const live = model.versions.find((one) => one.live);
  const index = live ? model.versions.indexOf(live) : -1;
  const before = model.versions[index + 1];
  if (!live)
    return (
      <Fact
        label="Version live"
        fact="None known"
        hint={model.inProduction ? 'no version is named' : 'not in production'}
      />
    );
  const since = live.at === null ? '' : ` since ${sayDated({ at: live.at, precision: live.precision })}`;
  const end = before ? versionEnd(model.versions, index + 1) : null;
  const start = before?.at == null ? 'an unknown day' : sayDated({ at: before.at, precision: before.precision });
  const earlier = before
    ? `before: ${before.version}, ${start} to ${end === null ? 'an unknown day' : sayDated(end)}`
    : '';
  return (
    <Fact label={model.inProduction ? 'Version live' : 'Last live'} fact={`${live.version}${since}`} hint={earlier} />
  );
}

function Review({ model }: { readonly model: Model }): ReactNode {
  const { data } = useChannel('reviews.calendar', { modelId: model.id, months: 36 }, { keepPrevious: false });
  const called = data?.rows.find(({ event }) => event !== null);
  const none = model.inProduction
    ? model.tier === null
      ? 'no tier and no date'
      : 'no day to count from'
    : 'not in production, and no date was typed';
  const by = { typed: 'the date that was typed', tier: `by tier ${model.tier ?? ''}`, none };
  return (
    <Fact
      label="Next review"
      fact={model.reviewDue === null ? 'None due' : formatDate(model.reviewDue)}
      hint={
        called
          ? `${by[model.reviewSource]}; called for by ${formatDate(called.day)}: ${called.why.charAt(0).toLowerCase()}${called.why.slice(1)}`
          : by[model.reviewSource]
      }
    />
  );
}

function Money({ model, currency }: { readonly model: Model; readonly currency: string }): ReactNode {
  const of = (minor: number | null): string => (minor === null ? 'not noted' : formatMoney(minor, currency));
  return (
    <Fact
      label="Value a year"
      fact={of(model.annualValueMinor)}
      hint={`${model.annualValueMinor === null ? '' : 'as noted; '}cost to run ${of(model.annualRunCostMinor)}`}
    />
  );
}

function Sign({ model }: { readonly model: Model }): ReactNode {
  const { data } = useChannel('models.timeline', { id: model.id }, { keepPrevious: false });
  const sign = data?.lastSign ?? null;
  return (
    <Fact
      label="Last sign of life"
      fact={sign === null ? 'Not known' : sayDated(sign)}
      hint={sign === null ? 'nothing has a date' : `${sign.what}; of moves, results and incidents`}
    />
  );
}

/** Who does what about the model today; what nobody is named for is said, where somebody should be. */
function Who({ model }: { readonly model: Model }): ReactNode {
  const { data: retraining } = useChannel('drift.retraining', { modelId: model.id }, { keepPrevious: false });
  const { data: incidents } = useChannel('incidents.list', openOf(model), { keepPrevious: false });
  const [approval] = model.approvals;
  const item = retraining?.items.find(({ owner }) => owner !== '');
  const incident = incidents?.rows.find(({ owner }) => owner !== '');
  const roles: readonly (readonly [role: string, who: string])[] = [
    ['Business', model.businessOwner || 'nobody named'],
    ['Technical', model.technicalOwner || 'nobody named'],
    ['Approved', approval?.approvedBy ?? 'by nobody yet'],
    ...(item ? [['Retrains', item.owner] as const] : []),
    ...(incident ? [['Incident', incident.owner] as const] : []),
  ];
  return (
    <div className="head-fact head-who">
      <dt>Who</dt>
      {roles.map(([role, who]) => (
        <dd key={role}>
          <span className="mf-muted">{role}</span> <span>{who}</span>
        </dd>
      ))}
    </div>
  );
}

/** What matters of a model in one strip: is it well, what is open, what is live, what is due, what it is worth, and who. */
export function HeadFacts({ model, currency }: { readonly model: Model; readonly currency: string }): ReactNode {
  return (
    <dl className="head-facts">
      <Health model={model} />
      <OpenIncident model={model} />
      <Version model={model} />
      <Review model={model} />
      <Money model={model} currency={currency} />
      <Sign model={model} />
      <Who model={model} />
    </dl>
  );
}
