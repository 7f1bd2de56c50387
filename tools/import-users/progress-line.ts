import type { Report } from './report.ts';

/** Shows how far an import is: a bar that is drawn over on a terminal, a line now and then elsewhere. */
export interface ProgressLine {
  show(bytesDone: number, report: Report): void;
  end(): void;
}

const barWidth = 24;

export function createProgressLine(parts: {
  bytes: number;
  tty: boolean;
  write: (text: string) => void;
  now: () => number;
}): ProgressLine {
  const { bytes, tty, write, now } = parts;
  const everyMs = tty ? 100 : 10_000;
  const startedAt = now();
  let shownAt = tty ? 0 : startedAt;
  let begunAt: number | null = null;
  let drawn = false;
  return {
    show(bytesDone, report) {
      begunAt ??= bytesDone;
      if (now() - shownAt < everyMs) return;
      shownAt = now();
      const part = bytes === 0 ? 1 : Math.min(1, bytesDone / bytes);
      const gone = bytesDone - begunAt;
      const leftMs = gone <= 0 ? null : ((bytes - bytesDone) / gone) * (now() - startedAt);
      const { rows, created, matched, conflicting, bad } = report;
      const text = `${Math.floor(part * 100)} %  ${number(rows)} users: ${number(created)} created, ${number(matched)} matched, ${number(conflicting)} conflicting, ${number(bad)} bad${leftMs === null ? '' : `, ${spanInWords(leftMs / 60_000)} left`}`;
      const filled = Math.round(part * barWidth);
      write(tty ? `\r\u001b[2K[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] ${text}` : `${text}\n`);
      drawn = true;
    },
    end() {
      if (tty && drawn) write('\n');
    },
  };
}

const number = (value: number): string => value.toLocaleString('en');

/** Minutes as people say them. Pure. */
export function spanInWords(minutes: number): string {
  const whole = Math.ceil(minutes);
  if (whole < 60) return `${whole} min`;
  return `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
