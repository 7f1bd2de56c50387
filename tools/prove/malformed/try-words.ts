import type { Edge } from './edge.ts';
import { mangleBytes } from './mangle-bytes.ts';

const phrases = [
  'status',
  'help',
  'Hello, is my parcel on its way?',
  'stop',
  'status <script>alert(1)</script> {agent} {{x}} $y %s %n',
  '=cmd|calc!A1 "; drop table outreach; --',
  '<at>Reachback</at> status',
  '👩‍👩‍👧‍👦'.repeat(400),
  '‮right to left',
  '{customer, select, none {}}',
] as const;

/** What people write, customers in the messenger and users in Teams: texts the program must take as they are. */
export const tryWords: Edge = {
  name: 'words',
  count: { short: 60, full: 1_000 },
  batch: 20,
  async attempt({ world, chance, customerIds, chats }, numbers) {
    await Promise.all(
      numbers.map(async (number) => {
        const drawn = chance('words', number);
        const phrase = drawn.pick(phrases);
        const text = (
          drawn.below(3) === 0 ? phrase : mangleBytes(Buffer.from(phrase), drawn).toString('utf8')
        ).slice(0, 2_000);
        const chat = chats[drawn.below(chats.length)];
        const customerId = customerIds[drawn.below(customerIds.length)];
        const say = drawn.below(2) === 0 || customerId === undefined;
        // The sandbox refuses what the platforms would refuse, too; that never reaches the program.
        if (say && chat !== undefined) await world.sandbox.say(chat.id, chat.userId, text).catch(() => {});
        else if (customerId !== undefined)
          await world.sandbox.customerWrites(customerId, text).catch(() => {});
      }),
    );
    return [];
  },
};
