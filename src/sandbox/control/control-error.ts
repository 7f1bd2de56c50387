/** A refusal of the control routes: an HTTP status and one sentence for the caller. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 502;

  constructor(status: 400 | 404 | 502, sentence: string) {
    super(sentence);
    this.name = 'ControlError';
    this.status = status;
  }
}
