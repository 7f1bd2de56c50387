import { conversationDetailsPage } from '../../src/genesys/endpoints/conversation-details-page.ts';
import { ownPermissions } from '../../src/genesys/endpoints/own-permissions.ts';
import { threadingTimeline } from '../../src/genesys/endpoints/threading-timeline.ts';
import { isMet, missingPermissions } from '../../src/genesys/missing-permissions.ts';
import { neededPermissions, type Operation } from '../../src/genesys/needed-permissions.ts';
import { presenceTopic } from '../../src/presence/presence-frame.ts';
import { analyticsSessions } from '../../src/sessions/analytics-sessions.ts';
import { queueConversationsTopic } from '../../src/sessions/conversation-frame.ts';
import { undeliveredTopic } from '../../src/sessions/conversation-signals.ts';
import type { Session } from '../../src/sessions/session.ts';
import { budget } from './checks/budget.ts';
import { channel } from './checks/channel.ts';
import { type DeploymentSeen, deployments } from './checks/deployments.ts';
import { offers } from './checks/offers.ts';
import { permissions } from './checks/permissions.ts';
import { queues } from './checks/queues.ts';
import { threading } from './checks/threading.ts';
import { readDeploymentConfig } from './deployment-config.ts';
import type { Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { listDeployments } from './list-deployments.ts';
import { within } from './within.ts';

/** Deployments whose configuration is read. */
const mostDeployments = 10;
/** The query matches conversations that started on a day of the interval; they go on for up to three days. */
const lookBackMs = 4 * 86_400_000;

/**
 * What can be seen with a token: rights, notifications, queues, deployments, threading, offers, the budget. What a missing
 * permission forbids is said once, by the permission.
 */
export async function examineOrganisation(ground: Ground): Promise<Finding[]> {
  const { call, config, genesys, clock, notes } = ground;
  // Not known is a finding of its own kind, whatever kept it from being known.
  const granted = (await within('permissions', 'genesys.no-answer', () => ownPermissions(call))).value;
  const missing = missingPermissions(neededPermissions, granted).map(({ permission }) => permission);

  const may = (operation: Operation): boolean => mayBeAsked(operation, granted);

  const looks = {
    recent: may('query-conversations')
      ? within('deployments', 'genesys.no-answer', () => recentSessions(ground))
      : skipped,
    queues: may('list-queues')
      ? within('queues', 'genesys.no-answer', () => queues(call, config.queues))
      : skipped,
    threading: may('read-threading')
      ? within(
          'threading',
          'genesys.no-answer',
          async () => threading(await threadingTimeline(call)),
          'warning',
        )
      : skipped,
  };
  const recent = await looks.recent;
  const [seen, offered, queuesSeen, window] = await Promise.all([
    within('deployments', 'genesys.no-answer', () =>
      deploymentsSeen(ground, may('list-deployments'), recent.value ?? []),
    ),
    within(
      'offers',
      'genesys.no-answer',
      () => offers(call, recent.value?.[0]?.conversationId ?? null),
      'warning',
    ),
    looks.queues,
    looks.threading,
  ]);
  const topics = [
    ...(queuesSeen.value?.agentIds ?? []).map(presenceTopic),
    ...(queuesSeen.value?.queueIds ?? []).map(queueConversationsTopic),
    ...(seen.value ?? []).map(({ id }) => undeliveredTopic(id)),
  ];
  const onChannel = await within('topics', 'genesys.no-answer', () =>
    channel({ call, clock, apiUrl: genesys.apiUrl, topics, knownMissing: missing }),
  );
  // Where nothing could be seen for want of a right, or of an answer, that is what there is to say.
  const sawNothing = seen.value?.length === 0 && recent.value === null;
  return [
    ...permissions(granted, {
      widget: config.widget !== null,
      'hand-off': config.handOff.partnersFile !== null,
    }),
    ...(onChannel.value ?? onChannel.findings),
    ...(queuesSeen.value?.findings ?? queuesSeen.findings),
    ...recent.findings,
    ...(seen.value === null ? seen.findings : sawNothing ? [] : deployments(seen.value)),
    ...(window.value === null ? window.findings : [window.value]),
    offered.value ?? offered.findings[0],
    budget(notes.budget()),
  ];
}

/** A look at something that is known to be forbidden; the permission is a finding already. */
const skipped = { value: null, findings: [] } as const;

async function recentSessions({ call, clock }: Ground): Promise<readonly Session[]> {
  const now = clock.now();
  const page = await conversationDetailsPage(call, { from: now - lookBackMs, to: now, pageNumber: 1 });
  return analyticsSessions(page.conversations).sessions;
}

/** Unless it is known that it may not be; for what needs no right, always. */
function mayBeAsked(operation: Operation, granted: readonly string[] | null): boolean {
  if (granted === null) return true;
  return neededPermissions
    .filter((need) => need.operation === operation)
    .every(({ permissions }) => isMet(permissions, granted));
}

async function deploymentsSeen(
  { call, http, genesys }: Ground,
  mayList: boolean,
  recent: readonly Session[],
): Promise<DeploymentSeen[]> {
  // Where it is not known whether we may, asking does not hurt: a refusal leaves those that were written on.
  const listed = mayList ? await listDeployments(call).catch(() => []) : [];
  const used = new Set(recent.map(({ channelId }) => channelId));
  const ids = [...new Set([...used, ...listed.map(({ id }) => id)])].slice(0, mostDeployments);
  return Promise.all(
    ids.map(async (id) => ({
      id,
      listed: listed.find((each) => each.id === id) ?? null,
      config: await readDeploymentConfig(http, genesys.apiUrl, id).catch(() => null),
      used: used.has(id),
    })),
  );
}
