import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { Chart } from '../chart/chart';
import { timelineChart } from './timeline-chart';

interface IncidentTimelineProps {
  readonly modelId: string;
  readonly modelName: string;
  /** Measured days before an incident in which an alarm counts. */
  readonly windows?: number;
}

/** Incidents over the drift of their model on one axis; a click on an incident opens it. */
export function IncidentTimeline({ modelId, modelName, windows = 3 }: IncidentTimelineProps): ReactNode {
  const navigate = useNavigate();
  const [now] = useState(() => Date.now());
  const { data } = useChannel('incidents.timeline', { modelId, windows }, { keepPrevious: false });
  const content = useMemo(() => (data ? timelineChart(data, now) : null), [data, now]);
  if (content === null) return null;
  return (
    <Chart
      title={`Incidents over drift of ${modelName}`}
      content={content}
      height={190}
      onPick={({ seriesId, dataIndex }) => {
        const incidentId = seriesId === 'incidents' ? data?.incidents[dataIndex]?.id : undefined;
        if (incidentId !== undefined) void navigate({ to: '/incidents/$incidentId', params: { incidentId } });
      }}
    />
  );
}
