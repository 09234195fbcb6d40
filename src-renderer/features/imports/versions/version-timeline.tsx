import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import type { ModelVersions } from '#contract/models/import-versions';
import { sayDay } from '#domain/base/calendar';
import { type LiveEvent, liveOn } from '#domain/models/live-versions';
import { UndatedVersions, VersionBar, VersionYears } from '../../../components/versions/version-bar';
import { axisOf, versionLine } from '../../../components/versions/version-line';

const ROW_HEIGHT = 30;

interface VersionTimelineProps {
  readonly lines: readonly ModelVersions[];
  readonly today: string;
  /** ISO day of the last column. */
  readonly on: string;
}

/** What a line of the preview says of what was live. */
export const eventsOf = ({ versions }: ModelVersions): readonly LiveEvent[] =>
  versions.flatMap(({ kind, version, from, fromPrecision, until, untilPrecision }): LiveEvent[] =>
    kind === 'kept'
      ? []
      : [
          {
            kind,
            version,
            from: from === null ? null : { at: from, precision: fromPrecision },
            until: until === null ? null : { at: until, precision: untilPrecision },
          },
        ],
  );

/** A bar from–until for each version of each model; only the rows in sight are drawn. */
export function VersionTimeline({ lines, today, on }: VersionTimelineProps): ReactNode {
  const scroll = useRef<HTMLElement>(null);
  const histories = useMemo(() => lines.map(eventsOf), [lines]);
  const axis = useMemo(() => axisOf(histories, today), [histories, today]);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-timeline" aria-label="Versions by model" tabIndex={0} ref={scroll}>
      <div className="mf-timeline-row mf-timeline-head">
        <span>Model</span>
        <span>No day</span>
        <VersionYears axis={axis} />
        <span className="mf-timeline-on">on {sayDay(on)}</span>
      </div>
      <ul className="mf-timeline-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const [line, events] = [lines[index], histories[index]];
          if (!line || !events) return null;
          const shown = versionLine(events, axis, today);
          const { said, certain, live } = liveOn(events, on);
          return (
            <li
              key={line.modelId ?? `new ${line.name}`}
              className="mf-timeline-row"
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className="mf-cut" title={line.name}>
                {line.name}
              </span>
              <UndatedVersions versions={shown.undated} />
              <VersionBar
                line={shown}
                axis={axis}
                on={on}
                others={line.contradictions.flatMap(({ at, field }) =>
                  at && field === 'move.date' ? [at.slice(0, 10)] : [],
                )}
              />
              <span className="mf-timeline-on mf-cut" data-certain={certain && live.length > 0} title={said}>
                {said}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
