/** 繁體中文: words of the metrics of value, as in metric.ts. */
export const metricValue = {} as const;
