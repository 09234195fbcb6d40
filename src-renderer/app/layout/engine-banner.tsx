import { type ReactNode, useEffect, useState } from 'react';
import { RENEWAL_JOB } from '#domain/base/renewal-job';
import { onEngineEvent } from '../../client/query-client';

/** Says that the engine is being started again, or gives an old portfolio the structure of today; it goes by itself. */
export function EngineBanner(): ReactNode {
  const [restarting, setRestarting] = useState(false);
  const [renewal, setRenewal] = useState<string | null>(null);
  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type === 'engine.state') {
          setRestarting(event.state === 'restarting');
          setRenewal(null);
        }
        if (event.type !== 'job.progress' || event.jobId !== RENEWAL_JOB) return;
        const { phase, done, total } = event;
        setRenewal(done === total ? null : `${phase} (${done + 1} of ${total}).`);
      }),
    [],
  );
  return (
    <div role="status">
      {restarting ? (
        <p className="mf-banner">
          The engine stopped and is being started again. What was saved is safe; try again in a moment.
        </p>
      ) : null}
      {renewal === null ? null : (
        <p className="mf-banner">
          An older program made this portfolio; it is given the structure of this one. {renewal} Modelfolio may be
          closed meanwhile: the file then stays as it was.
        </p>
      )}
    </div>
  );
}
