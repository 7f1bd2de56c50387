import { agentCalls } from './agent-calls.ts';
import { auditCalls } from './audit-calls.ts';
import { contactCalls } from './contact-calls.ts';
import type { ContractCalls } from './contract-call.ts';
import { conversationCalls } from './conversation-calls.ts';
import { deskCalls } from './desk-calls.ts';
import { fieldCalls } from './field-calls.ts';
import { guestCalls } from './guest-calls.ts';
import { jobCalls } from './job-calls.ts';
import { notificationCalls } from './notification-calls.ts';
import { openCalls } from './open-calls.ts';
import { subjectCalls } from './subject-calls.ts';
import { tokenCalls } from './token-calls.ts';
import { webCalls } from './web-calls.ts';

/** A call for every endpoint of the platform that the sandbox has. */
export const contractCalls: ContractCalls = {
  ...webCalls,
  ...subjectCalls,
  ...tokenCalls,
  ...agentCalls,
  ...notificationCalls,
  ...conversationCalls,
  ...jobCalls,
  ...deskCalls,
  ...contactCalls,
  ...guestCalls,
  ...fieldCalls,
  ...openCalls,
  ...auditCalls,
};
