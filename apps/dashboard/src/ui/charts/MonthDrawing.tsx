import { useTheme } from '@mui/material/styles';
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../app/texts';
import { decimal, inShort, whole } from '../figures';
import type { MonthPoint } from './MonthChart';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

/** The drawing itself, loaded only when a page has a chart. */
export default function MonthDrawing(props: {
  points: readonly MonthPoint[];
  places: number;
  onOpen?: (month: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const language = useLanguage();
  const { points, places, onOpen } = props;

  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, null, { renderer: 'svg' });
    const soft = theme.palette.text.secondary;
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit', fontSize: 12 },
      grid: { left: 4, right: 4, top: 24, bottom: 36 },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'none' },
        backgroundColor: theme.palette.background.paper,
        borderColor: theme.palette.divider,
        textStyle: { color: theme.palette.text.primary, fontSize: 12 },
        valueFormatter: (value: unknown) => (places === 0 ? whole(value) : decimal(value, places)),
      },
      xAxis: {
        type: 'category',
        data: points.map((point) => point.month),
        axisLine: { lineStyle: { color: theme.palette.divider } },
        axisTick: { show: false },
        axisLabel: {
          color: soft,
          lineHeight: 14,
          formatter: (month: string) => shortMonth(month),
          interval: 0,
          hideOverlap: true,
        },
      },
      // From zero; the bars carry their figures, so the axis needs none.
      yAxis: { type: 'value', min: 0, show: false },
      series: [
        {
          type: 'bar',
          data: points.map((point) => Number(point.value)),
          itemStyle: { color: theme.palette.primary.main },
          emphasis: { itemStyle: { color: theme.palette.primary.main, opacity: 0.8 } },
          barMaxWidth: 28,
          cursor: onOpen ? 'pointer' : 'default',
          label: {
            show: points.length <= 13,
            position: 'top',
            color: soft,
            fontSize: 11,
            formatter: ({ value }: { value: number }) => (value === 0 ? '' : inShort(value, language)),
          },
          labelLayout: { hideOverlap: true },
        },
      ],
    });
    chart.on('click', ({ name }) => onOpen?.(String(name)));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [points, places, onOpen, theme, language]);

  return <div ref={box} style={{ height: '100%' }} aria-hidden="true" />;
}

/** `2026-03` as `03`, with the year below where it begins. */
function shortMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return number === '01' ? `${number}\n${year}` : number;
}
