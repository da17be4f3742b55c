import { afterAll, describe, expect, it } from "vitest";
import { toOpenPlans } from "@/features/plans/open-plan";
import { testDatabase } from "@/tests/database";
import { insertCourse, makeDatedRun, makeRun, NOW } from "@/tests/factories";
import { all, importProgrammes, makeStackWorld, pool, rule } from "@/tests/programmes";
import { planFor } from "./plan-for";
import { parsePlanParams } from "./plan-question";
import { atDesk } from "./planner-queue";

const database = testDatabase();
afterAll(async () => {
  await globalThis.cairnPlanning?.planner.close();
});

const addressOf = (kind: string, slug: string) => `https://portal.example/${kind}/${slug}`;

async function ask(query: string, options: Partial<Parameters<typeof planFor>[1]> = {}) {
  const { target, hold, limits } = parsePlanParams(new URLSearchParams(query));
  const question = { target: target ?? "", hold, limits };
  const answered = await planFor(question, { now: NOW, db: database.db, ...options });
  if (answered.kind !== "answered") throw new Error(answered.kind);
  return answered.view;
}

/** A course that alone leads to a credential, with a run that can still be started. */
const teach = (credential: string, provider: string) =>
  insertCourse(database.db, {
    content: {
      provider,
      credentials: [{ credential, needs: "this-course", neededCount: null }],
      runs: [makeDatedRun("2027-01-12", { endOn: "2027-03-01" })],
    },
  });

/** A certificate of 10 ECTS: 5 from named units, 5 from the field 06. Three units, one of them in two courses. */
async function makePlanWorld() {
  const { db } = database;
  const world = await makeStackWorld(db);
  const price = (priceCents: number) => ({ priceKind: "paid", priceCents, currency: "EUR" }) as const;
  const named = await world.unit({ content: { fields: ["0311"] } });
  const digital = await world.unit({ content: { fields: ["0613"], supervision: "supervised-id" } });
  const ruled = await world.unit({ content: { fields: ["0921"] } });
  const course = (credential: { id: string }, needs: "this-course" | "all", priceCents: number | null) =>
    insertCourse(db, {
      content: {
        provider: world.body.id,
        hoursMin: 60,
        hoursMax: 65.5,
        credentials: [{ credential: credential.id, needs, neededCount: null }],
        runs: [
          makeDatedRun("2027-01-12", {
            endOn: "2027-03-01",
            languages: ["en"],
            modes: ["online"],
            ...(priceCents === null ? {} : price(priceCents)),
          }),
          makeRun({ languages: ["fi"] }),
        ],
      },
    });
  const courses = [
    await course(named, "this-course", 10_000),
    await course(digital, "all", 4_000),
    await course(digital, "all", 3_000),
    await course(ruled, "this-course", null),
  ];
  await importProgrammes(db, [
    world.document(
      all(
        "root",
        pool("core", 5, { units: [world.refTo(named)] }),
        pool("open", 5, { fields: ["06"], providers: [world.refTo(world.body)] }, { fits: "designed" }),
      ),
      {
        rules: [
          rule("agreed", { units: [world.refTo(ruled)] }, "open", world.refTo(world.body), {
            validTo: "2027-12-31",
            evidenceRequired: [{ en: "A certificate" }],
          }),
        ],
      },
    ),
  ]);
  return { ...world, named, digital, ruled, courses };
}

describe("planFor", () => {
  it("says what is held, what is missing, and the ways on with prices and hours of their courses", async () => {
    const { qualification, named, digital, ruled } = await makePlanWorld();
    const view = await ask(`target=${qualification.slug}&hold=${named.slug}~2026-03&hold=nobody`);
    expect(view.unknownHold).toEqual(["nobody"]);
    expect(view.held).toEqual([
      expect.objectContaining({ hold: `${named.slug}~2026-03`, credits: 500, month: "2026-03" }),
    ]);
    expect(view.audit?.countedCredits).toBe(500);
    expect(view.audit?.nodes.map(({ node, state }) => `${node} ${state}`)).toEqual([
      "root open",
      "core met",
      "open open",
    ]);
    if (view.outcome.kind !== "plans") throw new Error(view.outcome.kind);
    const cheapest = view.outcome.plans.find(({ wins }) => wins.includes("cheapest"));
    expect(cheapest?.steps.map(({ unit }) => unit)).toEqual([digital.id]);
    expect([cheapest?.priceCents, cheapest?.hours]).toEqual([7_000, 131]);
    const quickest = view.outcome.plans.find(({ wins }) => wins.includes("least-study-time"));
    expect(quickest?.steps.map(({ unit }) => unit)).toEqual([ruled.id]);
    expect([quickest?.priceCents, quickest?.hours]).toEqual([null, 66]);
    expect(view.outcome.notTaken).toEqual([
      { unit: named.id, reasons: [expect.objectContaining({ code: expect.any(String) })] },
    ]);
    expect(view.names[digital.id]).toMatchObject({ kind: "credential", slug: digital.slug });
    expect(view.parts.open?.title).toEqual({ en: "Part open" });
    expect(view.rules.agreed?.evidenceRequired).toEqual([{ en: "A certificate" }]);
  });

  it("takes what a unit asks for first, though it counts nowhere", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const [basics, advanced] = [await world.unit({ content: { eqf: 4 } }), await world.unit()];
    for (const taught of [basics, advanced]) await teach(taught.id, world.body.id);
    await importProgrammes(db, [
      world.document(pool("core", 5, { units: [world.refTo(advanced)] }), {
        totalCredits: 5,
        prerequisites: [
          { unit: world.refTo(advanced), requires: { kind: "unit", unit: world.refTo(basics) } },
        ],
      }),
    ]);
    const stepsOf = async (query: string) => {
      const { outcome } = await ask(`target=${world.qualification.slug}${query}`);
      if (outcome.kind !== "plans") throw new Error(outcome.kind);
      return outcome.plans[0]?.steps.map(({ unit, unlocks }) => [unit, unlocks]);
    };
    expect(new Set(await stepsOf(""))).toEqual(
      new Set([
        [basics.id, [advanced.id]],
        [advanced.id, []],
      ]),
    );
    expect(await stepsOf(`&hold=${basics.slug}`)).toEqual([[advanced.id, []]]);
  });

  it("never takes an unknown price for nothing", async () => {
    const { qualification, named, ruled } = await makePlanWorld();
    const view = await ask(`target=${qualification.slug}&hold=${named.slug}&budget=1`);
    expect(view.outcome).toMatchObject({ kind: "none", conflict: { isMinimal: true } });
    const open = await ask(`target=${qualification.slug}&hold=${named.slug}`);
    if (open.outcome.kind !== "plans") throw new Error(open.outcome.kind);
    for (const plan of open.outcome.plans) {
      if (plan.steps.some(({ unit }) => unit === ruled.id)) expect(plan.priceCents).toBeNull();
    }
  });

  it("keeps to the learner's limits on the runs of the courses", async () => {
    const { qualification } = await makePlanWorld();
    const english = await ask(`target=${qualification.slug}&language=en&mode=online`);
    expect(english.outcome.kind).toBe("plans");
    const swedish = await ask(`target=${qualification.slug}&language=sv`);
    expect(swedish.outcome).toMatchObject({ kind: "none" });
  });

  it("knows a credential by a course that alone leads to it, and by an earlier address", async () => {
    const { qualification, courses, named } = await makePlanWorld();
    const [course] = courses;
    const view = await ask(`target=${qualification.slug}&hold=${course?.slug}`);
    expect(view.held[0]?.record).toMatchObject({ id: named.id });
    expect(view.audit?.countedCredits).toBe(500);
    await database.sql`
      insert into slugs (kind, slug, record_id, is_current) values ('credential', ${`former-${named.slug}`}, ${named.id}, false)`;
    const former = await ask(`target=${qualification.slug}&hold=former-${named.slug}`);
    expect(former.audit?.countedCredits).toBe(500);
  });

  it("gives plans to other systems with addresses, decimals and the sentence", async () => {
    const { qualification, named, digital, body } = await makePlanWorld();
    const view = await ask(`target=${qualification.slug}&hold=${named.slug}`);
    const open = toOpenPlans(view, addressOf);
    expect(open.audit).toMatchObject({ countedEcts: 5, possibleEcts: 0 });
    expect(open.audit?.nodes).toEqual([
      { node: "root", state: "open", unit: "parts", counted: 1, required: 2, missing: 1 },
      { node: "core", state: "met", unit: "ects", counted: 5, required: 5, missing: 0 },
      { node: "open", state: "open", unit: "ects", counted: 0, required: 5, missing: 5 },
    ]);
    const cheapest = open.plans.find(({ wins }) => wins.includes("cheapest"));
    expect(cheapest?.steps[0]).toMatchObject({
      unit: { id: digital.id, slug: digital.slug, url: addressOf("credential", digital.slug) },
      ects: 5,
      counts: [{ part: "open", ects: 5, decidedBy: { id: body.id } }],
    });
    expect(cheapest?.notice).toContain("is decided by Awarding body; combining micro-credentials gives no");
    expect(JSON.stringify(open)).not.toContain("undefined");
  });

  it("offers to rely on what is only possible where nothing surer leads on", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const fitting = await world.unit({ content: { fields: ["0613"] } });
    await teach(fitting.id, world.body.id);
    await importProgrammes(db, [world.document(pool("core", 5, { fields: ["06"] }), { totalCredits: 5 })]);
    const { outcome } = await ask(`target=${world.qualification.slug}`);
    expect(outcome).toMatchObject({ kind: "none" });
    if (outcome.kind !== "none") return;
    expect(outcome.relaxations).toContainEqual([{ kind: "lift", constraint: "limit:certainty" }]);
    const possible = await ask(`target=${world.qualification.slug}&certainty=possible`);
    expect(possible.outcome.kind).toBe("plans");
  });

  it("takes nothing that nobody teaches, and lets it be held", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const untaught = await world.unit();
    await importProgrammes(db, [
      world.document(pool("core", 5, { units: [world.refTo(untaught)] }), { totalCredits: 5 }),
    ]);
    expect((await ask(`target=${world.qualification.slug}`)).outcome.kind).toBe("none");
    const held = await ask(`target=${world.qualification.slug}&hold=${untaught.slug}`);
    expect(held.audit?.isComplete).toBe(true);
    expect(held.outcome).toMatchObject({ kind: "plans", plans: [{ steps: [] }] });
  });

  it("stops when it is told to", async () => {
    const { qualification } = await makePlanWorld();
    const view = await ask(`target=${qualification.slug}`, { signal: AbortSignal.abort() });
    expect(view.outcome).toEqual({ kind: "cancelled" });
  });

  it("knows no target that is no qualification in force", async () => {
    const { named } = await makePlanWorld();
    const asked = { hold: [], limits: {} };
    const at = { now: NOW, db: database.db };
    expect(await planFor({ target: named.slug, ...asked }, at)).toEqual({ kind: "unknown-target" });
    expect(await planFor({ target: "nobody", ...asked }, at)).toEqual({ kind: "unknown-target" });
  });
});

describe("the desk", () => {
  it("turns away who comes when twenty wait, and takes the next when one is done", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const waiting = Array.from({ length: 21 }, () => atDesk(() => gate));
    expect(await atDesk(async () => "answer")).toMatchObject({ kind: "queue-full" });
    release();
    await Promise.all(waiting);
    expect(await atDesk(async () => "answer")).toEqual({ kind: "answered", value: "answer" });
  });
});
