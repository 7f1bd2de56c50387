import { percentile } from './percentile.ts';

export interface Summary {
  readonly n: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** How many samples (milliseconds), their median and their 99th percentile. */
export function summary(samples: readonly number[]): Summary {
  return {
    n: samples.length,
    p50Ms: hundredths(percentile(samples, 0.5)),
    p99Ms: hundredths(percentile(samples, 0.99)),
  };
}

/** Rounded to two places behind the point. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100;
