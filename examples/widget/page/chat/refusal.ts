/** Why the token backend or the messenger turned the page away. */
export class Refusal extends Error {
  readonly code: string;
  /** Seconds to wait before another try; null: it does not say. */
  readonly retryAfter: number | null;

  constructor(code: string, message: string, retryAfter: number | null = null) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
