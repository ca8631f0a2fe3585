import { customer } from '@kehu/domain/customers/customer';
import { useEffect } from 'react';
import { useLocation } from 'react-admin';
import { useRights } from '../../../app/person';
import { ask } from '../../../data/client';
import { oneText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { foundOf } from './FindCustomer';
import type { RegisteringForm } from './useRegistering';

/** Takes the customer that the address names (`?customer=42`), from whose file the form was opened. */
export function useNamedCustomer(put: RegisteringForm['put']): void {
  const rights = useRights();
  const { search } = useLocation();
  const id = new URLSearchParams(search).get('customer') ?? '';
  useEffect(() => {
    if (!/^\d+$/.test(id) || !rights.reads(customer)) return;
    let gone = false;
    const names = ['name', 'customerNo', 'phone', 'store'];
    ask<{ one: Parameters<typeof foundOf>[0] | null }>(
      oneText(customer, selectionOf(customer, names, rights)),
      {
        id,
      },
    ).then(
      ({ one }) => {
        if (!gone && one)
          put({ who: 'KNOWN', customer: foundOf(one), complainantName: '', complainantPhone: '' });
      },
      // Whoever may not see him finds him by his number, as everybody else.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [id, rights, put]);
}
