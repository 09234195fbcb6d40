import type { ReactNode } from 'react';
import { type Axis, placeOf, type VersionLine, yearsOf } from './version-line';
import './version-bar.css';

const SHOWN_UNDATED = 3;

/** What has no day: dashed boxes in front of the axis, in their order. */
export function UndatedVersions({ versions }: { readonly versions: readonly string[] }): ReactNode {
  const more = versions.length - SHOWN_UNDATED;
  return (
    <div
      className="mf-undated"
      title={versions.length > 0 ? `Without a day: ${versions.slice(0, 40).join(', ')}` : undefined}
    >
      {versions.slice(0, more > 1 ? SHOWN_UNDATED - 1 : SHOWN_UNDATED).map((version, index) => (
        // A version may have gone live twice without a day.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the history is what tells them apart
        <span key={`${version} ${index}`}>{version}</span>
      ))}
      {more > 1 ? <span>+{more + 1}</span> : null}
    </div>
  );
}

interface VersionBarProps {
  readonly line: VersionLine;
  readonly axis: Axis;
  /** ISO day that is marked across the bar. */
  readonly on: string;
  /** ISO days that a file says instead of ours. */
  readonly others?: readonly string[];
}

/** From–until of each version; the one that is live today is darker. Where its name does not fit, its title says it. */
export function VersionBar({ line, axis, on, others = [] }: VersionBarProps): ReactNode {
  return (
    <div className="mf-version-bar">
      {line.spans.map(({ key, version, start, end, liveToday, vague, lane, title }) => (
        <div
          key={key}
          className="mf-version"
          data-live={liveToday}
          data-vague={vague}
          data-lane={lane}
          title={title}
          style={{ left: `${start * 100}%`, width: `${Math.max(0.2, (end - start) * 100)}%` }}
        >
          <span>{version}</span>
        </div>
      ))}
      {others.map((day) => (
        <span key={day} className="mf-version-other" style={{ left: `${placeOf(day, axis) * 100}%` }}>
          ◇
        </span>
      ))}
      <span className="mf-version-on" style={{ left: `${placeOf(on, axis) * 100}%` }} />
    </div>
  );
}

/** The years above the bars. */
export function VersionYears({ axis }: { readonly axis: Axis }): ReactNode {
  return (
    <div className="mf-version-years" aria-hidden="true">
      {yearsOf(axis).map(({ year, at }) => (
        <span key={year} style={{ left: `${at * 100}%` }}>
          {year}
        </span>
      ))}
    </div>
  );
}
