import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sampleCredentials, sampleProviders } from "@/db/sample/catalogue";
import { evidence } from "@/db/schema/evidence";
import { evidenceMatches, evidenceSubjects } from "@/db/schema/evidence-subjects";
import {
  evidenceFor,
  evidenceOfCourses,
  evidenceOfCredentials,
  evidenceOfProviders,
} from "@/features/evidence/queries";
import { evidenceSchema } from "@/features/evidence/schema";
import { trustOf } from "@/features/trust/verdict";
import { addDays } from "@/lib/dates";
import { testDatabase } from "@/tests/database";
import { importRegister } from "@/tests/evidence";
import { insertProvider, NOW, TODAY } from "@/tests/factories";
import { addSample, removeSample } from "./mutations";
import { sampleId } from "./sample-id";

const database = testDatabase();
const levelOf = (eqf: number | null) => ({ eqf, nqf: null, cycle: null });

async function providerTrust(key: string, at = TODAY) {
  const id = sampleId("provider", key);
  const records = (await evidenceOfProviders(database.db, [id])).get(id) ?? [];
  const providerKind = sampleProviders.find((each) => each.key === key)?.kind ?? "unknown";
  const { tier, subStatus, conditions, changesOn } = trustOf({
    subject: { kind: "provider", id, providerKind },
    records,
    at,
  });
  return {
    mark: [tier, subStatus, conditions ? "with-conditions" : null].filter(Boolean).join(" "),
    changesOn,
  };
}

async function credentialTrust(key: string) {
  const id = sampleId("credential", key);
  const records = (await evidenceOfCredentials(database.db, [id])).get(id) ?? [];
  const credential = sampleCredentials.find((each) => each.key === key);
  const awardingBodies = (credential?.awardedBy ?? []).map((body) => sampleId("provider", body));
  const subject = {
    kind: "credential",
    id,
    awardingBodies,
    providerKind: "higher-education",
    level: levelOf(credential?.level ?? null),
  } as const;
  const { tier, subStatus } = trustOf({ subject, records, at: TODAY });
  return `${tier} ${subStatus}`;
}

describe("the evidence of the sample", () => {
  it("comes with the sample, is what the schema says, leads to its verdicts, and goes with it", async () => {
    const { db } = database;
    await addSample(db, { now: NOW });
    const ids = [
      ...sampleProviders.map(({ key }) => sampleId("provider", key)),
      ...sampleCredentials.map(({ key }) => sampleId("credential", key)),
    ];
    const rows = [...(await evidenceFor(db, ids)).values()].flat();
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows)
      expect(evidenceSchema.safeParse(row).error?.issues, row.scope ?? "").toBeUndefined();

    const marks = Object.fromEntries(
      await Promise.all(
        sampleProviders.map(async ({ key }) => [key, (await providerTrust(key)).mark] as const),
      ),
    );
    expect(marks).toMatchObject({
      kaarnala: "external-review-esg institution",
      corrabeg: "external-review-esg institution with-conditions",
      lagedijk: "external-review-esg institution",
      serraazul: "external-review-esg institution",
      split: "external-review-esg voluntary",
      jarviluonto: "external-review-esg voluntary",
      trireky: "not-stated listed-no-report",
      tiszafa: "not-stated listed-no-report",
      zlotawierzba: "not-stated listed-no-report",
      koskenvarsi: "national-authorisation register",
      fjordbotn: "national-authorisation register",
      ytterskar: "national-authorisation register with-conditions",
      havukallio: "national-authorisation vet-system",
      garance: "recognised-label label",
      neckarblick: "recognised-label certificate",
      hoivatyo: "recognised-label endorsed",
      aareblick: "self-declared",
      vinga: "self-declared",
      almyra: "not-stated not-listed",
    });
    expect(await providerTrust("murbach")).toEqual({
      mark: "external-review-esg institution",
      changesOn: addDays(TODAY, 13),
    });
    // The first row said three years from now; the register has corrected it since.
    expect((await providerTrust("lagedijk")).changesOn).toBe(addDays(TODAY, 2 * 365 + 1));
    expect(await credentialTrust("public-buyer")).toBe("external-review-esg programme");
    expect(await credentialTrust("weld-inspector")).toBe("national-authorisation register");

    const partner = sampleId("course", "ai-literacy-pilvipolku");
    const around = (await evidenceOfCourses(db, [partner])).get(partner) ?? [];
    const verdict = trustOf({
      subject: {
        kind: "course",
        id: partner,
        provider: sampleId("provider", "pilvipolku"),
        credential: sampleId("credential", "ai-literacy"),
        awardingBodies: [sampleId("provider", "pilvipolku")],
        providerKind: "other",
        level: levelOf(4),
      },
      records: around,
      at: TODAY,
    });
    expect([verdict.tier, verdict.subStatus]).toEqual(["external-review-esg", "through-partner"]);
    expect(verdict.body).toEqual({ role: "assuring-body", id: sampleId("provider", "kaarnala") });

    await addSample(db, { now: NOW });
    expect([...(await evidenceFor(db, ids)).values()].flat()).toEqual(rows);
    await addSample(db, { now: new Date("2026-12-25T09:00:00Z") });
    expect([...(await evidenceFor(db, ids)).values()].flat()).toHaveLength(rows.length);

    const other = await insertProvider(db, {
      content: { legalName: { en: "Not of the sample" }, identifiers: [{ scheme: "vat", value: "FI7" }] },
    });
    await importRegister(db, [
      { subject_type: "provider", scheme: "vat", identifier: "FI7", name: "Not of the sample" },
    ]);
    await removeSample(db, { now: NOW });
    expect((await db.select({ id: evidence.subjectId }).from(evidence)).length).toBe(1);
    expect(
      await db
        .select()
        .from(evidenceSubjects)
        .where(eq(evidenceSubjects.key, "source/Sample%20catalogue/kaarnala")),
    ).toEqual([]);
    expect(await db.select().from(evidenceMatches)).toEqual([]);
    expect((await evidenceFor(db, [other.id])).get(other.id)).toHaveLength(1);
  });
});
