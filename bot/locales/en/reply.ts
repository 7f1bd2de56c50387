/** The card of a customer’s answer, and the agent’s reply. */
export const reply = {
  'reply.to-our-message': 'In answer to',
  'reply.their-words': 'The customer’s words',
  'reply.unreadable':
    'What the customer wrote could not be read here. Open the conversation in Genesys to see it.',
  'reply.picture': '{name, select, none {A picture} other {A picture: {name}}}',
  'reply.video': '{name, select, none {A video} other {A video: {name}}}',
  'reply.sound': '{name, select, none {A sound recording} other {A sound recording: {name}}}',
  'reply.file': '{name, select, none {A file} other {A file: {name}}}',
  'reply.quoted': '“{text}”',
  'reply.state.sending': 'Your reply is on its way to Genesys, not yet accepted',
  'reply.state.sent': 'Your reply was accepted by Genesys',
  'reply.state.refused': 'Your reply was not sent',
  'reply.state.unknown': 'The answer of Genesys was lost: looking for your reply',
  'reply.state.missing': 'Your reply did not arrive',
  'reply.next.unknown': 'It is not sent again. Please wait a moment.',
  'reply.next.missing': 'It was looked for and is not in the conversation. Send it again if it still fits.',
  'reply.open': 'Reply',
  'reply.open-tooltip': 'Write to {customer} in your own name',
  'reply.text': 'Your reply, word for word',
  'reply.text-missing': 'Please write the reply.',
  'reply.send': 'Send reply',
  'reply.send-tooltip': 'Send this to {customer} now, in your own name',
  'reply.sign-in': 'Sign in to reply here',
  'reply.in-genesys': 'Open in Genesys',
  'reply.in-genesys-tooltip': 'Open the conversation with {customer} in Genesys Cloud',
  'reply.link-good': 'The sign-in link is for you alone, good once and for ten minutes.',
  'reply.why.sign-in':
    'To reply from here, sign in to Genesys Cloud first: the reply goes out in your own name.',
  'reply.why.not-set-up': 'Replying from here is not set up. Please reply in Genesys.',
  'reply.why.reply.not-signed-in':
    'Not sent: you are not signed in to Genesys Cloud here (any more). Sign in, then send your reply again.',
  'reply.why.reply.sign-in.ended':
    'Not sent: your sign-in to Genesys Cloud has ended. Sign in, then send your reply again.',
  'reply.why.reply.not-connected':
    'Not sent: you are not connected in this conversation. Take it in Genesys, then send your reply again.',
} as const;
