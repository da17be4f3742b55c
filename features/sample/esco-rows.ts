import { sampleEsco } from "@/db/sample/catalogue";
import type { iscoGroups, occupationBroader, occupationSkills, occupations } from "@/db/schema/occupations";
import type { LabelLists, skillBroader, skillGroups, skillRelations, skills } from "@/db/schema/skills";
import type { LanguageMap } from "@/lib/language-map";

const uriOf = (short: string): string => `http://data.europa.eu/esco/${short}`;

export interface EscoRows {
  skills: (typeof skills.$inferSelect)[];
  skillGroups: (typeof skillGroups.$inferSelect)[];
  skillBroader: (typeof skillBroader.$inferSelect)[];
  skillRelations: (typeof skillRelations.$inferSelect)[];
  iscoGroups: (typeof iscoGroups.$inferSelect)[];
  occupations: (typeof occupations.$inferSelect)[];
  occupationBroader: (typeof occupationBroader.$inferSelect)[];
  occupationSkills: (typeof occupationSkills.$inferSelect)[];
}

/** The part of ESCO that the sample catalogue speaks of, as rows of a source. */
export function escoRows(sourceId: string, now: Date): EscoRows {
  const { version, ...esco } = sampleEsco;
  const concept = (path: string, id: string, alt: readonly string[]) => ({
    id,
    uri: uriOf(`${path}/${id}`),
    altLabels: labelLists(alt),
    description: null,
    status: "released",
    escoVersion: version,
    sourceId,
    updatedAt: now,
  });
  const group = { description: null, status: "released", sourceId };
  return {
    skills: esco.skills.map(({ id, en, fi, alt, type, reuse, collections }) => ({
      ...concept("skill", id, alt),
      label: labels(en, fi),
      type,
      reuseLevel: reuse,
      collections,
    })),
    skillGroups: esco.skillGroups.map(({ uri, code, en }) => ({
      uri: uriOf(uri),
      code,
      label: { en },
      ...group,
    })),
    skillBroader: [
      ...esco.skills.flatMap(({ id, broader }) => stepsUp(`skill/${id}`, broader)),
      ...esco.skillGroups.flatMap(({ uri, broader }) => stepsUp(uri, broader)),
    ],
    skillRelations: esco.skillRelations.map(([skillId, relatedId, relation]) => ({
      skillId,
      relatedId,
      relation,
    })),
    iscoGroups: esco.iscoGroups.map(({ code, en }) => ({
      code,
      uri: uriOf(`isco/C${code}`),
      label: { en },
      ...group,
    })),
    occupations: esco.occupations.map(({ id, en, alt, code, isco }) => ({
      ...concept("occupation", id, alt),
      label: { en },
      code,
      iscoCode: isco,
      isRegulated: null,
    })),
    occupationBroader: [
      ...esco.occupations.flatMap(({ id, broader }) => stepsUp(`occupation/${id}`, broader)),
      ...esco.iscoGroups.flatMap(({ code }) =>
        code.length > 1 ? stepsUp(`isco/C${code}`, [`isco/C${code.slice(0, -1)}`]) : [],
      ),
    ],
    occupationSkills: esco.occupations.flatMap(({ id, essential, optional }) => [
      ...essential.map((skillId) => ({ occupationId: id, skillId, relation: "essential" as const })),
      ...optional.map((skillId) => ({ occupationId: id, skillId, relation: "optional" as const })),
    ]),
  };
}

const labelLists = (en: readonly string[]): LabelLists => (en.length > 0 ? { en } : {});

const labels = (en: string, fi: string | undefined): LanguageMap => (fi === undefined ? { en } : { en, fi });

const stepsUp = (short: string, broader: readonly string[]) =>
  broader.map((parent) => ({ uri: uriOf(short), broaderUri: uriOf(parent) }));
