/** What a bridge itself says in either conversation. The customer's language is not known, so these are English unless others are given. */
export interface BridgeWords {
  /** Why a conversation was handed off, to those who get it; a reason that is not here is told as it is. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Over the transcript; `part` of `parts`. */
  readonly transcript: (part: number, parts: number) => string;
  readonly customer: string;
  readonly automatic: string;
  readonly unreadable: string;
  /** To the partner's people. */
  readonly customerLeft: string;
  readonly calledBack: string;
  readonly limitOver: string;
  readonly connectionLost: string;
  readonly limitNear: (minutes: number) => string;
  readonly markToPartner: string;
  /** To the customer. */
  readonly partnerEnded: string;
  readonly customerBack: string;
  readonly customerLimitOver: string;
  readonly customerConnectionLost: string;
  readonly customerLimitNear: (minutes: number) => string;
  readonly markToCustomer: string;
}

const minutesLeft = (minutes: number) => (minutes === 1 ? 'one minute' : `${minutes} minutes`);

export const bridgeWords: BridgeWords = {
  reasons: {
    escalation: 'escalation',
    'their-subject': 'it is your subject',
    'their-language': 'you speak the customer’s language',
    other: 'another reason',
  },
  transcript: (part, parts) =>
    parts === 1
      ? 'What was said before (times in UTC):'
      : `What was said before, ${part} of ${parts} (times in UTC):`,
  customer: 'Customer',
  automatic: 'Automatic message',
  unreadable: '[a message that could not be read]',
  customerLeft: '[The customer has left the conversation.]',
  calledBack: '[The conversation was taken back by the organisation that handed it off.]',
  limitOver: '[The time of this hand-off is over. The customer reads nothing more from here.]',
  connectionLost: '[The connection to the customer was lost. The customer reads nothing more from here.]',
  limitNear: (minutes) => `[This hand-off ends in ${minutesLeft(minutes)}.]`,
  markToPartner: '[A message of the customer may be missing here.]',
  partnerEnded: 'This conversation has been ended. Thank you for writing to us.',
  customerBack: 'You are back with the team you wrote to first.',
  customerLimitOver: 'The time for this connection is over. You are back with the team you wrote to first.',
  customerConnectionLost:
    'We lost the connection to our colleagues. You are back with the team you wrote to first.',
  customerLimitNear: (minutes) => `This connection ends in ${minutesLeft(minutes)}.`,
  markToCustomer: '[A message may be missing here.]',
};
