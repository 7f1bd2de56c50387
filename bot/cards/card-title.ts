import type { Container } from './adaptive-card.ts';

/** The coloured head of a card; its text is the product's own words. */
export function cardTitle(id: string, text: string, style: NonNullable<Container['style']>): Container {
  return {
    type: 'Container',
    id,
    style,
    bleed: true,
    items: [{ type: 'TextBlock', text, style: 'heading', size: 'medium', weight: 'bolder', wrap: true }],
  };
}
