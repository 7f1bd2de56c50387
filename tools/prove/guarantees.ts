import type { Findings } from './suite.ts';
import type { Summary } from './summary.ts';

/** Where and how a run was made. */
export interface RunNotes {
  readonly commit: string;
  /** ISO-8601 day. */
  readonly date: string;
  readonly node: string;
  readonly processors: number;
  readonly command: string;
  readonly minutes: number;
}

/** docs/guarantees.md, every figure of it from one run. */
export function guarantees(
  summary: Summary,
  findings: ReadonlyMap<string, Findings>,
  { commit, date, node, processors, command, minutes }: RunNotes,
): string {
  const { kills, duplicates, lost, unknown, unsettled, socketFaults, wrongPresence } = summary;
  const { throttled, malformed, handOffs, firstTokens, forgeries } = summary;
  const share = kills === 0 ? 0 : (100 * unknown) / kills;
  const rows: readonly (readonly [promise: string, seen: string])[] = [
    [
      'Nobody gets a message twice, however the program ends, whatever becomes of an answer',
      `${count(kills)} kills, ${count(duplicates)} duplicates`,
    ],
    ['What was approved is sent, or its end is shown by name', `${count(lost)} lost`],
    [
      'Where nobody can know whether a message left, it is looked for, then a person is asked',
      `${count(unknown)} seen as *unknown* (${share.toFixed(1)} % of kills), ${count(unsettled)} neither settled nor shown within 60 s of a restart`,
    ],
    [
      'Presence equals the platform’s after every break of a socket; nothing is invented',
      `${count(socketFaults)} faults, ${count(wrongPresence)} wrong states`,
    ],
    [
      'Under the platform’s limits nothing is dropped, and nothing leaves before Retry-After is over',
      throttled === null
        ? 'not run'
        : `${count(throttled.dropped)} dropped, ${count(throttled.earlyCalls)} early calls, drained in ${throttled.drainRatio.toFixed(2)} times the least time`,
    ],
    [
      'Nothing that comes in from outside ends the program',
      malformed === null
        ? 'not run'
        : `${count(malformed.tried)} malformed inputs, ${count(malformed.crashes)} crashes`,
    ],
    [
      'Whoever asks for a widget’s token for the first time gets one external contact, however often at once',
      firstTokens === null
        ? 'not run'
        : `${count(firstTokens.requests)} requests by ${count(firstTokens.users)} users, ${count(firstTokens.contacts)} contacts`,
    ],
    [
      'Nothing forged is believed: assertions, widget tokens, hand-off tickets, webhooks',
      forgeries === null
        ? 'not run'
        : `${count(forgeries.tried)} forged or mangled, ${count(forgeries.accepted)} accepted`,
    ],
    [
      'A conversation handed to another organisation loses, doubles and reorders no word on either side',
      handOffs === null
        ? 'not run'
        : `${count(handOffs.tried)} hand-offs: ${count(handOffs.lost)} messages lost, ${count(handOffs.doubled)} doubled, ${count(handOffs.disordered)} transcripts out of order`,
    ],
  ];
  const told = [...findings].flatMap(([name, { told: lines, problems }]) => [
    `- **${name}**${problems.length === 0 ? '' : ` (${problems.length} promises did not hold)`}: ${lines.join('; ')}`,
  ]);
  return `# Guarantees

Written by \`${command}\`: commit \`${commit}\`, ${date}, Node ${node}, ${processors} processors, ${minutes} minutes, seed \`${summary.seeds.join(', ')}\`.
Do not edit: change the code or the run. \`npm run prove -- --seed ${summary.seeds.join(',')}\` plays it again; a failure prints the command that replays it alone.

| promise | seen in this run |
|---|---|
${rows.map(([promise, seen]) => `| ${promise} | ${seen} |`).join('\n')}

What was done:

${told.join('\n')}

## How it is judged

The real program runs as a process of its own against the sandbox, which outlives it and keeps an append-only record of what customers
and Teams saw. Only that record, and what the harness did itself, is judged; never the program's log. Two suites compare with the program's own store, read only:
what it holds true of presence after a break of sockets, and how its outreaches ended in the storm. Sockets and storm run in a time that is faster for both programs alike, so that every real
delay counts that often against us; a round of socket faults that does not hold in haste is played again, alone and with less of it, and counts as it went then. The
product has no switch for any of this: a preload ends it (SIGKILL) just before or after a commit, a request or an answer, fills its disk,
or takes one protection out. For each protection \`npm run prove -- --without <name>\` must go red (\`--without all\` tries each in turn).

## What is promised, in exact words

- **A message to a customer: at most once.** The platform's send has no idempotency key, so between "the request left" and "the answer is
  written" nobody can have both *exactly once* and *never lost*. The attempt is written before the request leaves. A crash after that, where it
  is not known for sure that nothing left yet, or a lost answer makes the outreach *unknown*: it is looked for in the conversation's own messages, and where that does not settle it,
  a person is asked with one card. It is never sent again by itself.
- **An approval: never silently lost.** Each that was answered ends as sent, held back with its reason, failed with its code, or as that question.
- **Cards: at least once.** A card whose post was not answered may be there twice; one of the two then stays as it was. Of several instances one at a time has a card.
- **An occasion counts once**: an agent who becomes available leads to one message at most, through restarts and on several instances.

## What is not promised

- The *unknown* window itself: it is as long as a request takes, and cannot be closed from this side. Its share is printed above. After a power cut, off Linux and on PostgreSQL
  it begins with the written attempt.
- On PostgreSQL what an instance left in the middle of a send when it died is taken up after 20 s: until then another instance may be
  carrying it. On SQLite, where one process has the store, at once.
- That the platform's own record is right: what it stored and does not show cannot be found.
- A full disk is the engine's own refusal (SQLITE_FULL), not one of the file system; a lost write cache, torn pages and broken disks are left to SQLite and PostgreSQL.
`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
