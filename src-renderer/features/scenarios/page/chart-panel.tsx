import type { ReactNode } from 'react';
import { Chart } from '../../../components/chart/chart';
import type { ChartContent } from '../../../components/chart/chart-types';
import { Panel } from '../../../components/ui/panel';

interface ChartPanelProps {
  readonly title: string;
  readonly hint: string;
  readonly content: ChartContent;
  readonly height?: number;
  readonly className?: string | undefined;
  /** Below the drawing. */
  readonly children?: ReactNode;
}

/** A chart with its title and the line that says how to read it. */
export function ChartPanel({ title, hint, content, height = 264, className, children }: ChartPanelProps): ReactNode {
  return (
    <Panel title={title} hint={hint} {...(className ? { className } : {})}>
      <Chart title={title} content={content} height={height} />
      {children}
    </Panel>
  );
}
