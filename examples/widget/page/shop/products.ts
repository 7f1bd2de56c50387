export const products = [
  { name: 'Harbour coat', price: '€ 189', note: 'Waxed cotton, mended for free.', hue: 205 },
  { name: 'Field boots', price: '€ 164', note: 'Resoled as often as you like.', hue: 28 },
  { name: 'Morning mug', price: '€ 24', note: 'Stoneware from one kiln.', hue: 150 },
  { name: 'Reading lamp', price: '€ 98', note: 'Warm light, spare parts for ever.', hue: 265 },
] as const;
