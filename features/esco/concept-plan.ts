import { isDeepStrictEqual } from "node:util";
import { fieldChanges } from "@/features/differences/field-changes";
import type { FieldChange } from "@/features/differences/schema";
import type {
  ConceptKind,
  Concepts,
  EscoFault,
  EscoFeed,
  IscoConcept,
  OccupationConcept,
  Rows,
  SkillConcept,
  SkillGroupConcept,
} from "./schema";

/** A concept that is held, and whether only the sample catalogue brought it. */
export interface HeldRow<R> {
  row: R;
  isSample: boolean;
}

export type HeldConcepts = { [K in ConceptKind]: Map<string, HeldRow<Rows[K]>> };

export interface ConceptContext {
  sourceId: string;
  /** Null where nothing says which version of ESCO it is. */
  version: string | null;
  /** The feed is all of ESCO: what it lacks is gone. */
  isWhole: boolean;
  now: Date;
}

export interface ConceptChange<R> {
  key: string;
  label: string;
  row: R;
  outcome: "added" | "changed" | "missing";
  /** What differs, but for the version. */
  fields: FieldChange[];
}

export interface ConceptPlan<R> {
  /** False where the feed has no file of this kind. */
  isStated: boolean;
  changes: ConceptChange<R>[];
  unchanged: number;
  faults: EscoFault[];
  /** Held and not withdrawn before. */
  held: number;
  /** Of those: not in the feed, whether it is whole or not. */
  lacking: number;
  /** Keys of all concepts that will be there. */
  keys: Set<string>;
}

export type ConceptPlans = { [K in ConceptKind]: ConceptPlan<Rows[K]> };

/** Status of a concept that the newest ESCO no longer has: courses that name it keep it. */
export const WITHDRAWN = "withdrawn";

export function planConcepts(feed: EscoFeed, held: HeldConcepts, context: ConceptContext): ConceptPlans {
  const iscoGroups = plan("isco group", feed.iscoGroups, held["isco group"], toIscoRow, context);
  const occupations = plan(
    "occupation",
    feed.occupations,
    held.occupation,
    toOccupationRow,
    context,
    (row) => (iscoGroups.keys.has(row.iscoCode) ? null : `its ISCO group ${row.iscoCode} is not there`),
  );
  const toSkill: ToRow<SkillConcept, Rows["skill"]> = (concept, shared, before) =>
    toSkillRow(concept, shared, before, feed.collections);
  return {
    "isco group": iscoGroups,
    occupation: occupations,
    "skill group": plan("skill group", feed.skillGroups, held["skill group"], toGroupRow, context),
    skill: plan("skill", feed.skills, held.skill, toSkill, context),
  };
}

interface SharedParts {
  uri: string;
  label: Record<string, string>;
  altLabels: Record<string, readonly string[]>;
  description: Record<string, string> | null;
  status: string;
  escoVersion: string;
  sourceId: string;
  updatedAt: Date;
}

type ToRow<C, R> = (concept: C, shared: SharedParts, before: R | null) => R;

interface AnyConcept {
  uri: string;
  label: Record<string, string>;
  altLabels: Record<string, string[]>;
  description: Record<string, string>;
  status: string;
}

interface AnyRow {
  label: Readonly<Record<string, string>>;
  altLabels?: Readonly<Record<string, readonly string[]>>;
  description: Readonly<Record<string, string>> | null;
  escoVersion?: string;
  status: string;
  sourceId: string;
  updatedAt?: Date;
}

function plan<C extends AnyConcept, R extends AnyRow>(
  kind: ConceptKind,
  concepts: Concepts<C> | null,
  held: ReadonlyMap<string, HeldRow<R>>,
  toRow: ToRow<C, R>,
  context: ConceptContext,
  faultOf: (row: R) => string | null = () => null,
): ConceptPlan<R> {
  const live = [...held].filter(([, { row }]) => row.status !== WITHDRAWN);
  const result: ConceptPlan<R> = {
    isStated: concepts !== null,
    changes: [],
    unchanged: 0,
    faults: [],
    held: live.filter(([, { isSample }]) => !isSample).length,
    lacking: 0,
    keys: new Set(held.keys()),
  };
  if (!concepts) return result;
  for (const [key, concept] of concepts.byKey) {
    const known = held.get(key);
    const before = known?.row ?? null;
    const row = toRow(
      concept,
      sharedParts(concept, before, known?.isSample ?? false, concepts.languages, context),
      before,
    );
    const fault = Object.keys(row.label).length === 0 ? "it has no label" : faultOf(row);
    if (fault) {
      result.faults.push({
        kind,
        record: concept.uri,
        rule: "concept-unclear",
        message: `The ${kind} was left out: ${fault}.`,
      });
      continue;
    }
    result.keys.add(key);
    if (before && isDeepStrictEqual(said(before), said(row))) result.unchanged++;
    else result.changes.push(changeOf(key, before, row, !before || known?.isSample === true));
  }
  const lacking = live.filter(([key, { isSample }]) => !isSample && !concepts.byKey.has(key));
  result.lacking = lacking.length;
  if (context.isWhole)
    for (const [key, { row }] of lacking)
      result.changes.push({
        key,
        label: anyLabel(row),
        row: { ...row, status: WITHDRAWN },
        outcome: "missing",
        fields: [],
      });
  return result;
}

function changeOf<R extends AnyRow>(key: string, before: R | null, row: R, isNew: boolean): ConceptChange<R> {
  return {
    key,
    label: anyLabel(row),
    row,
    outcome: isNew ? "added" : "changed",
    fields: isNew || !before ? [] : fieldChanges(shown(before), shown(row)),
  };
}

/** What ESCO says; when we wrote it is no part of that. */
const said = ({ updatedAt: _updatedAt, ...row }: AnyRow): object => row;

/** Of that what a person looks at. */
const shown = ({ escoVersion: _version, sourceId: _source, updatedAt: _updatedAt, ...row }: AnyRow): object =>
  row;

const anyLabel = ({ label }: AnyRow): string => label.en ?? Object.values(label)[0] ?? "";

function sharedParts(
  concept: AnyConcept,
  before: AnyRow | null,
  isSample: boolean,
  languages: ReadonlySet<string>,
  { sourceId, version, now }: ConceptContext,
): SharedParts {
  const label = inLanguages(before?.label, concept.label, languages);
  const description = inLanguages(before?.description, concept.description, languages);
  return {
    uri: concept.uri,
    label: Object.keys(label).length > 0 ? label : { ...before?.label },
    altLabels: inLanguages(before?.altLabels, concept.altLabels, languages),
    description: Object.keys(description).length > 0 ? description : null,
    status: concept.status,
    escoVersion: version ?? before?.escoVersion ?? "not stated",
    sourceId: before && !isSample ? before.sourceId : sourceId,
    updatedAt: now,
  };
}

/** The texts of the languages that were read, beside those held in other languages. */
function inLanguages<T>(
  held: Readonly<Record<string, T>> | null | undefined,
  read: Readonly<Record<string, T>>,
  languages: ReadonlySet<string>,
): Record<string, T> {
  return {
    ...Object.fromEntries(Object.entries(held ?? {}).filter(([language]) => !languages.has(language))),
    ...read,
  };
}

function toSkillRow(
  { id, type, reuseLevel }: SkillConcept,
  shared: SharedParts,
  before: Rows["skill"] | null,
  collections: EscoFeed["collections"],
): Rows["skill"] {
  const names = collections ? [...(collections.get(id) ?? [])].sort() : (before?.collections ?? []);
  return { id, ...shared, type, reuseLevel, collections: names };
}

function toOccupationRow(
  { id, code, iscoCode, isRegulated }: OccupationConcept,
  shared: SharedParts,
): Rows["occupation"] {
  return { id, ...shared, code, iscoCode, isRegulated };
}

function toIscoRow({ code }: IscoConcept, shared: SharedParts): Rows["isco group"] {
  const { uri, label, description, status, sourceId } = shared;
  return { code, uri, label, description, status, sourceId };
}

function toGroupRow({ code }: SkillGroupConcept, shared: SharedParts): Rows["skill group"] {
  const { uri, label, description, status, sourceId } = shared;
  return { uri, code, label, description, status, sourceId };
}
