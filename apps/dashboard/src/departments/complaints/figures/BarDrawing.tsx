import { useTheme } from '@mui/material/styles';
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Bar } from './BarList';

use([BarChart, GridComponent, SVGRenderer]);

/** Room for the names of bars, in pixels; less where the whole drawing is narrow. */
const roomFor = (width: number): number => (width < 420 ? 112 : 168);

/** Horizontal bars, the first on top; loaded only when a page has a chart. */
export default function BarDrawing({ bars, onOpen }: { bars: readonly Bar[]; onOpen: (to: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, null, { renderer: 'svg' });
    const named = roomFor(box.current.clientWidth);
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit', fontSize: 12 },
      grid: { left: named + 16, right: 96, top: 0, bottom: 0 },
      xAxis: { type: 'value', min: 0, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ label }) => label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: theme.palette.text.secondary, width: named, overflow: 'truncate', interval: 0 },
      },
      series: [
        {
          type: 'bar',
          data: bars.map(({ value }) => Number(value ?? 0)),
          barMaxWidth: 16,
          itemStyle: { color: theme.palette.primary.main },
          emphasis: { itemStyle: { color: theme.palette.primary.main, opacity: 0.8 } },
          label: {
            show: true,
            position: 'right',
            color: theme.palette.text.secondary,
            formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.text ?? '',
          },
        },
      ],
    });
    chart.on('click', ({ dataIndex }) => {
      const to = bars[Number(dataIndex)]?.to;
      if (to) onOpen(to);
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [bars, onOpen, theme]);
  return <div ref={box} style={{ height: '100%' }} aria-hidden="true" />;
}
