import type { CardElement, TextBlock } from './adaptive-card.ts';

/** A small heading right above its value. */
export function labelled(label: string, ...value: readonly CardElement[]): CardElement[] {
  return [labelOf(label), ...value.map((element) => ({ ...element, spacing: 'none' as const }))];
}

export function labelOf(text: string): TextBlock {
  return { type: 'TextBlock', text, size: 'small', isSubtle: true, wrap: true, spacing: 'default' };
}
