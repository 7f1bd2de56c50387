import type { Clock } from '../../../clock.ts';
import type { ErrorCode } from '../../../errors/catalogue.ts';
import { ReachbackError } from '../../../errors/reachback-error.ts';
import { ownOrganisation } from '../../../genesys/endpoints/own-organisation.ts';
import type { Partner } from '../partner.ts';
import type { PartnerClient } from '../partner-book.ts';

/** Asks a partner’s organisation whether it is the one it is registered as. */
export interface PartnerCheck {
  /** Null: it is. Never longer than a press may take; asked again for the same client, it goes on waiting for the same answer. */
  codeOf(partner: Partner): Promise<ErrorCode | null>;
  /** Gives up what is in hand. */
  stop(): Promise<void>;
}

/** Teams takes an answer to a press for three seconds. */
const patienceMs = 1_400;

interface Asking {
  readonly partner: Partner;
  readonly client: PartnerClient;
  readonly answer: Promise<ErrorCode | null>;
}

export function createPartnerCheck(parts: {
  client: (partner: Partner) => PartnerClient;
  ownOrganisationId: () => Promise<string>;
  clock: Clock;
}): PartnerCheck {
  const { client: clientOf, ownOrganisationId, clock } = parts;
  /** The last one, until somebody has its answer. */
  let asking: Asking | null = null;

  function begin(partner: Partner): Asking {
    const client = clientOf(partner);
    const answer = ask(partner, client).finally(() => client.stop());
    // Nobody may be waiting any more.
    answer.catch(() => {});
    return { partner, client, answer };
  }

  async function ask(partner: Partner, { call }: PartnerClient): Promise<ErrorCode | null> {
    try {
      if ((await ownOrganisationId()) === partner.organisationId) return 'handoff.partner-is-ourselves';
      const { id } = await ownOrganisation(call);
      return id === partner.organisationId ? null : 'handoff.organisation-mismatch';
    } catch (cause) {
      if (cause instanceof ReachbackError) return cause.code;
      throw cause;
    }
  }

  return {
    async codeOf(partner) {
      const mine = asking !== null && isSameClient(asking.partner, partner) ? asking : begin(partner);
      asking = mine;
      const code = await new Promise<ErrorCode | null>((resolve, reject) => {
        const cancel = clock.after(patienceMs, () => resolve('handoff.partner-check-late'));
        mine.answer.then(resolve, reject).finally(cancel);
      });
      if (code !== 'handoff.partner-check-late' && asking === mine) asking = null;
      return code;
    },
    async stop() {
      await asking?.client.stop();
      await asking?.answer.catch(() => {});
    },
  };
}

/** Whether what one may ask for is what the other may. */
export function isSameClient(one: Partner, other: Partner): boolean {
  return (
    one.organisationId === other.organisationId &&
    one.apiUrl === other.apiUrl &&
    one.loginUrl === other.loginUrl &&
    one.clientId === other.clientId &&
    one.clientSecret.reveal() === other.clientSecret.reveal()
  );
}
