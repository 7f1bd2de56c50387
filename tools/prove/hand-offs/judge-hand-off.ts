/** A message as the sandbox keeps it in a conversation. */
export interface KeptMessage {
  readonly direction: 'inbound' | 'outbound';
  readonly text: string;
}

/** What was said in one hand-off, in this order, and by whom the hand-off was ended. */
export interface Talk {
  readonly customerName: string;
  readonly byCustomer: readonly string[];
  readonly byPartner: readonly string[];
  readonly endedBy: 'source' | 'destination';
}

export interface Judged {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly disordered: boolean;
  /** Words of one side that came back to it, or that nobody said. */
  readonly strange: readonly string[];
}

const ours = /^\[.*\]$|^This conversation has been ended\./s;

/**
 * Both transcripts against what was said: `partner` is all of the partner's conversation, `customer` what came into the customer's conversation
 * since the hand-off. Words said before the hand-off count in the transcript, line by line. Pure.
 */
export function judgeHandOff(
  talk: Talk,
  partner: readonly KeptMessage[],
  customer: readonly KeptMessage[],
): Judged {
  const toPartner = texts(partner, 'inbound')
    .filter((text) => !text.startsWith('Hand-off: '))
    .flatMap((text) => transcriptLines(text, talk.customerName))
    .filter((text) => !ours.test(text));
  const toCustomer = texts(customer, 'outbound').filter((text) => !ours.test(text));
  const [one, other] = [compare(talk.byCustomer, toPartner), compare(talk.byPartner, toCustomer)];
  return {
    lost: [...one.lost, ...other.lost],
    doubled: [...one.doubled, ...other.doubled],
    strange: [...one.strange, ...other.strange],
    disordered: one.disordered || other.disordered,
  };
}

function texts(messages: readonly KeptMessage[], direction: KeptMessage['direction']): string[] {
  return messages.filter((each) => each.direction === direction).map(({ text }) => text);
}

/** Of a transcript, what the customer said; of anything else, itself. */
function transcriptLines(text: string, customerName: string): string[] {
  if (!text.startsWith('What was said before')) return [text];
  return text.split('\n').flatMap((line) => {
    const said = /^\[[\d :-]{16}\] (.*?): (.*)$/.exec(line);
    return said?.[1] === customerName && said[2] !== undefined ? [said[2]] : [];
  });
}

function compare(said: readonly string[], seen: readonly string[]): Judged {
  const left = counts(said);
  const doubled: string[] = [];
  const strange: string[] = [];
  for (const text of seen) {
    const open = left.get(text);
    if (open === undefined) strange.push(text);
    else if (open === 0) doubled.push(text);
    else left.set(text, open - 1);
  }
  const lost = [...left].filter(([, open]) => open > 0).map(([text]) => text);
  const whole = lost.length === 0 && doubled.length === 0 && strange.length === 0;
  return { lost, doubled, strange, disordered: whole && said.some((text, index) => text !== seen[index]) };
}

function counts(list: readonly string[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const each of list) all.set(each, (all.get(each) ?? 0) + 1);
  return all;
}
