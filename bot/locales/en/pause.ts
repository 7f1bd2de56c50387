/** What is said to a pause and its end. */
export const pause = {
  'pause.done.you': 'Paused. No new message goes out in your name until you say “resume”.',
  'pause.done.you.until':
    'Paused until {when}. No new message goes out in your name before, unless you say “resume”.',
  'pause.done.all': 'Paused for everybody. No new message goes out until a supervisor says “resume”.',
  'pause.done.all.until':
    'Paused for everybody until {when}. No new message goes out before, unless a supervisor says “resume”.',
  'resume.done.you': 'Resumed. Messages may go out in your name again.',
  'resume.done.all': 'Resumed for everybody.',
  'resume.nothing': 'Nothing was paused.',
  'resume.still-all': 'Yours is resumed, but a supervisor has paused outreach for everybody.',
  'pause.title': 'Outreach paused',
  'resume.title': 'Outreach resumed',
} as const;
