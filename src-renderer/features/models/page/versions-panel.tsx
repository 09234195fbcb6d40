import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sayDated } from '#domain/base/period';
import { useChannel } from '../../../client/use-query';
import { UnsharedMark } from '../../../components/sharing/unshared-mark';
import { useUnshared } from '../../../components/sharing/use-unshared';
import { Panel } from '../../../components/ui/panel';
import { DateText } from '../../../components/ui/text';
import { UndatedVersions, VersionBar, VersionYears } from '../../../components/versions/version-bar';
import { axisOf, versionLine } from '../../../components/versions/version-line';
import { localDay } from '../../../lib/local-day';
import { EndedNote } from './ended-note';
import styles from './model.module.css';
import type { Model } from './model-types';
import { versionEnd } from './version-end';
import { versionEvents } from './version-events';

/** When a version ended: as it was said, else when the next one went live; '' of the one that is live. */
function untilWords({ versions }: Model, index: number): string {
  const end = versionEnd(versions, index);
  return end === null ? '' : ` to ${sayDated(end)}`;
}

/** From–until of each version, and which was live on a day. */
export function VersionsPanel({ model }: { readonly model: Model }): ReactNode {
  const unshared = useUnshared();
  const mark = (version: string): ReactNode => unshared.hasVersion(model.id, version) && <UnsharedMark />;
  return (
    <Panel title="Versions" hint="Recorded with moves to Deployed and by version histories, newest first">
      {model.versions.length === 0 && model.otherVersions.length === 0 ? (
        <p className="mf-muted">No version has been named. Name one when you move the model to Deployed.</p>
      ) : (
        <>
          {model.ended !== null && <EndedNote model={model} ended={model.ended} />}
          {model.versions.length > 0 && <LiveOn model={model} />}
          <ul className={`${styles.records} ${styles.versions}`}>
            {model.versions.map(({ version, at, precision, live, alias }, index) => (
              // A version may have gone live twice, and of the two neither may have a day.
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the history is what tells them apart
              <li key={`${version} ${at ?? ''} ${index}`} className={styles.record}>
                {mark(version)}
                <strong>{version}</strong>
                {live && <span className={styles.chip}>{model.inProduction ? 'live' : 'last live'}</span>}
                {alias !== '' && <span className={styles.chip}>{alias}</span>}
                <span className={styles.recordEnd}>
                  <DateText value={at} precision={precision} unknown="date not known" />
                  {untilWords(model, index)}
                </span>
              </li>
            ))}
            {model.otherVersions.map(({ version, alias, stage }) => (
              <li key={`registered ${version}`} className={styles.record}>
                {mark(version)}
                {version}
                {alias !== '' && <span className={styles.chip}>{alias}</span>}
                <span className={styles.recordEnd}>{stage === '' ? 'never live' : `never live, ${stage}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function LiveOn({ model }: { readonly model: Model }): ReactNode {
  const today = localDay(new Date());
  const [on, setOn] = useState(today);
  const { data } = useChannel('models.liveVersions', { at: on, ids: [model.id] });
  const events = versionEvents(model);
  const axis = axisOf([events], today);
  const line = versionLine(events, axis, today);
  const [answer] = data?.rows ?? [];
  return (
    <div className={styles.liveOn}>
      {line.spans.length > 0 && (
        <>
          <VersionYears axis={axis} />
          <VersionBar line={line} axis={axis} on={on} />
        </>
      )}
      {line.undated.length > 0 && <UndatedVersions versions={line.undated} />}
      <div className={styles.liveOnDay}>
        <TextInput
          type="date"
          label="Live on"
          max={today}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value || today)}
        />
        <p role="status">
          <strong>{answer?.said ?? ''}</strong>
          {answer && answer.why !== '' && <span className="mf-muted"> {answer.why}</span>}
        </p>
      </div>
    </div>
  );
}
