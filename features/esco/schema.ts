import type { iscoGroups, occupationBroader, occupationSkills, occupations } from "@/db/schema/occupations";
import type { RELATIONS, skillBroader, skillGroups, skillRelations, skills } from "@/db/schema/skills";

export type Relation = (typeof RELATIONS)[number];

export interface Rows {
  skill: typeof skills.$inferSelect;
  occupation: typeof occupations.$inferSelect;
  "isco group": typeof iscoGroups.$inferSelect;
  "skill group": typeof skillGroups.$inferSelect;
}
/** What has a label of its own. */
export type ConceptKind = keyof Rows;

export interface PairRows {
  "occupation-skill relation": typeof occupationSkills.$inferSelect;
  "skill-skill relation": typeof skillRelations.$inferSelect;
  "step of the skill hierarchy": typeof skillBroader.$inferSelect;
  "step of the occupation hierarchy": typeof occupationBroader.$inferSelect;
}
/** What ties two concepts. */
export type PairKind = keyof PairRows;

type Languages<T> = Record<string, T>;

interface Concept {
  uri: string;
  label: Languages<string>;
  altLabels: Languages<string[]>;
  description: Languages<string>;
  status: string;
}

export interface SkillConcept extends Concept {
  id: string;
  type: Rows["skill"]["type"];
  reuseLevel: Rows["skill"]["reuseLevel"];
}

export interface OccupationConcept extends Concept {
  id: string;
  code: string | null;
  iscoCode: string;
  isRegulated: boolean | null;
}

export interface IscoConcept extends Concept {
  code: string;
}

export interface SkillGroupConcept extends Concept {
  code: string | null;
}

/** Concepts of one kind by their key, in the languages of the files that were read. */
export interface Concepts<C> {
  byKey: Map<string, C>;
  languages: Set<string>;
}

export interface EscoFault {
  /** What cannot come in: a file, a concept, a relation. */
  kind: string;
  record: string;
  rule: string;
  message: string;
}

/** The official files as they were read. Null: no file of that kind is there, so nothing is said of it. */
export interface EscoFeed {
  skills: Concepts<SkillConcept> | null;
  occupations: Concepts<OccupationConcept> | null;
  iscoGroups: Concepts<IscoConcept> | null;
  skillGroups: Concepts<SkillGroupConcept> | null;
  /** Skill -> collections that it is in. */
  collections: Map<string, Set<string>> | null;
  pairs: { [K in PairKind]: Map<string, PairRows[K]> | null };
  faults: EscoFault[];
  /** False where a file could not be read. */
  isComplete: boolean;
}
