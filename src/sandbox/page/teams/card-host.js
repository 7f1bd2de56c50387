/** How cards look here: the calm of Teams' light theme in the page's own colours, all above AA contrast. */
const look = {
  fontFamily: 'inherit',
  spacing: { small: 4, default: 8, medium: 10, large: 16, extraLarge: 24, padding: 12 },
  /** Below the chat's own heading. */
  textBlock: { headingLevel: 4 },
  separator: { lineThickness: 1, lineColor: '#dfe2ea' },
  fontSizes: { small: 12, default: 13, medium: 15, large: 17, extraLarge: 21 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  supportsInteractivity: true,
  containerStyles: {
    default: style('#ffffff', '#1f2230'),
    emphasis: style('#f3f4f8', '#1f2230'),
    accent: style('#ecedfb', '#2b2e7a'),
    good: style('#e2f4ec', '#0c4d36'),
    warning: style('#fdf1dc', '#653d00'),
    attention: style('#fce8e6', '#8c1d18'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 12,
  },
  adaptiveCard: { allowCustomStyle: true },
};

function style(backgroundColor, ink) {
  const quiet = (/** @type {string} */ colour) => ({ default: colour, subtle: '#565c6e' });
  return {
    backgroundColor,
    foregroundColors: {
      default: quiet(ink),
      dark: quiet('#1f2230'),
      light: quiet('#ffffff'),
      accent: quiet('#3a3d9f'),
      good: quiet('#12714f'),
      warning: quiet('#8a5300'),
      attention: quiet('#b3261e'),
    },
  };
}

export const cardHost = look;
