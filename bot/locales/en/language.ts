/** The card of the language command. */
export const language = {
  'language.title': 'Language',
  'language.now': 'I speak {language} here.',
  'language.because.chosen': 'It was chosen in this conversation.',
  'language.because.told': 'It is what Teams told me last.',
  'language.because.standard': 'It is the language of this installation.',
  'language.set': 'From now on I speak {language} here. Cards already shown change with their next news.',
  'language.unknown': 'I do not speak “{asked}”.',
  'language.choices': 'Say one of these to change it',
  'language.auto': 'What Teams tells me',
  'help.language': 'The language I speak in this conversation',
} as const;
