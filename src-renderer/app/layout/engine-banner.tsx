import { type ReactNode, useEffect, useState } from 'react';
import { onEngineEvent } from '../../client/query-client';

/** Says that the engine is being started again; it goes by itself. */
export function EngineBanner(): ReactNode {
  const [restarting, setRestarting] = useState(false);
  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type === 'engine.state') setRestarting(event.state === 'restarting');
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
    </div>
  );
}
