import { describe, expect, it } from 'vitest';
import { withoutPersonalValues } from './hide-values.js';

const phone = '13912349876';
const said = (query: string, variables: Record<string, unknown> = {}) => {
  const shown = withoutPersonalValues(query, variables);
  return JSON.stringify(shown);
};

describe('the question of an export in the log', () => {
  it.each([
    [`{ customers(where: { phone: { eq: "${phone}" } }) { items { id } } }`, {}],
    [`{ customers(where: { contacts: { some: { phone: { in: ["${phone}"] } } } }) { items { id } } }`, {}],
    [`{ customers(where: { phone: { eq: """${phone}""" } }) { items { id } } }`, {}],
    ['query($p: String) { customers(where: { phone: { eq: $p } }) { items { id } } }', { p: phone }],
    [`query($p: String = "${phone}") { customers(where: { phone: { eq: $p } }) { items { id } } }`, {}],
    [
      'query($w: CustomerWhere) { customers(where: $w) { items { id } } }',
      { w: { or: [{ phone: { eq: phone } }] } },
    ],
    ['query($l: [String!]) { customers(where: { phone: { in: $l } }) { items { id } } }', { l: [phone] }],
    ['query($o: TextOperators) { customers(where: { name: $o }) { items { id } } }', { o: { eq: phone } }],
  ])('does not tell what personal fields were compared with: %s', (query, variables) => {
    const text = said(query, variables);
    expect(text).not.toContain(phone);
    expect(text).toContain('***');
  });

  it('stays as it is without such values', () => {
    expect(
      withoutPersonalValues('{ customers(where: { city: { eq: "杭州" } }) { items { phone } } }', { x: 'y' }),
    ).toBeNull();
  });

  it('keeps everything else', () => {
    const query = `{ customers(where: { city: { eq: "杭州" }, phone: { eq: "${phone}" } }) { items { id } } }`;
    expect(said(query)).toContain('杭州');
  });
});
