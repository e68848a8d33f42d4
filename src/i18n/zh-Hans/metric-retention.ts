/** 简体中文: words of the metrics of retention, as in metric.ts. */
export const metricRetention = {} as const;
