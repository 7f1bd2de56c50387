import type { Agent } from '../world/agent.ts';

/** An agent of the seeded organisation: who, in which queues, and doing what since how many minutes. */
interface AgentSketch {
  readonly name: string;
  readonly title: string;
  readonly queues: readonly QueueName[];
  readonly presence: string;
  readonly routingStatus: Agent['routingStatus'];
  readonly minutes: number;
}

export type QueueName = 'Sales' | 'Support' | 'Billing';

export const queueNames: readonly QueueName[] = ['Sales', 'Support', 'Billing'];

const sketch = (
  name: string,
  title: string,
  queues: readonly QueueName[],
  presence: string,
  routingStatus: Agent['routingStatus'],
  minutes: number,
): AgentSketch => ({ name, title, queues, presence, routingStatus, minutes });

/** The twelve agents: some talking to customers, one free, most away from the desk. */
export const agentSketches: readonly AgentSketch[] = [
  sketch('Maya Lindqvist', 'Sales Advisor', ['Sales', 'Billing'], 'On Queue', 'INTERACTING', 42),
  sketch('Tomás Herrera', 'Sales Advisor', ['Sales'], 'Busy', 'OFF_QUEUE', 8),
  sketch('Aisha Bello', 'Senior Sales Advisor', ['Sales', 'Support'], 'On Queue', 'INTERACTING', 65),
  sketch('Kenji Watanabe', 'Product Specialist', ['Sales', 'Support'], 'Meal', 'OFF_QUEUE', 21),
  sketch('Priya Raman', 'Support Engineer', ['Support'], 'Meeting', 'OFF_QUEUE', 34),
  sketch('Oliver Brandt', 'Support Engineer', ['Support'], 'On Queue', 'INTERACTING', 18),
  sketch('Fatima El-Amin', 'Support Lead', ['Support', 'Billing'], 'Busy', 'OFF_QUEUE', 5),
  sketch('Lucas Moreau', 'Support Agent', ['Support'], 'Offline', 'OFF_QUEUE', 610),
  sketch('Inês Duarte', 'Billing Specialist', ['Billing'], 'Training', 'OFF_QUEUE', 50),
  sketch('Daniel Okafor', 'Billing Specialist', ['Billing', 'Sales'], 'On Queue', 'IDLE', 3),
  sketch('Mei Chen', 'Billing Lead', ['Billing'], 'Break', 'OFF_QUEUE', 11),
  sketch('Zofia Nowak', 'Customer Care Agent', ['Sales', 'Support', 'Billing'], 'Away', 'OFF_QUEUE', 14),
];

/** Customers who told us their name, each with the time zone of their browser. */
export const identifiedCustomers: readonly (readonly [name: string, timeZone: string])[] = [
  ['Hannah Weiss', 'Europe/Berlin'],
  ['Diego Fuentes', 'America/Mexico_City'],
  ['Sofia Rinaldi', 'Europe/Rome'],
  ['Emeka Nwosu', 'Africa/Lagos'],
  ['Yuki Tanaka', 'Asia/Tokyo'],
  ['Grace Thompson', 'America/New_York'],
  ['Anders Holm', 'Europe/Copenhagen'],
  ['Leila Haddad', 'Asia/Beirut'],
  ['Rohan Mehta', 'Asia/Kolkata'],
  ['Camille Laurent', 'Europe/Paris'],
  ['Noah Campbell', 'Australia/Sydney'],
  ['Beatriz Almeida', 'America/Sao_Paulo'],
  ['Ivan Petrov', 'Europe/Sofia'],
  ['Chloe Martin', 'America/Toronto'],
  ['Samuel Osei', 'Africa/Accra'],
  ['Marta Kowalska', 'Europe/Warsaw'],
  ['Liam Byrne', 'Europe/Dublin'],
  ['Nguyen Thi Lan', 'Asia/Ho_Chi_Minh'],
  ['Elena Popescu', 'Europe/Bucharest'],
  ['Jonas Berg', 'Europe/Oslo'],
  ['Amara Diallo', 'Africa/Dakar'],
  ['Michael Carter', 'America/Chicago'],
  ['Sara Lindgren', 'Europe/Stockholm'],
  ['Ahmed Farouk', 'Africa/Cairo'],
  ['Isla Fraser', 'Europe/London'],
  ['Mateo Vargas', 'America/Bogota'],
  ['Ji-woo Park', 'Asia/Seoul'],
  ['Olivia Bennett', 'America/Los_Angeles'],
  ['Femi Adeyemi', 'Africa/Lagos'],
  ['Katarina Novak', 'Europe/Zagreb'],
  ['Arjun Nair', 'Asia/Kolkata'],
  ['Lucía Romero', 'Europe/Madrid'],
  ['Pieter de Vries', 'Europe/Amsterdam'],
  ['Hina Sato', 'Asia/Tokyo'],
  ['William Scott', 'America/Denver'],
  ['Zeynep Kaya', 'Europe/Istanbul'],
  ['Aroha Ngata', 'Pacific/Auckland'],
  ['Bruno Costa', 'Europe/Lisbon'],
  ['Nadia Rahman', 'Asia/Dhaka'],
  ['Emma Virtanen', 'Europe/Helsinki'],
  ['Thabo Mokoena', 'Africa/Johannesburg'],
  ['Julia Schneider', 'Europe/Vienna'],
];

/** Where the browsers of visitors without a name are. */
export const anonymousTimeZones: readonly [string, ...string[]] = [
  'Europe/London',
  'America/New_York',
  'Asia/Singapore',
  'Europe/Berlin',
  'America/Los_Angeles',
  'Australia/Melbourne',
  'Asia/Dubai',
  'America/Argentina/Buenos_Aires',
  'Africa/Nairobi',
];

/** `Inês Duarte` → `ines.duarte@northwind.example`. */
export function emailOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replaceAll(' ', '.')}@northwind.example`;
}
