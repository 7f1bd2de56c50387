/** The tables of a widget of one's own. */
export interface WidgetSchema {
  widgetContact: {
    source: string;
    value: string;
    contactId: string | null;
    claimedAt: number;
    checkedAt: number;
  };
  widgetVisit: {
    id: string;
    contactId: string | null;
    deploymentId: string;
    sealed: string | null;
    createdAt: number;
    endsAt: number;
    revokedAt: number | null;
  };
  widgetLink: {
    conversationId: string;
    visitId: string;
    contactId: string;
    linked: number;
    failures: number;
    nextTryAt: number | null;
    code: string | null;
  };
  widgetAssertion: { key: string; endsAt: number };
}
