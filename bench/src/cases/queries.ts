import type { BenchQuery } from '../queries.js';

const ended = ['CLOSED', 'CLOSED_NOT_ACCEPTED', 'WITHDRAWN'];
const states = ['INVESTIGATING', 'PENDING_RULING', 'HR_REVIEW', 'REPLY_PENDING'];
const categories = ['QUALITY_DEFECT', 'DELIVERY_DATE', 'TRANSPORT_DAMAGE', 'AFTER_SALES'];
const pages = Array.from({ length: 8 }, (_, i) => i);

/** What the pages of complaints ask, over twenty thousand of them; asked by the general manager. */
export const caseQueries: readonly BenchQuery[] = [
  {
    name: 'B1',
    title: 'board: every case counted by state and clock, of a category',
    document: `query B1($where: ComplaintWhere) {
      states: complaintsAggregate(where: $where, groupBy: [{ state: VALUE }, { slaStatus: VALUE }]) {
        key { state slaStatus } count
      }
    }`,
    variables: categories.map((category) => ({ where: { category: { eq: category } } })),
  },
  {
    name: 'B2',
    title: 'board: the ten cases of a column that are due first',
    document: `query B2($where: ComplaintWhere, $limit: Int) {
      list: complaints(where: $where, orderBy: [{ dueAt: ASC }], limit: $limit) {
        items { id no version subject state severity store { id name } desk { id displayName } dueAt slaStatus breached keyAccount }
      }
    }`,
    variables: states.map((state) => ({ where: { state: { eq: state } }, limit: 10 })),
  },
  {
    name: 'B3',
    title: 'table: 25 of all cases, newest first, with their count',
    document: `query B3($offset: Int!) {
      complaints(orderBy: [{ receivedAt: DESC }], limit: 25, offset: $offset) {
        totalCount
        items { id no subject state severity category store { id name } desk { id displayName } receivedAt dueAt slaStatus breached }
      }
    }`,
    variables: pages.map((page) => ({ offset: page * 25 })),
  },
  {
    name: 'B4',
    title: 'ledger: the 50 open cases due first, with desk, urges, and what is not carried out',
    document: `query B4($where: ComplaintWhere, $limit: Int) {
      list: complaints(where: $where, orderBy: [{ dueAt: ASC }], limit: $limit) {
        totalCount
        items {
          id no subject state dueAt stateSince desk { id displayName }
          urges: trackingEntries(where: { kind: { in: [URGE, SUPERVISE] } }) { id kind acknowledgedAt }
          remedies: compensations(where: { executedAt: { isNull: true } }) { id state }
        }
      }
    }`,
    variables: [{ where: { state: { notIn: ended } }, limit: 50 }],
  },
  {
    name: 'B5',
    title: 'my work: what lies on one’s own desk, each with every act and why not (no reference)',
    document: `query B5($where: ComplaintWhere) {
      cases: complaints(where: $where, orderBy: [{ stepDueAt: ASC }], limit: 50) {
        items { id no subject state severity stepDueAt allowedActions { action enabled reason } }
      }
    }`,
    variables: [{ where: { state: { in: ['GM_REVIEW'] } } }],
    alone: true,
  },
];
