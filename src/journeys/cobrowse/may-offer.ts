import type { ErrorCode } from '../../errors/catalogue.ts';
import type { DeploymentCobrowse } from '../../genesys/deployment-cobrowse.ts';
import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import { customerLeg } from '../../sessions/customer-leg.ts';
import { connectedLeg } from '../replying/agent-leg.ts';
import { type ContractChoice, type ContractFacts, chooseContract } from './contract-table.ts';

/** All that is asked before cobrowse is offered, as it stands this moment. */
export interface OfferFacts extends Omit<ContractFacts, 'deploymentControl'> {
  /** The Genesys user who offers it; null: nobody we know. */
  readonly agentId: string | null;
  /** How Genesys writes it, as `On Queue`; null: it did not say. */
  readonly presence: string | null;
  /** Null: there is none of that id. */
  readonly conversation: ConversationWire | null;
  /** Null: it could not be read. */
  readonly deployment: DeploymentCobrowse | null;
}

/**
 * By which contract cobrowse may be offered, or the first reason it must not be, by name: every refusal the platform is reported to give, and
 * the session that silently never connects, is found here before anything leaves. Pure.
 */
export function mayOffer(facts: OfferFacts): ContractChoice {
  const { agentId, conversation, deployment } = facts;
  if (agentId === null) return { refused: 'cobrowse.initiator-unknown' };
  const refused =
    atWork(facts.presence) ??
    (conversation === null ? 'cobrowse.conversation-unknown' : connected(conversation, agentId)) ??
    (deployment === null
      ? 'cobrowse.deployment-unread'
      : deployment.enabled
        ? null
        : 'cobrowse.deployment-off');
  if (refused !== null || deployment === null) return { refused: refused ?? 'cobrowse.deployment-unread' };
  return chooseContract({ ...facts, deploymentControl: deployment.control });
}

/** Offline is taken for not logged in: *unverified*, the report says only that such a session is made and never connects. */
function atWork(presence: string | null): ErrorCode | null {
  if (presence === null) return 'cobrowse.presence-unknown';
  return presence.trim().toLowerCase() === 'offline' ? 'cobrowse.initiator-offline' : null;
}

function connected(conversation: ConversationWire, agentId: string): ErrorCode | null {
  const customer = customerLeg(conversation);
  if (customer === null) return 'cobrowse.not-web';
  if (!customer.connected || typeof conversation.endTime === 'string') return 'cobrowse.conversation-over';
  if (connectedLeg(conversation, agentId) !== null) return null;
  const wasThere = conversation.participants.some(({ userId }) => userId === agentId);
  return wasThere ? 'cobrowse.not-connected' : 'cobrowse.not-yours';
}
