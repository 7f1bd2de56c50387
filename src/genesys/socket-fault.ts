/** A notification socket could not be opened or has ended. */
export class SocketFault extends Error {
  /** The server does not know the channel: another socket to it is useless. */
  readonly gone: boolean;

  constructor(why: string, gone: boolean) {
    super(why);
    this.name = 'SocketFault';
    this.gone = gone;
  }
}
