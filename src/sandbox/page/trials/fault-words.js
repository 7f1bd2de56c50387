import { trials } from './trials.js';

/** An armed fault in words: the name of its trial, or what was asked for, and how often it will still play. @param {any} armed */
export function faultWords({ fault, left }) {
  const trial = trials.find((one) =>
    Object.entries(one.fault).every(([key, value]) => JSON.stringify(fault[key]) === JSON.stringify(value)),
  );
  const often = left === null ? 'again and again' : left === 1 ? 'once' : `${left} times`;
  if (trial !== undefined) return left === 1 ? trial.title : `${trial.title}, ${often}`;
  const where = fault.path ?? fault.topic ?? fault.call ?? fault.what ?? '';
  const what = [
    fault.what,
    fault.status,
    fault.code,
    fault.body,
    fault.reset && 'reset',
    fault.latencyMs && `${fault.latencyMs} ms late`,
  ]
    .filter(Boolean)
    .join(', ');
  return `${fault.on} ${fault.method ?? ''} ${where}: ${what}, ${often}`.replaceAll(/\s+/g, ' ');
}
