/** Shapes of the analytics conversation record, as a real web messaging record lays it out. Absent, never null. */
export interface SegmentRecord {
  readonly segmentStart: string;
  readonly segmentEnd?: string;
  readonly segmentType: 'alert' | 'interact' | 'parked' | 'system' | 'wrapup';
  readonly conference: false;
  readonly queueId?: string;
  readonly disconnectType?: string;
  readonly wrapUpCode?: string;
  readonly wrapUpNote?: string;
}

export interface SessionRecord {
  readonly sessionId: string;
  readonly mediaType: 'message';
  readonly messageType: 'webmessaging' | 'open';
  readonly direction: 'inbound' | 'outbound';
  readonly addressFrom: string;
  readonly addressTo: string;
  readonly peerId?: string;
  readonly provider: 'PureCloud Messaging';
  readonly remote?: string;
  readonly authenticated: boolean;
  readonly cleared: boolean;
  readonly deliveryStatus?: string;
  readonly deliveryStatusChangeDate?: string;
  readonly journeyCustomerId?: string;
  readonly journeyCustomerIdType?: 'cookie';
  readonly journeyCustomerSessionId?: string;
  readonly journeyCustomerSessionIdType?: 'web';
  readonly requestedRoutings?: readonly string[];
  readonly usedRouting?: string;
  readonly selectedAgentId?: string;
  readonly flowInType?: string;
  readonly flow?: Readonly<Record<string, string>>;
  readonly metrics: readonly { readonly emitDate: string; readonly name: string; readonly value: number }[];
  readonly segments: readonly SegmentRecord[];
}

interface ParticipantRecord {
  readonly participantId: string;
  readonly participantName?: string;
  readonly purpose: string;
  readonly userId?: string;
  readonly externalContactId?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly sessions: readonly SessionRecord[];
}

export interface ConversationRecord {
  readonly conversationId: string;
  readonly conversationStart: string;
  readonly conversationEnd?: string;
  readonly originatingDirection: 'inbound' | 'outbound';
  readonly conversationInitiator: 'customer' | 'agent';
  readonly customerParticipation: boolean;
  readonly divisionIds: readonly string[];
  readonly inactivityTimeout?: string;
  readonly participants: readonly ParticipantRecord[];
}
