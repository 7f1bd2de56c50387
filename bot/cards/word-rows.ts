import type { CardElement } from './adaptive-card.ts';
import { plainText } from './plain-text.ts';

/** What may be said, in bold, each with what it does beside or, where it is long, below. */
export function wordRows(rows: readonly (readonly [said: string, does: string])[]): CardElement[] {
  return rows.flatMap(([said, does]): CardElement[] =>
    said.length > longestBeside
      ? [
          ...plainText(said, { weight: 'bolder' }).map((row) => ({ ...row, spacing: 'small' as const })),
          ...plainText(does).map((row) => ({ ...row, spacing: 'none' as const })),
        ]
      : [
          {
            type: 'ColumnSet',
            spacing: 'small',
            columns: [
              { type: 'Column', width: '88px', items: plainText(said, { weight: 'bolder' }) },
              { type: 'Column', width: 'stretch', items: plainText(does) },
            ],
          },
        ],
  );
}

/** Characters that fit beside their meaning on a phone. */
const longestBeside = 11;
