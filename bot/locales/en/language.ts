/** The card of the language command. */
export const language = {
  'language.title': 'Language',
  'language.now': 'I speak {language} here.',
  'language.because.chosen': 'It was chosen in this conversation.',
  'language.because.told': 'It is what Teams told me last.',
  'language.because.standard': 'It is the language of this installation.',
  'language.set': 'From now on I speak {language} here. Cards already shown change with their next news.',
  'language.unknown': 'I do not speak “{asked}”.',
  'language.written': 'You can also write “language” and a name, or “language auto” to follow Teams.',
  'language.choose-tooltip': 'Speak {language} here',
  'language.auto': 'Follow Teams',
  'language.auto-tooltip': 'Speak here what Teams tells me',
  'help.language': 'The language I speak in this conversation',
} as const;
