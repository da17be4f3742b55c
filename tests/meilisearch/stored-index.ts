import type { Fields, Value } from "./filter";
import { type FieldWords, fieldWords } from "./words";

export interface FilterableAttributes {
  attributePatterns: string[];
  features: { filter: { equality: boolean; comparison: boolean } };
}

/** Those of the settings that do something here. */
export interface Settings {
  searchableAttributes: string[];
  displayedAttributes: string[];
  filterableAttributes: (FilterableAttributes | string)[];
  sortableAttributes: string[];
  nonSeparatorTokens: string[];
  typoTolerance: {
    enabled: boolean;
    disableOnAttributes: string[];
    minWordSizeForTypos: { oneTypo: number; twoTypos: number };
  };
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, "alpha" | "count"> };
  pagination: { maxTotalHits: number };
}

const DEFAULTS: Settings = {
  searchableAttributes: ["*"],
  displayedAttributes: ["*"],
  filterableAttributes: [],
  sortableAttributes: [],
  nonSeparatorTokens: [],
  typoTolerance: {
    enabled: true,
    disableOnAttributes: [],
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { "*": "alpha" } },
  pagination: { maxTotalHits: 1000 },
};

export type StoredDocument = Fields & { readonly id: string };

/** One index: its settings, and its documents by id. */
export class StoredIndex {
  settings: Settings = DEFAULTS;
  readonly documents = new Map<string, StoredDocument>();
  private readonly words = new Map<string, Map<string, FieldWords>>();

  constructor(
    readonly primaryKey: string | null,
    readonly createdAt: string,
  ) {}

  configure(changes: Partial<Settings>): void {
    this.settings = { ...this.settings, ...changes };
    this.words.clear();
  }

  /** In place of what it was. */
  put(document: StoredDocument): void {
    this.documents.set(document.id, document);
    this.words.delete(document.id);
  }

  remove(id: string): void {
    this.documents.delete(id);
    this.words.delete(id);
  }

  wordsOf({ id, ...fields }: StoredDocument, attribute: string): FieldWords {
    const known = this.words.get(id) ?? new Map<string, FieldWords>();
    this.words.set(id, known);
    const words =
      known.get(attribute) ?? fieldWords(textsIn(fields[attribute]), this.settings.nonSeparatorTokens);
    known.set(attribute, words);
    return words;
  }

  askable(attribute: string): "not" | "equal" | "compared" {
    for (const rule of this.settings.filterableAttributes) {
      if (typeof rule === "string") {
        if (rule === attribute) return "compared";
      } else if (rule.attributePatterns.some((pattern) => fits(pattern, attribute))) {
        const { equality, comparison } = rule.features.filter;
        return comparison ? "compared" : equality ? "equal" : "not";
      }
    }
    return "not";
  }
}

function fits(pattern: string, attribute: string): boolean {
  return pattern.endsWith("*") ? attribute.startsWith(pattern.slice(0, -1)) : pattern === attribute;
}

function textsIn(value: Value | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => textsIn(part));
  return typeof value === "string" ? [value] : [];
}
