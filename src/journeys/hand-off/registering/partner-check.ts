import type { Clock } from '../../../clock.ts';
import type { ErrorCode } from '../../../errors/catalogue.ts';
import { isCaseOf } from '../../../errors/is-case-of.ts';
import { ReachbackError } from '../../../errors/reachback-error.ts';
import { ownOrganisation } from '../../../genesys/endpoints/own-organisation.ts';
import type { Partner } from '../partner.ts';
import type { PartnerClient } from '../partner-book.ts';
import { isSameClient } from './is-same-client.ts';

/** Asks a partner’s organisation whether it is the one it is registered as. */
export interface PartnerCheck {
  /** Null: it is. Never longer than a press may take; asked again for the same client, it goes on waiting for the same answer. */
  codeOf(partner: Partner): Promise<ErrorCode | null>;
  /** Gives up what is in hand. */
  stop(): Promise<void>;
}

/** Teams takes an answer to a press for three seconds. */
const patienceMs = 1_400;
/** What was answered later than a press may take is good for so long. */
const keptMs = 60_000;

interface Asking {
  readonly partner: Partner;
  readonly client: PartnerClient;
  readonly answer: Promise<ErrorCode | null>;
  readonly at: number;
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
    asking = { partner, client, answer, at: clock.now() };
    return asking;
  }

  function mayServe({ partner: asked, at }: Asking, partner: Partner): boolean {
    return clock.now() - at < keptMs && isSameClient(asked, partner);
  }

  async function ask(partner: Partner, { call }: PartnerClient): Promise<ErrorCode | null> {
    try {
      if ((await ownOrganisationId()) === partner.organisationId) return 'handoff.partner-is-ourselves';
      const { id } = await ownOrganisation(call).catch(asOfPartner);
      return id === partner.organisationId ? null : 'handoff.organisation-mismatch';
    } catch (cause) {
      if (cause instanceof ReachbackError) return cause.code;
      throw cause;
    }
  }

  return {
    async codeOf(partner) {
      const { answer } = asking !== null && mayServe(asking, partner) ? asking : begin(partner);
      return new Promise<ErrorCode | null>((resolve, reject) => {
        let isLate = false;
        const cancel = clock.after(patienceMs, () => {
          isLate = true;
          resolve('handoff.partner-check-late');
        });
        answer.then(
          (code) => {
            cancel();
            // Nobody heard it, so it is kept for who presses again.
            if (!isLate && asking?.answer === answer) asking = null;
            resolve(code);
          },
          (cause) => {
            cancel();
            if (asking?.answer === answer) asking = null;
            reject(cause);
          },
        );
      });
    },
    async stop() {
      await asking?.client.stop();
      await asking?.answer.catch(() => {});
    },
  };
}

/** What is to be done about a refused client of ours is another matter. */
function asOfPartner(cause: unknown): never {
  const refused = cause instanceof ReachbackError && isCaseOf(cause.code, 'genesys.credentials-refused');
  throw refused ? new ReachbackError('handoff.partner-client-refused', { cause }) : cause;
}
