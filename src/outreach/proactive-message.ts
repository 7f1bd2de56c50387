/** The message as the product thinks of it; each route writes it in its own wire form. */
export interface ProactiveMessage {
  readonly type: 'proactive';
  /** The deployment of the customer's own session. */
  readonly channelId: string;
  readonly to: { readonly type: 'web'; readonly id: string };
  readonly from: { readonly type: 'agent'; readonly id: string };
  readonly body: { readonly contentType: 'text/plain'; readonly content: string };
}
