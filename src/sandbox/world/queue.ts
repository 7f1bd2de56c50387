/** Where customers wait for one of its members. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly memberIds: string[];
}
