/** A way into the process over HTTP beside Teams' own: who made it knows what comes in and answers it. */
export interface Door {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS';
  /** With `:name` for a parameter. */
  readonly path: string;
  /** Never throws: what it throws all the same is answered 500 with `door.failed`, and logged. */
  readonly answer: (request: DoorRequest) => Promise<DoorAnswer>;
}

export interface DoorRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** By name in small letters; the first of several. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes as they came, which is what a signature is of; 256 KB at most. */
  readonly body: Buffer;
  /** The address of who connected. */
  readonly address: string;
}

export interface DoorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON; absent: none. */
  readonly body?: unknown;
}
