import type { Agent } from '../../world/agent.ts';

export type PartnerQueue = 'Repairs' | 'Claims';

/** The four agents of the second organisation: one talking, one free, two away. */
export const partnerAgents: readonly {
  readonly name: string;
  readonly title: string;
  readonly queues: readonly PartnerQueue[];
  readonly presence: string;
  readonly routingStatus: Agent['routingStatus'];
  readonly minutes: number;
}[] = [
  {
    name: 'Nora Halvorsen',
    title: 'Repair Advisor',
    queues: ['Repairs'],
    presence: 'On Queue',
    routingStatus: 'INTERACTING',
    minutes: 31,
  },
  {
    name: 'Victor Dubois',
    title: 'Repair Advisor',
    queues: ['Repairs', 'Claims'],
    presence: 'On Queue',
    routingStatus: 'IDLE',
    minutes: 6,
  },
  {
    name: 'Sanne Jansen',
    title: 'Claims Handler',
    queues: ['Claims'],
    presence: 'Meal',
    routingStatus: 'OFF_QUEUE',
    minutes: 17,
  },
  {
    name: 'Idris Kamara',
    title: 'Claims Handler',
    queues: ['Claims'],
    presence: 'Offline',
    routingStatus: 'OFF_QUEUE',
    minutes: 540,
  },
];

/** A visit of somebody, named or not, in minutes before the start; `left` when nobody had come. */
export const partnerVisits: readonly {
  readonly name: string | null;
  readonly timeZone: string;
  readonly queue: PartnerQueue;
  readonly minutes: number;
  readonly end: 'agent' | 'left' | 'goes-on';
}[] = [
  { name: 'Astrid Solberg', timeZone: 'Europe/Oslo', queue: 'Repairs', minutes: 2, end: 'goes-on' },
  { name: 'Marco Bianchi', timeZone: 'Europe/Rome', queue: 'Repairs', minutes: 44, end: 'agent' },
  { name: 'Tess Calloway', timeZone: 'America/Denver', queue: 'Claims', minutes: 95, end: 'agent' },
  { name: null, timeZone: 'Europe/London', queue: 'Repairs', minutes: 130, end: 'left' },
  { name: 'Joon-ho Lim', timeZone: 'Asia/Seoul', queue: 'Repairs', minutes: 210, end: 'agent' },
  { name: 'Mariama Sow', timeZone: 'Africa/Dakar', queue: 'Claims', minutes: 330, end: 'left' },
  { name: null, timeZone: 'Europe/Berlin', queue: 'Claims', minutes: 415, end: 'agent' },
  { name: 'Henrik Aalto', timeZone: 'Europe/Helsinki', queue: 'Repairs', minutes: 620, end: 'agent' },
  { name: 'Paula Navarro', timeZone: 'Europe/Madrid', queue: 'Claims', minutes: 850, end: 'agent' },
  { name: null, timeZone: 'America/Toronto', queue: 'Repairs', minutes: 1130, end: 'agent' },
  { name: 'George Whitfield', timeZone: 'Europe/London', queue: 'Repairs', minutes: 1700, end: 'agent' },
  { name: null, timeZone: 'Australia/Sydney', queue: 'Claims', minutes: 2900, end: 'left' },
];
