import type { CardElement, Colour, TextBlock } from './adaptive-card.ts';
import { localTime } from './local-time.ts';
import { plainText } from './plain-text.ts';
import type { Step } from './progress-steps.ts';

const glyphs: Readonly<Record<Step['mark'], { glyph: string; color: Colour }>> = {
  done: { glyph: '✓', color: 'good' },
  now: { glyph: '●', color: 'accent' },
  problem: { glyph: '!', color: 'attention' },
};

/** One row a step: mark, words, and when. */
export function stepRows(steps: readonly Step[]): CardElement[] {
  return steps.map((step, index) => {
    const { glyph, color } = glyphs[step.mark];
    return {
      type: 'ColumnSet',
      spacing: index === 0 ? 'medium' : 'small',
      columns: [
        {
          type: 'Column',
          width: '16px',
          items: [{ type: 'TextBlock', text: glyph, color, weight: 'bolder', wrap: true }],
        },
        {
          type: 'Column',
          width: 'stretch',
          spacing: 'small',
          items: [
            ...plainText(step.label, step.mark === 'done' ? {} : { weight: 'bolder' }),
            ...(step.hour === undefined ? [] : [ownWords(step.hour)]),
            ...(step.more ?? []).flatMap((line) => underneath(line)),
          ],
        },
        ...(step.at === undefined
          ? []
          : [
              {
                type: 'Column' as const,
                width: 'auto',
                items: [
                  {
                    type: 'TextBlock' as const,
                    text: localTime(step.at),
                    size: 'small' as const,
                    isSubtle: true,
                    wrap: true as const,
                  },
                ],
              },
            ]),
      ],
    };
  });
}

function ownWords(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, spacing: 'none' };
}

function underneath(line: string): CardElement[] {
  return plainText(line, { size: 'small', isSubtle: true }).map((block) => ({ ...block, spacing: 'none' }));
}
