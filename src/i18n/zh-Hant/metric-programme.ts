/** 繁體中文: words of the metrics of programme, as in metric.ts. */
export const metricProgramme = {} as const;
