/** Minutes of the day, `to` exclusive; null: no hour is quiet. */
export type QuietHours = { readonly from: number; readonly to: number } | null;

/** Whether a minute of the day is one at which nobody is written to; a span may go over midnight. */
export function isQuietMinute(quietHours: QuietHours, minute: number): boolean {
  if (quietHours === null) return false;
  const { from, to } = quietHours;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
