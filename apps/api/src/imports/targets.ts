import { role } from '@kehu/domain/access/roles';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Column } from '@kehu/domain/catalogue/fields';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { languages } from '@kehu/domain/catalogue/labels';
import { isPhoneNumber } from '@kehu/domain/customers/phone';
import { isUscc, normaliseUscc } from '@kehu/domain/customers/uscc';
import { cleanLine, cleanText } from '@kehu/domain/text/clean';
import { type Problem, problem } from '@kehu/importer/problem';
import type { TargetField, TargetKind, Targets } from '@kehu/importer/profile/target';
import { workedOut } from './complaint-rows.js';
import { startingValues } from './new-records.js';

/** Kinds of which a file may set only some fields: nobody approves a grant by an import. */
const onlyFields: Readonly<Record<string, readonly string[]>> = {
  RoleGrant: ['staff', 'role', 'expiresOn', 'reason'],
};

/** Fields that the product keeps itself and that a case or an order in hand brings with it. */
const broughtAlong: Readonly<Record<string, readonly string[]>> = {
  Complaint: ['stateSince'],
  Order: ['confirmedAt', 'deliveredAt', 'payableOn'],
};

/** Logins as people sign in with them. */
const loginPattern = /^[a-z0-9][a-z0-9._-]{1,59}$/;

/** Texts from this length on may have several lines. */
const multiline = 500;

/** What an import may write: the kinds that the catalogue calls importable, without what the product sets itself. */
export function importTargets(kinds: readonly Kind[] = catalogue): Targets {
  return new Map(kinds.filter((kind) => kind.importable).map((kind) => [kind.name, targetKind(kind)]));
}

function targetKind(kind: Kind): TargetKind {
  const fields = new Map<string, TargetField>();
  const starting = startingValues(kind);
  const only = onlyFields[kind.name];
  const relations = new Map<string, { target: string; nullable: boolean }>();
  for (const [name, field] of Object.entries(kind.fields)) {
    if (only && !only.includes(name)) continue;
    if (field.is === 'toOne' && !field.system) {
      relations.set(name, { target: field.target, nullable: field.nullable });
    } else if (field.is === 'column' && broughtAlong[kind.name]?.includes(name)) {
      const target = targetField(name, field, true);
      if (target) fields.set(name, { ...target, nullable: true });
    } else if (field.is === 'column' && !field.system) {
      const given = name in starting || (kind.name === 'Complaint' && workedOut.includes(name));
      const target = targetField(name, field, given);
      if (target) fields.set(name, target);
    }
  }
  const numbers = new Set(
    Object.entries(kind.fields).flatMap(([name, field]) =>
      field.is === 'column' && field.type === 'text' && field.system && field.searchable && !field.encrypted
        ? [name]
        : [],
    ),
  );
  return { name: kind.name, fields, relations, numbers };
}

function targetField(name: string, field: Column, hasDefault: boolean): TargetField | null {
  const { type } = field;
  if (type === 'id' || type === 'month' || type === 'json') return null;
  if (name === 'role' && type === 'text') {
    return { type: 'enum', nullable: false, hasDefault, findable: false, codes: codesOf(role) };
  }
  return {
    type,
    nullable: field.nullable,
    hasDefault,
    findable: type === 'text' && !field.encrypted,
    ...(type === 'text' && field.max !== undefined ? { max: field.max } : {}),
    ...(type === 'text' ? { check: textCheck(name, field) } : {}),
    ...(field.scale !== undefined ? { scale: field.scale } : {}),
    ...(field.min !== undefined ? { min: field.min } : {}),
    ...(field.vocabulary ? { codes: codesOf(field.vocabulary) } : {}),
  };
}

/** A file may write a code or its label in any language. */
function codesOf(vocabulary: NonNullable<Column['vocabulary']>): Map<string, string> {
  const codes = new Map<string, string>();
  for (const code of vocabulary.codes) {
    for (const language of languages)
      codes.set(vocabulary.labels[code]?.[language]?.toLowerCase() ?? code, code);
  }
  for (const code of vocabulary.codes) codes.set(code.toLowerCase(), code);
  return codes;
}

/**
 * Cleans a text as the product stores it. Numbers of other countries stand in files of other systems:
 * a phone number only has to look like one when it is a mainland mobile number.
 */
function textCheck(name: string, field: Column): (text: string) => { readonly text: string } | Problem {
  const clean = (field.max ?? 0) >= multiline ? cleanText : cleanLine;
  return (text) => {
    const cleaned = clean(text).text;
    if (cleaned === '') return { text: '' };
    if (name === 'uscc') {
      const code = normaliseUscc(cleaned);
      return isUscc(code) ? { text: code } : problem('import.uscc');
    }
    if (name === 'login' && !loginPattern.test(cleaned)) return problem('import.login');
    if (field.mask === 'mobile' && !/\d{5}/.test(cleaned.replace(/\D/g, '')) && !isPhoneNumber(cleaned)) {
      return problem('import.phone');
    }
    return { text: cleaned };
  };
}
