import { z } from 'zod';

const clockTime = String.raw`([01]\d|2[0-3]):([0-5]\d)`;
const span = new RegExp(`^${clockTime}-${clockTime}$`);

/**
 * `21:00-08:00` → minutes of the day, `to` exclusive; `off` → null. One that begins and ends at once is refused: who writes `00:00-00:00`
 * may mean the whole day, and it would be no hour.
 */
export const quietHours = z
  .string()
  .refine((text) => text === 'off' || span.test(text), 'is neither HH:MM-HH:MM nor off')
  .refine((text) => {
    const [from, to] = text.split('-');
    return from !== to;
  }, 'begins and ends at the same time, so that no hour would count as night')
  .transform((text) => {
    const [, fromHour, fromMinute, toHour, toMinute] = span.exec(text) ?? [];
    if (text === 'off') return null;
    return { from: Number(fromHour) * 60 + Number(fromMinute), to: Number(toHour) * 60 + Number(toMinute) };
  });
