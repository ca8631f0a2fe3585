import type { Role } from '../access/roles.js';
import type {
  ComplaintCategory,
  ComplaintSituation,
  ComplaintState,
  FaultConclusion,
  HandlingProcedureKind,
  Severity,
} from './vocabularies.js';

/** What of the organisation's settings the guards ask for. */
export interface GuardSettings {
  /** Situations that are switched on beside A (F2). */
  readonly situations: readonly ComplaintSituation[];
  readonly simpleProcedure: boolean;
  /** The superior who rules in a store (R4.7; practice, settings 1). */
  readonly rulingBy: 'STORE_SUP' | 'AREA_MANAGER';
  /** How long after a refusal it may be overturned, in days (D1.2 no. 6). */
  readonly overrideDays: number;
  /** How long after closing a case may be opened again, in days (D1.2 no. 24). */
  readonly reopenDays: number;
  /** At which rejection the case goes to the general manager or is closed as disputed (F6). */
  readonly rejectionRounds: number;
  /** How often a department may send an assignment back before HR decides finally (D1.2 no. 9). */
  readonly refusalsAllowed: number;
  /** Whether a customer may withdraw after the assignment (D1.2 no. 25). */
  readonly lateWithdrawal: boolean;
  /** Whether HR may decide cases of this severity without the general manager (F11). */
  readonly batchReview: boolean;
  /** Up to which amount asked, in the organisation's currency. */
  readonly batchAmount: string;
}

/** What is true of a case, whoever asks. */
export interface CaseFacts {
  readonly state: ComplaintState;
  readonly procedure: HandlingProcedureKind;
  readonly severity: Severity;
  readonly category: ComplaintCategory;
  readonly situation: ComplaintSituation;
  readonly anonymous: boolean;
  readonly keyAccount: boolean;
  readonly requestedAmount: string | null;
  /** Owner of the customer's file: the key-account manager of a key account. */
  readonly customerOwnerId: string | null;
  readonly storeId: string | null;
  /** The department on whose desk the case lies; another than the store when it went up a level. */
  readonly deskDepartmentId: string | null;
  readonly complainedStaffId: string | null;
  /** The department complained about and everything below it, when the complaint is about its head; else empty. */
  readonly complainedUnitIds: readonly string[];
  /** HR and administration itself is complained about (F12). */
  readonly hrComplainedAbout: boolean;
  readonly handlingDepartmentId: string | null;
  readonly handlerId: string | null;
  /** Kinds of document that the case holds, signed ones only. */
  readonly documents: readonly string[];
  /** Who assessed, who made the last ruling, who wrote the last report and opinion: the person and in whose name. */
  readonly assessorIds: readonly string[];
  readonly rulerIds: readonly string[];
  readonly reportAuthorIds: readonly string[];
  readonly opinionAuthorIds: readonly string[];
  readonly daysSinceRuling: number | null;
  readonly daysSinceClosing: number | null;
  readonly refusals: number;
  readonly rejections: number;
  readonly attachments: number;
  readonly openAssistance: number;
  readonly preventiveActions: number;
  /** Why no measure against recurrence was needed stands on the case. */
  readonly noPreventionReason: boolean;
  /** The deadline is or was passed (D1.4). */
  readonly overdue: boolean;
  /** Why it was passed stands on the case. */
  readonly breachReason: boolean;
  readonly conclusion: FaultConclusion | null;
  readonly remedy: string | null;
  readonly opinionAmount: string | null;
  readonly approvedCompensation: string;
  readonly pendingCompensations: number;
  readonly unexecutedCompensations: number;
  /** Customer service agreed that this severe case be refused. */
  readonly refusalConsented: boolean;
  /** People for whom the general manager lifted the conflict of interest. */
  readonly overriddenIds: readonly string[];
  readonly settings: GuardSettings;
}

/** Who asks to act: the person, and in whose name (B7.7: the rules hold for both). */
export interface ActorFacts {
  readonly actorIds: readonly string[];
  /** Roles by which the act is done. */
  readonly actorRoles: readonly Role[];
  readonly actorDepartmentIds: readonly string[];
  /** Up to which amount the actor approves; null: not at all. */
  readonly actorLimit: string | null;
}

/** What the act itself brings; absent while only a button is drawn. */
export interface GivenFacts {
  readonly givenDepartmentId?: string | null;
  readonly givenDepartmentKind?: string | null;
  readonly givenDepartmentActive?: boolean;
  readonly givenProof?: boolean;
  /** A dated undertaking instead of proof (F7). */
  readonly givenUndertaking?: boolean;
  readonly givenStatement?: boolean;
  readonly givenNoPreventionReason?: boolean;
  readonly givenBreachReason?: boolean;
  /** The report names an attachment as the original, or brings a file that becomes one (R4.11). */
  readonly givenOriginal?: boolean;
}

export type GuardFacts = CaseFacts & ActorFacts & GivenFacts;
export type FactName = keyof GuardFacts;
