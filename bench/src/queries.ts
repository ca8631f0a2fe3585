import { askingDepartment } from './data/organisation.js';

/** A question, with the variables that the rounds go through in turn: Q of customers and orders, B of complaints. */
export interface BenchQuery {
  readonly name: 'Q1' | 'Q2' | 'Q3' | 'B1' | 'B2' | 'B3' | 'B4' | 'B5';
  readonly title: string;
  readonly document: string;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
  /** Nothing is written by hand for it: the API alone is measured. */
  readonly alone?: true;
}

const pages = Array.from({ length: 8 }, (_, i) => i);

/** Asked by the head of one department, who sees its customers with masked phones, and their orders. */
export const queries: readonly BenchQuery[] = [
  {
    name: 'Q1',
    title: 'page of 25 customers by department and grade, sorted, with the filtered count',
    document: `query Q1($department: ID!, $grade: CustomerGrade!, $offset: Int!) {
      customers(where: { department: { id: { eq: $department } }, grade: { eq: $grade } },
                orderBy: [{ customerNo: DESC }], limit: 25, offset: $offset) {
        items { id customerNo name type segment grade phone city lifecycle }
        totalCount
      }
    }`,
    variables: pages.map((i) => ({
      department: askingDepartment,
      grade: ['A', 'B', 'C', 'D'][i % 4],
      offset: Math.floor(i / 4) * 25,
    })),
  },
  {
    name: 'Q2',
    title: '25 newest orders, each with customer, its owner, and lines with product',
    document: `query Q2($offset: Int!) {
      orders(orderBy: [{ orderedAt: DESC }], limit: 25, offset: $offset) {
        items {
          id orderNo state orderedAt total
          customer { id customerNo name phone owner { id displayName } }
          lines { lineNo quantity unitPrice amount product { productNo name category } }
        }
      }
    }`,
    variables: pages.map((i) => ({ offset: i * 10 })),
  },
  {
    name: 'Q3',
    title: '100 customers, each with the latest 3 orders and the count of open ones',
    document: `query Q3($offset: Int!) {
      customers(orderBy: [{ customerNo: ASC }], limit: 100, offset: $offset) {
        items {
          id customerNo name phone
          orders(orderBy: [{ orderedAt: DESC }], limit: 3) { id orderNo state orderedAt total }
          open: ordersAggregate(where: { state: { in: [CONFIRMED, READY, SHIPPED, DELIVERED] } }) { count }
        }
      }
    }`,
    variables: pages.map((i) => ({ offset: i * 100 })),
  },
];
