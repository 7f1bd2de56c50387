/**
 * What this computer still knows of a program that was killed on it: notes in a file that are not forced to the disk, since the kernel keeps
 * them when a process dies. After a power cut they say nothing.
 */
export interface Departures {
  /** An attempt is about to be written into the ledger, as this version of the row. Never throws: what is not noted is not known. */
  begin(outreachId: string, version: number): void;
  /** The first byte of that attempt's request is about to leave. Throws `store.*` where that cannot be noted: then nothing may leave. */
  leave(outreachId: string, version: number): void;
  /**
   * An earlier life of the program, since this computer was started, began that attempt and surely ended before a byte of it left. False:
   * that is not known.
   */
  surelyStayed(outreachId: string, version: number): boolean;
  close(): void;
}
