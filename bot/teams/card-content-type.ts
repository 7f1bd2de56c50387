export const cardContentType = 'application/vnd.microsoft.card.adaptive';
