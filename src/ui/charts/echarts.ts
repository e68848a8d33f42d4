import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, GraphicComponent, AriaComponent, SVGRenderer]);

/** An empty chart in an element: SVG, with the parts that our charts are made of. */
export function mountChart(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' });
}
