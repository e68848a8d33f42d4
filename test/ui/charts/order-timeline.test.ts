import { BarChart } from 'echarts/charts';
import { GraphicComponent, GridSimpleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { describe, expect, it } from 'vitest';
import { orderTimeline, type Timeline } from '../../../src/ui/charts/order-timeline';
import { tokensWith } from '../../../src/ui/charts/tokens';

use([BarChart, GridSimpleComponent, GraphicComponent, SVGRenderer]);
const WIDTH = 760;
const words = {
  tick: String,
  year: String,
  money: String,
  silence: '',
  withoutOrder: '',
  longestGap: '',
};

/** Where a day is drawn, from the edge of the drawing, in pixels. */
function drawnAt(timeline: Timeline, day: number): number {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: 240 });
  chart.setOption(orderTimeline(timeline, words, tokensWith('Test Sans'), WIDTH));
  const x = chart.convertToPixel({ xAxisIndex: 0 }, day);
  chart.dispose();
  return x;
}

describe('an order on the timeline', () => {
  it('stands at its day, above the marks of the axis and where the silence begins, however few orders there are', () => {
    for (const days of [[660], [100, 660], [10, 11, 12, 660]]) {
      const timeline: Timeline = {
        days: days.map((day) => ({ day, bought: 900, refund: 0 })),
        from: 0,
        to: 700,
        lastOrder: 660,
        longestGap: null,
      };
      const [begin, end, at] = [drawnAt(timeline, 0), drawnAt(timeline, 700), drawnAt(timeline, 660)];
      expect(begin, String(days)).toBeLessThan(10);
      expect(end, String(days)).toBeGreaterThan(WIDTH - 10);
      expect(at).toBeCloseTo(begin + (660 / 700) * (end - begin), 6);
    }
  });
});
