import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import './echarts-parts';
import type { ChartOption, ChartSize } from './chart-types';

use([SVGRenderer]);

/** The drawing as the text of an SVG; loaded when somebody asks for one. */
export function svgOf(option: ChartOption, size: ChartSize): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
