/** 简体中文: words of the metrics of repeat, as in metric.ts. */
export const metricRepeat = {} as const;
