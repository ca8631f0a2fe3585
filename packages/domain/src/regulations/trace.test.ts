import { describe, expect, it } from 'vitest';
import { catalogue } from '../catalogue/catalogue.js';
import { languages } from '../catalogue/labels.js';
import { momentRules, otherDeadlines, stepRules } from '../complaints/deadlines.js';
import { complaintGuards } from '../complaints/guards.js';
import { complaintTransitions } from '../complaints/workflow.js';
import { articles } from './regulations.js';
import { enforcementsOf } from './trace.js';

describe('the articles of the complaint regulations', () => {
  it('are R1.1, R1.2, R1.5 and all 28 of regulation 4', () => {
    const all = ['R1.1', 'R1.2', 'R1.5', ...Array.from({ length: 28 }, (_, i) => `R4.${i + 1}`)];
    expect(articles.map(({ code }) => code)).toEqual(all);
  });

  it('have their text in three languages, save those that are lost', () => {
    for (const { code, text, title, note, status } of articles) {
      const lost = /^R4\.(19|2[0-4])$/.test(code);
      expect(status === 'LOST', code).toBe(lost);
      expect(text === null, code).toBe(lost);
      for (const words of [title, text, note]) {
        for (const language of languages) if (words) expect(words[language].trim(), code).not.toBe('');
      }
      if (status !== 'KEPT') expect(note, code).not.toBeNull();
    }
  });

  it('carry none of the slips of the worn source', () => {
    for (const { code, text } of articles) {
      expect(text?.['zh-Hans'] ?? '', code).not.toMatch(/坚持|自我|情景|供给|礼貌礼貌|制定要/);
    }
  });

  it('are each carried out by something', () => {
    const traced = articles.filter(({ code }) => enforcementsOf(code).length > 0);
    expect(traced.map(({ code }) => code)).toEqual(articles.map(({ code }) => code));
  });

  it('name documents that exist', () => {
    const documents = articles
      .flatMap(({ code }) => enforcementsOf(code))
      .filter(({ is }) => is === 'DOCUMENT');
    const kinds = catalogue.map(({ name }) => name);
    expect(documents.filter(({ id }) => !kinds.includes(id))).toEqual([]);
  });

  it('are the only ones of their regulations that the tables name', () => {
    const known = new Set(articles.map(({ code }) => code));
    const rules = [
      ...complaintTransitions,
      ...Object.values(complaintGuards),
      ...Object.values({ ...stepRules, ...momentRules, ...otherDeadlines }),
    ];
    const named = rules
      .flatMap(({ article }) => article.split(/[,\s]+/))
      .filter((code) => /^R[14]\./.test(code));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });
});
