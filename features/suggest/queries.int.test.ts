import { describe, expect, it } from "vitest";
import { iscoGroups, occupationSkills, occupations } from "@/db/schema/occupations";
import type { skills } from "@/db/schema/skills";
import { applyChange } from "@/features/changes/mutations";
import { nameConcepts } from "@/features/search-names/mutations";
import { testDatabase } from "@/tests/database";
import {
  ACTOR,
  insertCourse,
  insertCredential,
  insertProvider,
  insertSkill,
  insertSource,
  MOMENT,
  makeOutcome,
  NOW,
} from "@/tests/factories";
import { suggest } from "./queries";

const database = testDatabase();

const found = async (typed: string, locale: "en" | "fi" = "en") =>
  suggest(typed, { locale, db: database.db });
const labels = (list: readonly { label: { text: string } }[]) => list.map(({ label }) => label.text);

/** A skill by its names; with courses that teach it. */
async function makeSkill(
  label: Record<string, string>,
  { alt = {}, courses = 0, reuseLevel = null }: Partial<SkillPlan> = {},
): Promise<string> {
  const id = await insertSkill(database.db, { label, altLabels: alt, reuseLevel });
  await database.db.transaction((tx) =>
    nameConcepts(tx, "skill", [{ id, label, altLabels: alt, status: "released" }]),
  );
  for (let i = 0; i < courses; i++)
    await insertCourse(database.db, {
      content: {
        title: { en: "Untold" },
        outcomes: [makeOutcome({ skills: [{ skillId: id, method: "stated" }] })],
      },
    });
  return id;
}

interface SkillPlan {
  alt: Record<string, string[]>;
  courses: number;
  reuseLevel: (typeof skills.$inferSelect)["reuseLevel"];
}

async function makeOccupation(
  label: Record<string, string>,
  needs: readonly { skillId: string; relation: "essential" | "optional" }[],
  status = "released",
): Promise<string> {
  const id = crypto.randomUUID();
  const sourceId = await insertSource(database.db, { format: "esco" });
  const concept = { label, altLabels: {}, description: null, status, sourceId };
  await database.db
    .insert(iscoGroups)
    .values({
      code: "2221",
      uri: "http://data.europa.eu/esco/isco/C2221",
      label,
      status: "released",
      sourceId,
    })
    .onConflictDoNothing();
  await database.db.insert(occupations).values({
    ...concept,
    id,
    uri: `http://data.europa.eu/esco/occupation/${id}`,
    escoVersion: "1.1.1",
    updatedAt: NOW,
    code: null,
    iscoCode: "2221",
    isRegulated: null,
  });
  await database.db
    .insert(occupationSkills)
    .values(needs.map(({ skillId, relation }) => ({ occupationId: id, skillId, relation })));
  await database.db.transaction((tx) => nameConcepts(tx, "occupation", [{ id, ...concept }]));
  return id;
}

describe("suggest", () => {
  it("finds records by the beginning of any word of their name, in any language, accents or not", async () => {
    const provider = await insertProvider(database.db, { content: { legalName: { en: "Håfjell College" } } });
    const course = await insertCourse(database.db, {
      content: { title: { en: "Reading glaciers", fi: "Jäätiköt" }, provider: provider.id },
    });
    const credential = await insertCredential(database.db, { content: { title: { en: "Glaciers, read" } } });
    const { courses, credentials, providers } = await found("GLACI");
    expect(courses).toEqual([
      {
        slug: course.slug,
        label: { text: "Reading glaciers", language: "en" },
        matched: null,
        provider: { text: "Håfjell College", language: "en" },
      },
    ]);
    expect(credentials.map(({ slug }) => slug)).toEqual([credential.slug]);
    expect(providers).toEqual([]);
    expect((await found("hafjell c")).providers).toEqual([
      {
        slug: provider.slug,
        hasCourses: true,
        label: { text: "Håfjell College", language: "en" },
        matched: null,
      },
    ]);
  });

  it("says by which other name a thing was found, and shows the reader's", async () => {
    await insertCourse(database.db, { content: { title: { en: "Mending nets", fi: "Verkkojen paikkaus" } } });
    const [course] = (await found("paikkau")).courses;
    expect(course?.label).toEqual({ text: "Mending nets", language: "en" });
    expect(course?.matched).toEqual({ text: "Verkkojen paikkaus", language: "fi" });
    expect((await found("paikkau", "fi")).courses[0]).toMatchObject({
      label: { text: "Verkkojen paikkaus", language: "fi" },
      matched: null,
    });
  });

  it("wants all words in one name, and puts first what begins as typed", async () => {
    for (const en of ["Herb garden", "A garden of herbs", "Garden herbs at home", "Herb lore"])
      await insertCourse(database.db, { content: { title: { en } } });
    expect(labels((await found("garden her")).courses)).toEqual([
      "Garden herbs at home",
      "Herb garden",
      "A garden of herbs",
    ]);
    expect(labels((await found("her")).courses).slice(0, 2)).toEqual(["Herb lore", "Herb garden"]);
  });

  it("offers what is public and as it is now", async () => {
    const course = await insertCourse(database.db, { content: { title: { en: "Quokka keeping" } } });
    await insertCourse(database.db, { content: { title: { en: "Quokka draft" } }, status: "draft" });
    await insertCredential(database.db, { content: { title: { en: "Quokka old" } }, status: "withdrawn" });
    await insertProvider(database.db, {
      content: { legalName: { en: "Quokka placeholder" }, identity: "placeholder" },
    });
    const all = await found("quokka");
    expect([...labels(all.courses), ...labels(all.credentials), ...labels(all.providers)]).toEqual([
      "Quokka keeping",
    ]);

    const { slug: _, version: __, createdAt: ___, updatedAt: ____, publishedAt: _____, ...wanted } = course;
    const renamed = { ...wanted, content: { ...wanted.content, title: { en: "Wombat keeping" } } };
    const written = await database.db.transaction((tx) =>
      applyChange(tx, ACTOR, { kind: "course", before: course, after: renamed }, MOMENT),
    );
    expect((await found("quokka")).courses).toEqual([]);
    expect(labels((await found("wombat")).courses)).toEqual(["Wombat keeping"]);

    const [now] = written.courses;
    await database.db.transaction((tx) =>
      applyChange(tx, ACTOR, { kind: "course", before: now ?? null, after: null }, MOMENT),
    );
    expect((await found("wombat")).courses).toEqual([]);
  });

  it("offers a skill that is taught, those of many courses first, by any of its names", async () => {
    await makeSkill({ en: "carve spoons" }, { courses: 1, alt: { en: ["whittle ladles"], fi: ["vuole"] } });
    await makeSkill({ en: "carve stone in the open" }, { courses: 2 });
    await makeSkill({ en: "carve" });
    expect(labels((await found("carv")).skills)).toEqual(["carve stone in the open", "carve spoons"]);
    expect((await found("ladle")).skills[0]).toMatchObject({
      label: { text: "carve spoons", language: "en" },
      matched: { text: "whittle ladles", language: "en" },
    });
    expect((await found("vuol")).skills[0]?.matched).toEqual({ text: "vuole", language: "fi" });
  });

  it("offers an occupation where a course teaches an essential skill of its own", async () => {
    const taught = await makeSkill({ en: "shoe horses" }, { courses: 1 });
    const everywhere = await makeSkill({ en: "think" }, { courses: 1, reuseLevel: "transversal" });
    const untaught = await makeSkill({ en: "forge" });
    const farrier = await makeOccupation({ en: "farrier" }, [{ skillId: taught, relation: "essential" }]);
    await makeOccupation({ en: "farrier's clerk" }, [{ skillId: taught, relation: "optional" }]);
    await makeOccupation({ en: "farrier of minds" }, [{ skillId: everywhere, relation: "essential" }]);
    await makeOccupation({ en: "farrier of old" }, [{ skillId: untaught, relation: "essential" }]);
    await makeOccupation({ en: "farrier once" }, [{ skillId: taught, relation: "essential" }], "withdrawn");
    expect((await found("farrier")).occupations.map(({ id }) => id)).toEqual([farrier]);
  });

  it("offers what has the word before what goes on in it", async () => {
    const taught = await makeSkill({ en: "dress wounds" }, { courses: 1 });
    const labelsOf = ["wardrobe aide", "ward nurse on a mountain", "wardens"];
    for (const en of labelsOf) await makeOccupation({ en }, [{ skillId: taught, relation: "essential" }]);
    expect(labels((await found("ward")).occupations)).toEqual([
      "ward nurse on a mountain",
      "wardens",
      "wardrobe aide",
    ]);
  });

  it("forgives mistakes where nothing else is found", async () => {
    await insertCourse(database.db, { content: { title: { en: "Beekeeping for beginners" } } });
    expect(labels((await found("beekepi")).courses)).toEqual(["Beekeeping for beginners"]);
    expect(labels((await found("bee keeping")).courses)).toEqual(["Beekeeping for beginners"]);
    expect((await found("beekeeping zzzz")).courses).toEqual([]);
  });

  it("offers the fields of study that a course is in: by how the name begins, then the broad first", async () => {
    await insertCourse(database.db, { content: { title: { en: "Anything" }, fields: ["0841"] } });
    expect((await found("veterinary")).fields.map(({ code }) => code)).toEqual(["084", "0841", "08"]);
    expect((await found("forestry")).fields.map(({ code }) => code)).toEqual(["08"]);
    expect((await found("eläinlääk")).fields[0]).toMatchObject({
      code: "084",
      label: { text: "Veterinary", language: "en" },
    });
  });

  it.each(["", "  ", "%", "' & !", "\0", "a".repeat(5_000), "x ".repeat(500)])(
    "takes %j as it is",
    async (typed) => {
      const all = await found(typed);
      expect(Object.values(all).flat()).toEqual([]);
    },
  );
});
