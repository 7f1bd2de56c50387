import { z } from 'zod';

/** A variable of several items with commas between them; blanks around them do not count, nor do empty ones. */
export const itemList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
