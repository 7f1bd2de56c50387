import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import type { ConversationRules } from '../../world/conversation-rules.ts';
import type { Org } from '../../world/org.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';

const body = z.strictObject({
  routing: z.enum(['by-hand', 'automatic']).optional(),
  alertSeconds: z.number().positive().max(7200).optional(),
  afterCallWorkSeconds: z.number().min(0).max(7200).optional(),
  inactivityMinutes: z.number().positive().max(527_040).nullable().optional(),
  deliveredOnReturn: z.boolean().optional(),
  queryLagSeconds: z.number().min(0).max(3600).optional(),
  jobSeconds: z.number().min(0).max(3600).optional(),
  jobLagMinutes: z.number().min(0).max(2880).optional(),
  threadingMinutes: z.int().min(0).max(4320).optional(),
});

/** `POST /orgs/{id}/conversation-rules`: how an organisation treats its conversations; what is not named stays. */
export function rulesRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post<{ Params: { id: string } }>('/orgs/:id/conversation-rules', (request) => {
    const org = sandbox.world.orgs.get(request.params.id);
    if (org === undefined) throw new ControlError(404, `There is no organisation ${request.params.id}.`);
    const { threadingMinutes, ...rules } = checked(body, request.body);
    if (threadingMinutes !== undefined) org.threadingMinutes = threadingMinutes;
    Object.assign(org.rules, given(rules));
    sandbox.changed();
    sandbox.live.emit('rules', { orgId: org.id });
    return rulesView(org);
  });
}

/** What the body names; `undefined` would take a rule away. */
function given(rules: object): Partial<ConversationRules> {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));
}

function rulesView({ rules, threadingMinutes }: Org): Record<string, unknown> {
  const { defaultThreadingMinutes: _, otherThreading: __, ...own } = rules;
  return { ...own, threadingMinutes };
}
