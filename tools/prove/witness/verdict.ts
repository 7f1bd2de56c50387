import type { Deeds } from './deeds.ts';
import type { MessageSeen, OutreachSeen, Witness } from './witness.ts';

/** A promise that does not hold, and what of. */
export interface Breach {
  readonly promise:
    | 'never twice'
    | 'never lost'
    | 'settled or shown'
    | 'cards tell the truth'
    | 'each occasion counts once'
    | 'one process a file'
    | 'a hand-off carries each word once, in order'
    | 'the end of one side ends both';
  readonly what: string;
}

export interface Verdict {
  /** What no waiting mends. */
  readonly broken: readonly Breach[];
  /** What may still come right; broken when it does not in time. */
  readonly open: readonly Breach[];
  readonly duplicates: number;
  readonly lost: number;
  /** Outreaches a person saw as unknown, or was asked about, if only until the next look. */
  readonly unknown: number;
  /** Those that no look settled: a person's to decide. */
  readonly asked: number;
  readonly unsettled: number;
}

const sentStates = ['sent', 'delivered', 'undelivered', 'replied'];
const doubtful = ['unknown', 'asked'];
/** Ends that say: nothing was sent. */
const unsentEnds = ['held', 'failed', 'declined', 'expired', 'cancelled'];

/** Judges what was seen against what was done. `personOf`: two of the messenger's customers can be one person. */
export function verdict(
  witness: Pick<Witness, 'outreaches' | 'messages'>,
  deeds: Deeds,
  personOf: (customerId: string) => string,
): Verdict {
  const outreaches = witness.outreaches();
  const messages = witness.messages();
  const broken: Breach[] = [];
  const open: Breach[] = [];

  const perPerson = Map.groupBy(messages, ({ customerId }) => personOf(customerId));
  for (const [person, got] of perPerson) {
    if (got.length < 2) continue;
    const all = got.map(({ id, text, at }) => `${id} at ${new Date(at).toISOString()} "${text}"`);
    broken.push({ promise: 'never twice', what: `${person} got ${got.length} messages: ${all.join(', ')}` });
  }
  const duplicates = [...perPerson.values()].reduce((sum, got) => sum + got.length - 1, 0);

  const senderOf = ({ text }: MessageSeen) => /^Prove: (.*?) to /.exec(text)?.[1] ?? '';
  for (const [name, sent] of Map.groupBy(messages, senderOf)) {
    const occasions = deeds.occasions.filter(({ agentName }) => agentName === name).length;
    if (sent.length > occasions)
      broken.push({
        promise: 'each occasion counts once',
        what: `${name} became available ${occasions} times and ${sent.length} messages were sent`,
      });
  }
  for (const { agentName, at } of deeds.overlooked)
    broken.push({
      promise: 'each occasion counts once',
      what: `${agentName} was free from ${new Date(at).toISOString()} on and nothing was proposed`,
    });

  const texts = Map.groupBy(outreaches, ({ text }) => text);
  for (const [text, got] of Map.groupBy(messages, (message) => message.text)) {
    const told = texts.get(text) ?? [];
    if (told.length < new Set(got.map(({ customerId }) => personOf(customerId))).size)
      open.push({ promise: 'settled or shown', what: `no card tells of a message that was sent: "${text}"` });
  }
  for (const [text, told] of texts)
    open.push(
      ...untrue(
        told,
        messages.filter((message) => message.text === text),
      ),
    );
  const unsettled = open.filter(({ promise }) => promise === 'settled or shown').length;

  const presses = new Map(deeds.presses.map((press) => [press.key, press]));
  for (const outreach of outreaches) {
    const press = presses.get(outreach.key);
    if (press === undefined) continue;
    const wanted =
      press.verdict === 'approve' ? [...sentStates, ...doubtful, 'held', 'failed'] : ['declined'];
    if (stateOf(outreach).some((state) => !wanted.includes(state)))
      open.push({
        promise: 'never lost',
        what: `answered as ${press.verdict}d, and shown as ${stateOf(outreach).join(' and ')}: ${outreach.key}`,
      });
  }
  return {
    broken,
    open,
    duplicates,
    lost: open.filter(({ promise }) => promise === 'never lost').length,
    unknown: outreaches.filter(({ states }) => states.some((state) => doubtful.includes(state))).length,
    asked: outreaches.filter((outreach) => stateOf(outreach).some((state) => doubtful.includes(state)))
      .length,
    unsettled,
  };
}

/** Where the cards of outreaches with one text differ from what their customers saw. */
function untrue(told: readonly OutreachSeen[], got: readonly MessageSeen[]): Breach[] {
  const breaches: Breach[] = [];
  const say = (promise: Breach['promise'], what: string, { key }: OutreachSeen) =>
    void breaches.push({ promise, what: `${what}: ${key}` });
  for (const outreach of told) {
    const shown = stateOf(outreach);
    const [state = ''] = shown;
    if (shown.length > 1) say('cards tell the truth', `cards show ${shown.join(' and ')}`, outreach);
    else if (['proposed', 'awaiting-approval', 'approved', 'sending'].includes(state))
      say('settled or shown', `still ${state}`, outreach);
  }
  const states = told.map((outreach) => stateOf(outreach)[0] ?? '');
  const [first] = told;
  if (first === undefined) return breaches;
  const sent = states.filter((state) => sentStates.includes(state)).length;
  const inDoubt = states.filter((state) => doubtful.includes(state)).length;
  if (sent > got.length) say('never lost', `${sent} cards say sent, ${got.length} messages came`, first);
  else if (sent < got.length) {
    const unsent = states.filter((state) => unsentEnds.includes(state)).length;
    const what = `${got.length} messages came, cards show ${states.join(', ')}`;
    if (inDoubt > 0) say('cards tell the truth', `a message was there to be found, ${what}`, first);
    else if (unsent === states.length) say('cards tell the truth', what, first);
  } else if (told.length === 1 && got.length === 1) breaches.push(...late(first, states[0] ?? '', got));
  return breaches;
}

/** One card and its one message: does it tell what became of it? */
function late(outreach: OutreachSeen, state: string, [message]: readonly MessageSeen[]): Breach[] {
  if (message === undefined || !sentStates.includes(state)) return [];
  const right =
    message.repliedAt !== null
      ? ['replied']
      : message.shown
        ? ['delivered', 'sent']
        : ['undelivered', 'sent'];
  if (right.includes(state)) return [];
  return [
    {
      promise: 'cards tell the truth',
      what: `shows ${state}, should be ${right.join(' or ')}: ${outreach.key}`,
    },
  ];
}

/** The states its cards show now, each once. */
function stateOf({ places }: OutreachSeen): string[] {
  return [...new Set([...places.values()].map(({ state }) => state))];
}
