/** A notification socket could not be opened or has ended. */
export class SocketFault extends Error {
  /** The server does not know the channel: another socket to it is useless. */
  readonly gone: boolean;

  /** It was ended for another channel of the same OAuth client. */
  readonly evicted: boolean;

  constructor(why: string, gone: boolean, evicted = false) {
    super(why);
    this.name = 'SocketFault';
    this.gone = gone;
    this.evicted = evicted;
  }
}
