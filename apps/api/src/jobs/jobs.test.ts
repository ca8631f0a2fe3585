import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../access/testing/house.js';
import { createLog } from '../server/log.js';
import { giveLease, takeLease } from './lease.js';
import { inRounds } from './rounds.js';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house?.close());

describe('a lease', () => {
  const take = (holder: string) => takeLease(house.services.database, 'work', holder, house.clock.now(), 10);

  it('is one server’s, until it is silent for too long or gives it back', async () => {
    expect(await take('a')).toBe(true);
    expect(await take('b')).toBe(false);
    house.clock.forward(9);
    expect(await take('a')).toBe(true);
    house.clock.forward(9);
    expect(await take('b')).toBe(false);
    house.clock.forward(2);
    expect(await take('b')).toBe(true);
    expect(await take('a')).toBe(false);
    await giveLease(house.services.database, 'work', 'b');
    expect(await take('a')).toBe(true);
  });

  it('asked for by many at once is one’s', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        takeLease(house.services.database, 'race', `s${n}`, house.clock.now(), 10),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});

describe('a job in rounds', () => {
  it('goes on after a round that failed, and stops after the one under way', async () => {
    const lines: string[] = [];
    let rounds = 0;
    let under = false;
    const job = inRounds(
      'test',
      5,
      createLog('error', (line) => lines.push(line)),
      async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('once');
        under = true;
        await new Promise((later) => setTimeout(later, 30));
        under = false;
      },
    );
    await new Promise((later) => setTimeout(later, 60));
    await job.stop();
    expect(under).toBe(false);
    expect(rounds).toBeGreaterThan(1);
    expect(lines.some((line) => line.includes('job.failed'))).toBe(true);
    const after = rounds;
    await new Promise((later) => setTimeout(later, 40));
    expect(rounds).toBe(after);
  });
});
