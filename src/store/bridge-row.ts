import type { Insertable, Selectable, Updateable } from 'kysely';
import { z } from 'zod';
import type { Schema } from './schema.ts';
import {
  type Bridge,
  type BridgePatch,
  bridgeEnds,
  bridgeStates,
  type Carried,
  type CarriedPatch,
  carriedKinds,
  carriedStates,
  directions,
} from './shapes/bridge-table.ts';

type BridgeRow = Selectable<Schema['bridge']>;
type CarriedRow = Selectable<Schema['carried']>;

const bit = (value: boolean): number => (value ? 1 : 0);
const attributes = z.record(z.string(), z.string());
const receipts = ['Delivered', 'Failed'] as const;

export function bridgeRow(bridge: Bridge): Insertable<Schema['bridge']> {
  return {
    ...bridge,
    attributes: JSON.stringify(bridge.attributes),
    sideIsOver: bit(bridge.sideIsOver),
    endTold: bit(bridge.endTold),
    warned: bit(bridge.warned),
    transcriptTaken: bit(bridge.transcriptTaken),
  };
}

export function bridgeValues({
  sideIsOver,
  endTold,
  warned,
  transcriptTaken,
  ...rest
}: BridgePatch): Updateable<Schema['bridge']> {
  return {
    ...rest,
    ...(sideIsOver !== undefined && { sideIsOver: bit(sideIsOver) }),
    ...(endTold !== undefined && { endTold: bit(endTold) }),
    ...(warned !== undefined && { warned: bit(warned) }),
    ...(transcriptTaken !== undefined && { transcriptTaken: bit(transcriptTaken) }),
  };
}

export function bridgeFrom(row: BridgeRow): Bridge {
  return {
    ...row,
    attributes: attributes.parse(JSON.parse(row.attributes)),
    state: known(bridgeStates, row.state),
    endedBy: row.endedBy === null ? null : known(bridgeEnds, row.endedBy),
    sideIsOver: row.sideIsOver === 1,
    endTold: row.endTold === 1,
    warned: row.warned === 1,
    transcriptTaken: row.transcriptTaken === 1,
  };
}

export function carriedRow(carried: Carried): Insertable<Schema['carried']> {
  return { ...carried, lastPart: bit(carried.lastPart) };
}

export function carriedValues(patch: CarriedPatch): Updateable<Schema['carried']> {
  return { ...patch };
}

export function carriedFrom(row: CarriedRow): Carried {
  return {
    ...row,
    direction: known(directions, row.direction),
    kind: known(carriedKinds, row.kind),
    state: known(carriedStates, row.state),
    lastPart: row.lastPart === 1,
    receiptDue: row.receiptDue === null ? null : known(receipts, row.receiptDue),
    receiptSent: row.receiptSent === null ? null : known(receipts, row.receiptSent),
  };
}

function known<T extends string>(values: readonly T[], value: string): T {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new TypeError('a row of a bridge is in no known state');
  return found;
}
