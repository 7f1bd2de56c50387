/** Minutes of the day; 1,440 is the midnight at its end. */
export type MinuteOfDay = number;

const twelveHours = /^(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\.?$/;
const withMinutes = /^(\d{1,2}):(\d{2})(?: uhr)?$/;
const german = /^(\d{1,2})(?:\.(\d{2}))? uhr(?: (\d{2}))?$/;
const bare = /^(\d{1,2})(?: o[’']?clock)?$/;

/** A time of day, English or German: `15:30`, `3 pm`, `15 Uhr`, `noon`; `9` alone only where `bareHours` says so. Null for anything else. */
export function readClockTime(text: string, bareHours: boolean): MinuteOfDay | null {
  if (text === 'noon' || text === 'mittag') return 12 * 60;
  const half = twelveHours.exec(text);
  if (half !== null) {
    const [, hour, minute, letter] = half;
    return Number(hour) >= 1 && Number(hour) <= 12
      ? minuteOf((Number(hour) % 12) + (letter === 'p' ? 12 : 0), minute)
      : null;
  }
  const [, hour, minute, after] = withMinutes.exec(text) ?? german.exec(text) ?? [];
  if (hour !== undefined) return minuteOf(Number(hour), minute ?? after);
  const alone = bareHours || text.includes('clock') ? bare.exec(text)?.[1] : undefined;
  return alone === undefined ? null : minuteOf(Number(alone), undefined);
}

function minuteOf(hour: number, minute: string | undefined): MinuteOfDay | null {
  const total = hour * 60 + Number(minute ?? 0);
  return hour <= 24 && Number(minute ?? 0) < 60 && total <= 1_440 ? total : null;
}
