import type { KnownDocument } from './documents.js';

/** `Accept` headers kept for one document. */
const mostForms = 20;

/**
 * What Apollo Server decided about the form of an answer: the content type, by document and `Accept`
 * header. Once it has passed a document and answered it without errors, another run of the same pair
 * can only take the same form, so that its pipeline need not be gone through again.
 */
export class LearnedForms {
  private readonly byDocument = new WeakMap<KnownDocument, Map<string, string>>();

  /** The content type of a faultless answer; null when it has not been seen yet. */
  get(known: KnownDocument, accept: string | undefined): string | null {
    return this.byDocument.get(known)?.get(accept ?? '') ?? null;
  }

  learn(known: KnownDocument, accept: string | undefined, contentType: string): void {
    const forms = this.byDocument.get(known) ?? new Map<string, string>();
    if (forms.size < mostForms) forms.set(accept ?? '', contentType);
    this.byDocument.set(known, forms);
  }
}
