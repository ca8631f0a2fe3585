import type { ComplaintCategory, ComplaintState, Severity } from '@kehu/domain/complaints/vocabularies';

/** The state that an open case is to stand in, and the how-manieth of that state it is. */
export interface Target {
  readonly state: ComplaintState;
  readonly no: number;
  /** How many there are of the state. */
  readonly count: number;
}

/** What an open case is to be. */
export interface Wish {
  readonly severity?: Severity;
  readonly category?: ComplaintCategory;
  readonly handling?: string;
  readonly aboutSupervisor?: boolean;
  /** Only customers of this owner, store, or type. */
  readonly owner?: string;
  readonly store?: string;
  /** All documents of the long way. */
  readonly standard?: boolean;
}

/** Cases that lie open are spread so that every sign-in of the demo finds something waiting. */
export function wishFor({ state, no, count }: Target): Wish {
  const first = no === 0;
  // Two severe cases come near their deadline, one lies past it.
  const severeLate =
    (no === count - 2 && (state === 'GM_REVIEW' || state === 'OPINION_DRAFT')) ||
    (no === count - 1 && state === 'REPLY_PENDING');
  const severe = severeLate ? { severity: 'SEVERE' as const } : {};
  const handled = ['ASSIGNED', 'INVESTIGATING', 'REPORT_REVIEW', 'OPINION_DRAFT', 'OPINION_REVIEW'].includes(
    state,
  );
  if (handled) {
    const ways: readonly Wish[] = [
      { handling: 'QUALITY', category: 'QUALITY_DEFECT' },
      { handling: 'LOGISTICS', category: 'TRANSPORT_DAMAGE' },
      { handling: 'TECH', category: 'AFTER_SALES' },
      { handling: 'SALES-EAST', category: 'SPEC_GRADE_QTY', owner: 'kam' },
      // The opinion is not a relationship manager's to write (D1.2 no. 17).
      state.startsWith('OPINION')
        ? { handling: 'QUALITY' }
        : { handling: 'CREDIT', category: 'SPEC_GRADE_QTY', owner: 'rm' },
      { handling: 'OPS', category: 'DELIVERY_DATE' },
    ];
    return {
      ...(ways[no] ?? ways[0]),
      standard: true,
      ...(state === 'INVESTIGATING' && no === 6 ? { severity: 'SEVERE' as const } : severe),
    };
  }
  if (state === 'REGISTERED' || state === 'PENDING_RULING' || state === 'NOT_ACCEPTED') {
    if (state === 'PENDING_RULING' && no < 2)
      return {
        store: 'ST01',
        category: 'SERVICE_ATTITUDE',
        aboutSupervisor: true,
        severity: 'MAJOR',
        standard: true,
      };
    return {
      ...(no < 4 ? { store: 'ST01' } : {}),
      category: first ? 'DELIVERY_DATE' : 'QUALITY_DEFECT',
      standard: true,
      aboutSupervisor: false,
      ...(state === 'REGISTERED' && first ? { severity: 'SEVERE' as const } : {}),
    };
  }
  if (state === 'REPLY_PENDING' && no < 3) return { category: 'PRICE_BILLING', severity: 'GENERAL' };
  return {
    standard: true,
    category: no % 2 === 0 ? 'QUALITY_DEFECT' : 'TRANSPORT_DAMAGE',
    ...(state === 'GM_REVIEW' && first ? { severity: 'SEVERE' as const } : severe),
  };
}
