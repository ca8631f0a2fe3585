import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Label } from '@kehu/domain/catalogue/labels';
import type { ComponentType } from 'react';
import type { Rights } from '../data/rights';

/** The pages of one kind of record; the resource is named as the kind's GraphQL list. */
export interface ResourceRecord {
  readonly kind: Kind;
  readonly list: ComponentType;
  readonly show?: ComponentType;
  readonly create?: ComponentType;
  readonly edit?: ComponentType;
}

/** A page that is not about one kind of record. */
export interface PageRecord {
  readonly path: string;
  readonly page: ComponentType;
}

export interface MenuEntry {
  readonly to: string;
  readonly label: Label;
  /** Whether the person has anything to see there. */
  readonly shown: (rights: Rights) => boolean;
  /** Opened by the browser, not by the router (GraphiQL). */
  readonly outside?: boolean;
}

/** What a department brings to the dashboard: its menu, at most seven entries, and its pages. */
export interface DepartmentRecord {
  readonly id: string;
  readonly label: Label;
  readonly entries: readonly MenuEntry[];
  readonly resources: readonly ResourceRecord[];
  readonly pages: readonly PageRecord[];
}

/** The usual entry: the list of a kind, for whoever may read it. */
export function listEntry(kind: Kind, label: Label = kind.label): MenuEntry {
  return { to: `/${kind.plural}`, label, shown: (rights) => rights.reads(kind) };
}
