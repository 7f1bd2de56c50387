import { z } from 'zod';

const clockTime = String.raw`([01]\d|2[0-3]):([0-5]\d)`;
const span = new RegExp(`^${clockTime}-${clockTime}$`);

/** `21:00-08:00` → minutes of the day, `to` exclusive; `off` → null. */
export const quietHours = z
  .string()
  .refine((text) => text === 'off' || span.test(text), 'is neither HH:MM-HH:MM nor off')
  .transform((text) => {
    const [, fromHour, fromMinute, toHour, toMinute] = span.exec(text) ?? [];
    if (text === 'off') return null;
    return { from: Number(fromHour) * 60 + Number(fromMinute), to: Number(toHour) * 60 + Number(toMinute) };
  });
