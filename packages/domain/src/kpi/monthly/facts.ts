import type { ComplaintState, Severity } from '../../complaints/vocabularies.js';

/** A store, department or product as it was called when the table was made. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a case counts with in the monthly table; nothing that names the complainant. Instants as ISO text. */
export interface MonthlyCase {
  readonly id: string;
  readonly no: string;
  readonly state: ComplaintState;
  readonly procedure: string;
  readonly severity: Severity;
  readonly category: string;
  readonly subcategory: string | null;
  readonly demands: readonly string[];
  /** Type of the customer; null for anonymous cases. */
  readonly customerType: string | null;
  readonly store: Named | null;
  readonly department: Named | null;
  /** Departments that the last signed report holds responsible. */
  readonly responsible: readonly Named[];
  readonly product: Named | null;
  readonly receivedAt: string;
  readonly ruledAt: string | null;
  readonly acceptedAt: string | null;
  readonly firstResponseAt: string | null;
  readonly closedAt: string | null;
  /** When nothing more was due: closed, closed as not accepted, withdrawn. */
  readonly endedAt: string | null;
  readonly dueAt: string;
  readonly breached: boolean;
  readonly breachReason: string | null;
  readonly recurrence: boolean;
  /** Compensation that was carried out. */
  readonly compensations: readonly {
    readonly type: string;
    readonly amount: string;
    readonly executedAt: string;
  }[];
  readonly actions: readonly {
    /** A day. */
    readonly dueOn: string;
    readonly createdAt: string;
    readonly doneAt: string | null;
    readonly checkedAt: string | null;
    readonly effective: boolean | null;
  }[];
}

/** The month, as instants of the organisation's zone, and when the table was made. */
export interface MonthlyMoment {
  readonly period: string;
  readonly from: string;
  /** Excluded. */
  readonly to: string;
  readonly asOf: string;
}
