/** Statuses only a message from the organisation to the customer has; a customer's own message is `received`. Pure. */
export function isOutboundStatus(status: string | null | undefined): boolean {
  return status?.startsWith('delivery-') || status === 'queued' || status === 'sent' || status === 'read';
}
