/** 繁體中文: words of the metrics of voice, as in metric.ts. */
export const metricVoice = {} as const;
