import { en } from '../../bot/locales/en.ts';
import { type HeldReason, heldReasons } from '../../src/policy/held-reason.ts';

/** What a person does about it, if anything. */
const nexts: Readonly<Record<HeldReason, string>> = {
  'outside-24h': 'Nothing to do: only customers of the last 24 hours are written to.',
  paused: 'Say “resume” to the bot: as a supervisor for everybody, in your own chat for yourself.',
  'contacted-recently':
    'Nothing to do: CONTACT_AGAIN_AFTER_HOURS sets how long. A follow-up may leave once the customer has answered.',
  'declined-recently':
    'Nothing to do: CONTACT_AGAIN_AFTER_HOURS sets how long a supervisor’s no holds. A follow-up can be asked for from the declined card.',
  'failed-recently':
    'Nothing to do: the customer’s turn comes again after an hour. The card of the message that failed names its code.',
  'open-outreach': 'Decide on the card of the other message, or wait for its end.',
  'connected-now': 'Nothing to do: whoever looks after the conversation writes there.',
  'assigned-to-another-agent': 'Nothing to do: that agent writes there.',
  parked: 'Nothing to do: the agent who parked the conversation comes back to it.',
  'waiting-in-queue': 'Nothing to do: the next free agent of the queue takes the customer.',
  'session-expired':
    'The customer must come back first. If it is often so: Genesys Admin > Message > Messenger Configurations: set the session duration to a day or more.',
  cleared: 'Leave the customer alone until they write by themselves.',
  'no-route':
    'Let visitors of the messenger be linked to external contacts; who stays anonymous is reached only where npm run doctor says that another way is offered.',
  'agent-not-on-channel': 'Genesys Admin > Queues: add the agent to a queue that the deployment routes to.',
  'agent-no-longer-available': 'Nothing to do: another agent who becomes free is an occasion of its own.',
  'quiet-hours':
    'Nothing to do: QUIET_HOURS sets the night, TIME_ZONE where no customer’s own zone is known.',
  'opted-out': 'Leave the customer alone until they write by themselves.',
  'conversation-gone': 'Nothing to do: the customer must begin anew.',
  'permission-missing':
    'Run npm run doctor: it names the permission. Add it in Genesys Admin > Roles, then restart Reachback: rights are read at its start.',
  'approval-needed':
    'A supervisor changed the mode after this one was cleared. Follow up from its card: then a supervisor is asked first.',
  'region-mismatch': 'Set GENESYS_REGION, leave GENESYS_API_URL and GENESYS_LOGIN_URL out, and start again.',
};

/** Why a message was kept back, in the words of its card. */
export interface HeldBack {
  readonly reason: HeldReason;
  readonly meaning: string;
  readonly next: string;
}

/** Every reason there is. */
export const heldBack: readonly HeldBack[] = heldReasons.map((reason) => {
  const words = en[`held.${reason}`];
  return { reason, meaning: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`, next: nexts[reason] };
});
