import { BarChart, LineChart } from 'echarts/charts';
import { GraphicComponent, GridSimpleComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// The simple grid has no pointer of its own: ours is a sentence (Chart.svelte). Descriptions stand on the element, so there is no aria part.
use([BarChart, LineChart, GridSimpleComponent, GraphicComponent, SVGRenderer]);

/** An empty chart in an element: SVG, with the parts that our charts are made of. */
export function mountChart(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' });
}
