import { createHash } from "node:crypto";
import { TEXT_FIELDS } from "@/features/search/document";
import { FACETS, PAGED_RESULTS } from "@/features/search/engine";
import { FORGIVEN_FROM } from "@/features/spelling/edits";
import { BROAD_FIELDS, DOCUMENT_FORM, exactField, forgivingField, SORT_FIELDS } from "./documents";
import { isRunFacet } from "./run-keys";
import { LONG_FACETS, partAttributes } from "./value-parts";
import { exactTexts } from "./word-forms";

/** Values of one facet that the server gives, the most frequent ones: each takes it some microseconds, and us as many. */
export const LISTED_VALUES = 300;

const VALUE_PARTS = LONG_FACETS.flatMap(partAttributes);
const EXACT = TEXT_FIELDS.map(exactField);
const FORGIVING = TEXT_FIELDS.map(forgivingField);
const EQUAL = { facetSearch: false, filter: { equality: true, comparison: false } };
const COMPARED = { facetSearch: false, filter: { equality: true, comparison: true } };

/** All that matters to us is said, so that a default of another version of the server changes nothing. */
const SETTINGS = {
  // Dearest first. Both sets of fields are in one index: which is searched, each query says.
  searchableAttributes: [...EXACT, ...FORGIVING],
  // A list, never "*": what else might ever come into a document is not given to anyone.
  displayedAttributes: ["id", "hash", "bucket"],
  filterableAttributes: [
    // No comparison and no search within facets: each would have its own tables.
    { attributePatterns: FACETS.filter((facet) => !isRunFacet(facet)), features: EQUAL },
    { attributePatterns: ["run_*"], features: EQUAL },
    { attributePatterns: [BROAD_FIELDS, ...VALUE_PARTS], features: EQUAL },
    // By which the sweep reads a part of the documents.
    { attributePatterns: ["bucket"], features: EQUAL },
    { attributePatterns: [SORT_FIELDS.ects], features: COMPARED },
  ],
  sortableAttributes: ["id", ...Object.values(SORT_FIELDS)],
  rankingRules: [
    // A chosen order is the order: first, not after relevance.
    "sort",
    "words",
    "typo",
    // Title before all else; before proximity, by which two words of a description would come before one of the title.
    "attribute",
    "proximity",
    "exactness",
    // The last word in every list, so that pages are one list. As in Postgres.
    "id:asc",
  ],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: FORGIVEN_FROM.one, twoTypos: FORGIVEN_FROM.two },
    disableOnWords: [],
    // In the twins a word is itself.
    disableOnAttributes: EXACT,
    // 2027 is not 2026.
    disableOnNumbers: true,
  },
  // Nothing is said of `separatorTokens`, `nonSeparatorTokens` and `dictionary`: any of them makes each query 1 to 3 ms
  // slower, since the server builds its tables for cutting words anew.
  // Every word counts, in every language.
  stopWords: [],
  synonyms: {},
  distinctAttribute: null,
  // How near words are to each other orders the hits, and finds words that were written together.
  proximityPrecision: "byWord" as const,
  prefixSearch: "indexingTime" as const,
  facetSearch: false,
  faceting: {
    maxValuesPerFacet: LISTED_VALUES,
    sortFacetValuesBy: {
      // In the order of the alphabet the most frequent ones would be left out where there are many.
      "*": "count" as const,
      // So up to 3,000 courses are looked through one by one, which takes half as long as all values of the catalogue.
      ...Object.fromEntries(VALUE_PARTS.map((attribute) => [attribute, "alpha" as const])),
    },
  },
  pagination: { maxTotalHits: PAGED_RESULTS },
  // Longer than we wait: an answer is whole or none.
  searchCutoffMs: 5_000,
};

/** What words become: changes with the analyser. */
const SPECIMEN = exactTexts(["Łódź STRASSE straße Ørsted Ħal 2027 été ﬁn λόγος Привет 漢字 한글 ½ x"]);

/** Of settings, analyser and form of documents. */
export const SETTINGS_HASH = createHash("sha256")
  .update(JSON.stringify([SETTINGS, SPECIMEN, DOCUMENT_FORM]))
  .digest("hex")
  .slice(0, 16);

/** How the names of indexes of ours begin; keys are made for these. */
export const INDEX_NAME = "courses";

export interface IndexNames {
  /** The index that is searched. */
  live: string;
  /** The one that is filled beside it. */
  next: string;
  /** Whether an index is one of these two, or the same of another version. */
  isAny(uid: string): boolean;
}

/**
 * The name of an index changes with its settings, so that a version of this code never searches, and never writes to,
 * what another one built.
 */
export function indexNames(name: string): IndexNames {
  const live = `${name}_${SETTINGS_HASH}`;
  return {
    live,
    next: `${live}_next`,
    isAny: (uid) => uid.startsWith(`${name}_`) && /^[0-9a-f]{16}(?:_next)?$/.test(uid.slice(name.length + 1)),
  };
}

const SIGN = `settings-${SETTINGS_HASH}`;

/**
 * The settings of an index that is built now. They are known again by a name among the displayed attributes that no
 * document has: an index that the server made by itself, since someone wrote to one that was gone, lacks it.
 */
export function settingsToApply() {
  return { ...SETTINGS, displayedAttributes: [...SETTINGS.displayedAttributes, SIGN] };
}

export const areOurSettings = (displayedAttributes: readonly string[]): boolean =>
  displayedAttributes.includes(SIGN);
