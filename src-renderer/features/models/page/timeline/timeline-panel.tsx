import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Output } from '#contract/index';
import { addMonths } from '#domain/base/calendar';
import { TIMELINE_KINDS, type TimelineKind } from '#domain/timeline/vocabulary';
import { useChannel } from '../../../../client/use-query';
import { changeGroups } from '../../../../components/journal/change-groups';
import { Panel } from '../../../../components/ui/panel';
import type { Axis } from '../../../../components/versions/version-line';
import { formatCount, formatNumber } from '../../../../lib/format';
import { localDay } from '../../../../lib/local-day';
import { readTimelineSearch, TIMELINE_SPANS, type TimelineSearch } from '../../../../lib/timeline-search';
import { modelWords } from '../change-words';
import type { History, Model } from '../model-types';
import { versionEvents } from '../version-events';
import { KIND_LABELS } from './kinds';
import styles from './timeline.module.css';
import { TimelineList } from './timeline-list';
import { TimelinePicture } from './timeline-picture';

type Timeline = Output<'models.timeline'>;
type Event = Timeline['events'][number];

const BACK_LABELS = { all: 'All', '3y': '3 years', '1y': '12 months' } as const;
const BACK_MONTHS = { '3y': 36, '1y': 12 } as const;

/** From the first of what is drawn, or as far back as was asked for, to today. */
function axisOf({ spans }: Timeline, model: Model, from: string | null, today: string): Axis {
  if (from !== null) return { from, to: today };
  const days = [...spans.map((span) => span.from), ...model.versions.flatMap(({ at }) => (at === null ? [] : [at]))];
  const first = days.reduce((least, day) => (day < least ? day : least), today);
  return { from: `${first.slice(0, 4)}-01-01`, to: today };
}

interface KindsProps {
  readonly events: readonly Event[];
  readonly kind: TimelineKind | undefined;
  readonly onChange: (kind: TimelineKind | undefined) => void;
}

function Kinds({ events, kind, onChange }: KindsProps): ReactNode {
  const counts = new Map<TimelineKind, number>();
  for (const event of events) counts.set(event.kind, (counts.get(event.kind) ?? 0) + 1);
  const shown = TIMELINE_KINDS.filter((one) => counts.has(one) || one === kind);
  const chip = (one: TimelineKind | undefined, label: string, count: number): ReactNode => (
    <button
      key={label}
      type="button"
      className={styles.chip}
      aria-pressed={kind === one}
      onClick={() => onChange(kind === one ? undefined : one)}
    >
      {label} <span className={styles.chipCount}>{formatNumber(count)}</span>
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would frame them, and they are no form
    <div className={styles.chips} role="group" aria-label="Kinds of events">
      {chip(undefined, 'All', events.length)}
      {shown.map((one) => chip(one, KIND_LABELS[one].many, counts.get(one) ?? 0))}
    </div>
  );
}

interface TimelinePanelProps {
  readonly model: Model;
  readonly history: History | undefined;
  readonly currency: string;
}

/** All that happened to a model: how it is now, the picture, and every event and entry of the journal in one list. */
export function TimelinePanel({ model, history, currency }: TimelinePanelProps): ReactNode {
  const { data } = useChannel('models.timeline', { id: model.id }, { keepPrevious: false });
  const { kind, back } = readTimelineSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const changes = useMemo(
    () => new Map(changeGroups(history?.changes ?? [], modelWords({ currency })).map((group) => [group.seq, group])),
    [history, currency],
  );
  if (data === undefined) return null;
  const today = localDay(new Date());
  const from = back === undefined ? null : addMonths(today, -BACK_MONTHS[back]);
  const within = from === null ? data.events : data.events.filter(({ at }) => at !== null && at >= from);
  const shown = kind === undefined ? within : within.filter((event) => event.kind === kind);
  const earlier = data.events.length - within.length;
  const go = (next: TimelineSearch): void =>
    void navigate({ to: '/models/$modelId', params: { modelId: model.id }, search: () => next, replace: true });
  return (
    <Panel
      title={data.finding}
      hint={`${data.counted}.`}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="How far back"
          data={TIMELINE_SPANS.map((value) => ({ value, label: BACK_LABELS[value] }))}
          value={back ?? 'all'}
          onChange={(value) =>
            go({ ...(kind && { kind }), ...(value === '3y' || value === '1y' ? { back: value } : {}) })
          }
        />
      }
    >
      <TimelinePicture
        timeline={data}
        versions={versionEvents(model)}
        axis={axisOf(data, model, from, today)}
        today={today}
      />
      <Kinds
        events={within}
        kind={kind}
        onChange={(next) => go({ ...(next && { kind: next }), ...(back && { back }) })}
      />
      {shown.length === 0 ? (
        <p className="mf-muted">Nothing of this kind {from === null ? 'has happened' : 'in this time'}.</p>
      ) : (
        <TimelineList key={`${kind} ${back}`} events={shown} changes={changes} />
      )}
      {earlier > 0 && (
        <p className="mf-muted">
          {formatCount(earlier, 'earlier or undated event', 'earlier or undated events')} not shown.
        </p>
      )}
      <p className="mf-hidden" role="status">
        {formatCount(shown.length, 'event')}
      </p>
    </Panel>
  );
}
