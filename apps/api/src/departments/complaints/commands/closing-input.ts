import { inputFields } from '../../../commands/act-schema.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';

/** What every act that ends a case may bring: why it was late (D1.4), why no measure was needed (practice 6). */
export const closingInput: FieldSpecs = inputFields('Complaint', ['breachReason', 'noPreventionReason']);
