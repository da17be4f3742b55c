import { beforeAll, expect, it } from "vitest";
import { iscoGroups, occupationSkills, occupations } from "@/db/schema/occupations";
import { nameConcepts } from "@/features/search-names/mutations";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertSkill, insertSource, makeOutcome, NOW } from "@/tests/factories";
import { findOccupation, occupationsNamed } from "./queries";

const database = testDatabase();
let taught: string;
let untaught: string;

interface Names {
  label: Record<string, string>;
  altLabels?: Record<string, string[]>;
  status?: string;
}

async function insertOccupation({ label, altLabels = {}, status = "released" }: Names, skillId: string) {
  const id = crypto.randomUUID();
  await database.db.insert(occupations).values({
    id,
    uri: `http://data.europa.eu/esco/occupation/${id}`,
    label,
    altLabels,
    description: null,
    status,
    escoVersion: "1.1.1",
    sourceId: await insertSource(database.db, { format: "esco" }),
    updatedAt: NOW,
    code: null,
    iscoCode: "2221",
    isRegulated: null,
  });
  await database.db.insert(occupationSkills).values({ occupationId: id, skillId, relation: "essential" });
  await database.db.transaction((tx) => nameConcepts(tx, "occupation", [{ id, label, altLabels, status }]));
  return id;
}

const namesOf = async (text: string) =>
  (await occupationsNamed(database.db, text)).map(({ label }) => Object.values(label)[0]);

beforeAll(async () => {
  await database.db.insert(iscoGroups).values({
    code: "2221",
    uri: "http://data.europa.eu/esco/isco/C2221",
    label: { en: "Nurses" },
    status: "released",
    sourceId: await insertSource(database.db, { format: "esco" }),
  });
  taught = await insertSkill(database.db, { label: { en: "care" } });
  untaught = await insertSkill(database.db);
  // As a skill is left by its last course.
  await database.sql`insert into search_values (facet, value, course_count) values ('skill', ${untaught}, 0)`;
  const outcomes = [makeOutcome({ skills: [{ skillId: taught, method: "stated" }] })];
  await insertCourse(database.db, { content: { outcomes } });
});

it("names at most three, the nearest, and none that no course leads to", async () => {
  for (const n of [1, 2, 3, 4]) await insertOccupation({ label: { en: `Diver ${n}` } }, untaught);
  await insertOccupation({ label: { en: "Diver" }, status: "withdrawn" }, taught);
  await insertOccupation({ label: { en: "Diver of the deepest sea" } }, taught);
  await insertOccupation({ label: { en: "Diver of caves" } }, taught);
  await insertOccupation({ label: { en: "Divers' cook" } }, taught);
  await insertOccupation({ label: { en: "Driver" } }, taught);
  await insertOccupation({ label: { en: "Diver in harbours" } }, taught);
  await insertOccupation({ label: { en: "Diver in lakes and in rivers" } }, taught);
  expect(await namesOf("diver")).toEqual(["Diver of caves", "Diver in harbours", "Diver of the deepest sea"]);
  expect(await namesOf("diver of")).toEqual(["Diver of caves", "Diver of the deepest sea"]);
  expect(await namesOf("DIVER OF CAVES")).toEqual(["Diver of caves"]);
  // In any place and order, but then more than one.
  expect(await namesOf("caves diver")).toEqual(["Diver of caves"]);
  expect(await namesOf("caves")).toEqual([]);
});

it("takes words as whole ones", async () => {
  await insertOccupation({ label: { en: "Nursery teacher" } }, taught);
  expect(await namesOf("nurse")).toEqual([]);
  expect(await namesOf("nursery")).toEqual(["Nursery teacher"]);
  const altLabels = { en: ["nurse assistant", "clinical support worker"] };
  await insertOccupation({ label: { en: "Healthcare assistant" }, altLabels }, taught);
  await insertOccupation({ label: { en: "Assistant to a veterinary nurse" } }, taught);
  expect(await namesOf("nurse")).toEqual(["Healthcare assistant"]);
  expect(await namesOf("nurse assistant")).toEqual([
    "Healthcare assistant",
    "Assistant to a veterinary nurse",
  ]);
});

it("knows other names in every language", async () => {
  const altLabels = { fi: ["Saariston majakanvartija"], sv: ["fyrvaktare"] };
  await insertOccupation({ label: { en: "Lighthouse keeper" }, altLabels }, taught);
  for (const text of ["lighthouse keeper", "saariston majakanvartija", "Fyrvaktare"])
    expect(await namesOf(text)).toEqual(["Lighthouse keeper"]);
  expect(await namesOf("majakanvartija")).toEqual([]);
  // Two names side by side are not one.
  expect(await namesOf("assistant worker")).toEqual([]);
});

it("has skills that are essential to it, by id", async () => {
  const id = await insertOccupation({ label: { en: "Baker" } }, taught);
  await database.db
    .insert(occupationSkills)
    .values({ occupationId: id, skillId: untaught, relation: "optional" });
  expect(await findOccupation(database.db, id)).toEqual({ label: { en: "Baker" }, skillIds: [taught] });
  expect(await findOccupation(database.db, crypto.randomUUID())).toBeNull();
});

it.each(["", "di", "'", "\\", "a ".repeat(200), "x".repeat(256), "㌖".repeat(256), "漢", "😀"])(
  "takes %j",
  async (text) => {
    expect(await namesOf(text)).toEqual([]);
  },
);
