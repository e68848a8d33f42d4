/** 繁體中文: words of the metrics of service, as in metric.ts. */
export const metricService = {} as const;
