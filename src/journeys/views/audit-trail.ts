import { ReachbackError } from '../../errors/reachback-error.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import type { AuditTable } from '../../store/shapes/audit-table.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { Audits, CustomerTrail, OutreachTrail } from './audits.ts';

/** What fits on a card and into a glance. */
const mostShown = 10;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Looks things up in the ledger and its audit trail; changes nothing. */
export function createAudits(parts: {
  outreaches: Pick<OutreachTable, 'get' | 'audit' | 'latest'>;
  audits: AuditTable;
}): Audits {
  const { outreaches, audits } = parts;

  async function known(outreachId: string): Promise<Outreach> {
    const outreach = await outreaches.get(outreachId.toLowerCase());
    if (outreach === null) throw new ReachbackError('audit.not-found');
    return outreach;
  }

  async function trailOf(outreach: Outreach): Promise<OutreachTrail> {
    const steps = (await outreaches.audit(outreach.id)).toReversed();
    return {
      kind: 'trail',
      outreach,
      steps: steps.slice(0, mostShown),
      more: Math.max(0, steps.length - mostShown),
    };
  }

  async function customerTrail(customerKey: string, customerName: string | null): Promise<CustomerTrail> {
    const { outreaches: newest, total } = await audits.ofCustomer(customerKey, mostShown);
    return {
      kind: 'customer',
      customerName: newest.find((outreach) => outreach.customerName !== null)?.customerName ?? customerName,
      outreaches: newest,
      more: Math.max(0, total - newest.length),
    };
  }

  async function named(name: string) {
    const exactly = await audits.customersNamed(name, 'exactly', mostShown);
    return exactly.total > 0 ? exactly : audits.customersNamed(name, 'beginning', mostShown);
  }

  return {
    async find(asked) {
      if (uuid.test(asked)) return trailOf(await known(asked));
      const { customers, total } = await named(asked);
      const [only] = customers;
      if (only === undefined) throw new ReachbackError('audit.not-found');
      if (total === 1) return customerTrail(only.customerKey, only.customerName);
      const trails = await Promise.all(customers.map(({ customerKey }) => audits.ofCustomer(customerKey, 1)));
      return {
        kind: 'choice',
        customers: trails.flatMap(({ outreaches: [last], total: count }) =>
          last === undefined ? [] : [{ last, outreaches: count }],
        ),
        more: Math.max(0, total - customers.length),
      };
    },
    latest: () => outreaches.latest({ agentId: null, named: null, limit: mostShown }),
    trail: async (outreachId) => trailOf(await known(outreachId)),
    async ofCustomerOf(outreachId) {
      const { customerKey, customerName } = await known(outreachId);
      return customerTrail(customerKey, customerName);
    },
  };
}
