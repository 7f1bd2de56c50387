/** How an organisation treats its conversations; each organisation has its own. */
export interface ConversationRules {
  /** Whether a waiting customer rings at an idle agent of the queue by itself, or only when somebody says so. */
  routing: 'by-hand' | 'automatic';
  /** How long a conversation rings at an agent before it counts as missed. */
  alertSeconds: number;
  /** After-call work that ends by itself; an agent may end it sooner. */
  afterCallWorkSeconds: number;
  /** A connected conversation nobody wrote in for so long is ended; null for never. */
  inactivityMinutes: number | null;
  /** Minutes of the threading window for messengers that have none of their own. */
  defaultThreadingMinutes: number;
  /** Threading windows of the messengers the sandbox does not speak; `threadingMinutes` is web messaging's. */
  otherThreading: { readonly messengerType: string; readonly timeoutInMinutes: number }[];
  /** How late a new conversation reaches the synchronous query; seconds to minutes on the platform. */
  queryLagSeconds: number;
  /** How long an analytics job takes, and how far its data is behind. */
  jobSeconds: number;
  jobLagMinutes: number;
  /** unverified: a message that waited becomes `delivery-success` when the guest returns. */
  deliveredOnReturn: boolean;
}

/** The strict reading where nothing is published. */
export function defaultConversationRules(): ConversationRules {
  return {
    routing: 'by-hand',
    alertSeconds: 30,
    afterCallWorkSeconds: 1,
    inactivityMinutes: null,
    defaultThreadingMinutes: 4320,
    otherThreading: [],
    queryLagSeconds: 0,
    jobSeconds: 1,
    jobLagMinutes: 120,
    deliveredOnReturn: false,
  };
}
