import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

describe('the server', () => {
  it('answers a page of customers with to-one relations and nested lists', async () => {
    const gm = await server.as('gm');
    const { customers } = await gm.data(`{
      customers(orderBy: [{ customerNo: ASC }], limit: 2) {
        items { id customerNo name type typeLabel region { code } orders { orderNo orderedAt lines { lineNo } } }
        totalCount
      }
    }`);
    expect(customers).toMatchInlineSnapshot(`
      {
        "items": [
          {
            "customerNo": "KH-000001",
            "id": "1001",
            "name": "王小明",
            "orders": [
              {
                "lines": [
                  {
                    "lineNo": 1,
                  },
                  {
                    "lineNo": 2,
                  },
                ],
                "orderNo": "SO-2",
                "orderedAt": "2025-12-15T16:30:00.000Z",
              },
              {
                "lines": [
                  {
                    "lineNo": 1,
                  },
                  {
                    "lineNo": 2,
                  },
                ],
                "orderNo": "SO-1",
                "orderedAt": "2025-11-03T16:30:00.000Z",
              },
            ],
            "region": {
              "code": "EAST",
            },
            "type": "CONSUMER",
            "typeLabel": "End consumer",
          },
          {
            "customerNo": "KH-000002",
            "id": "1002",
            "name": "李雪",
            "orders": [],
            "region": {
              "code": "EAST",
            },
            "type": "CONSUMER",
            "typeLabel": "End consumer",
          },
        ],
        "totalCount": 6,
      }
    `);
  });
});
