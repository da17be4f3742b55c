import { describe, expect, it } from "vitest";
import { sampleCredentials, sampleEsco, sampleProviders, sampleThemes } from "@/db/sample/catalogue";
import { countedValues } from "@/features/courses/counted-values";
import { isOpen, runState } from "@/features/courses/openness";
import { priceBand } from "@/features/courses/price-band";
import type { Run } from "@/features/courses/schema";
import { standardElements } from "@/features/credentials/standard-elements";
import type { Draft } from "@/features/exchange/draft";
import { applyRules } from "@/features/rules/offer-rules";
import { durationBand, ectsBand, FACET_VALUES } from "@/features/search/facet-values";
import { isNuts, nutsCountry } from "@/features/vocabularies/nuts";
import { addDays, type Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import { sampleRecords } from "./records";

const TODAY = "2026-11-25";
/** A day in each season, a leap day and days around the turn of a year. */
const DAYS = [
  "2026-11-25",
  "2026-12-31",
  "2027-01-04",
  "2027-03-15",
  "2027-06-30",
  "2027-08-02",
  "2028-02-29",
];
const { providers, credentials, courses } = sampleRecords("source", TODAY);
const records = [...providers, ...credentials, ...courses];

describe("the sample catalogue", () => {
  it("is as large as it was promised", () => {
    expect(courses.length).toBeGreaterThanOrEqual(300);
    expect(credentials.length).toBeGreaterThanOrEqual(60);
    expect(providers.length).toBeGreaterThanOrEqual(40);
    expect(new Set(providers.map(({ content }) => content.country)).size).toBeGreaterThanOrEqual(20);
    const taught = courses.flatMap(({ content }) => content.runs.flatMap(({ languages }) => languages));
    expect(new Set(taught).size).toBeGreaterThanOrEqual(8);
  });

  it("gives each record an id and key of its own", () => {
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    for (const kind of [providers, credentials, courses])
      expect(new Set(kind.map(({ externalId }) => externalId)).size).toBe(kind.length);
  });

  it("gives no two courses the same title", () => {
    const titles = courses.flatMap(({ content }) => Object.values(content.title));
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  it("has every text in the record's default language, and most in Finnish", () => {
    const lacking = courses.filter(({ content }) =>
      mapsOf(content).some((texts) => !texts[content.defaultLanguage]),
    );
    expect(lacking.map(({ externalId }) => externalId)).toEqual([]);
    const inFinnish = courses.filter(({ content }) => mapsOf(content).every((texts) => texts.fi));
    expect(inFinnish.length / courses.length).toBeGreaterThanOrEqual(0.75);
  });

  it("has courses in the local language only, and in English only", () => {
    const languagesOf = courses.map(({ content }) => Object.keys(content.title).join());
    for (const languages of ["de", "fr", "es", "it", "pl", "sv", "da", "hr", "fi", "en", "en,fi"])
      expect(languagesOf).toContain(languages);
  });

  it("keeps to every rule for offers, but for what it shows on purpose", () => {
    const knownSkills = new Set(sampleEsco.skills.map(({ id }) => id));
    const findings = records.flatMap((record) => {
      const { draft, notes } = applyRules({ ...record, raw: null } as Draft, { knownSkills });
      expect(draft.content).toEqual(record.content);
      return notes.map(({ record: key, rule }) => `${key}: ${rule}`);
    });
    expect(findings.sort()).toEqual([
      "animal-welfare: outcomes-missing",
      "battery-degree-kuukkeli: large-volume",
      "battery-degree: degree",
      "frugal-cloud: outcomes-missing",
      "office-automation: outcomes-missing",
      "public-data-degree-emaveski: large-volume",
      "public-data-degree: degree",
    ]);
  });

  it("places everything in regions of its country", () => {
    const places = [
      ...providers.map(({ content }) => content),
      ...courses.flatMap(({ content }) => content.runs),
    ].filter(({ region }) => region !== null);
    for (const { region, country } of places) {
      expect(isNuts(region ?? "")).toBe(true);
      expect(nutsCountry(region ?? "")).toBe(country);
    }
  });

  it("uses every course, theme, provider and credential of its files", () => {
    const taught = new Set(sampleThemes.flatMap((theme) => theme.courses.map(({ provider }) => provider)));
    expect(sampleProviders.filter(({ key }) => !taught.has(key))).toEqual([]);
    const links = courses.flatMap(({ content }) => content.credentials);
    expect(links).toHaveLength(sampleCredentials.flatMap((credential) => credential.courses).length);
    for (const { neededCount, courses: ways, needs } of sampleCredentials)
      expect(needs === "some" ? (neededCount ?? 0) < ways.length : neededCount === null).toBe(true);
  });

  it("never leads to a credential that is called a micro-credential for attendance alone", () => {
    const given = credentials.filter(({ content }) => content.assessment === "attendance-only");
    expect(new Set(given.map(({ content }) => content.kind))).toEqual(new Set(["certificate-of-attendance"]));
  });

  it("has credentials that state all nine elements of an offer, and some that state few", () => {
    const stated = credentials.map(({ content }) => {
      const offer = { content, outcomes: [], awardingBodies: [] };
      const { mandatory } = standardElements(offer);
      // The country and awarding bodies come from records that are not at hand here; all have them.
      const others = mandatory.filter(({ state }) => state === "stated").length;
      return others + 2 + (content.outcomes.length > 0 ? 1 : 0);
    });
    expect(Math.max(...stated)).toBe(9);
    expect(stated.filter((count) => count === 9).length).toBeGreaterThan(40);
    expect(Math.min(...stated)).toBeLessThan(5);
  });

  it("names no real institution: none is called after a city, nor as a well-known one", () => {
    const cities = new Set(sampleProviders.flatMap(({ sites }) => sites.map(({ city }) => city)));
    const names = providers.flatMap(({ content }) => Object.values(content.legalName));
    const real =
      /aalto|metropolia|laurea|haaga|novia|arcada|omnia|chalmers|karolinska|sorbonne|humboldt|fraunhofer|erasmus|hanze|bocconi/i;
    expect(
      names.filter((name) => real.test(name) || [...cities].some((city) => name.includes(city))),
    ).toEqual([]);
    const homepages = providers.map(({ content }) => content.homepage);
    expect(homepages.filter((homepage) => !homepage?.endsWith(".example"))).toEqual([]);
  });

  it("shows every way in which an offer can be more or less complete", () => {
    const facts = courses.map(({ content }) => content);
    const some = (holds: (content: (typeof facts)[number]) => boolean) =>
      expect(facts.some(holds)).toBe(true);
    some(({ ectsHundredths }) => ectsHundredths === 50);
    some(({ ectsHundredths }) => ectsHundredths === 250);
    some(({ ectsHundredths }) => ectsHundredths === 750);
    some(({ ectsHundredths, hoursMin }) => ectsHundredths === null && hoursMin !== null);
    some(({ ectsHundredths, hoursMin }) => ectsHundredths !== null && hoursMin === null);
    some(({ hoursMin, hoursMax }) => hoursMin !== hoursMax);
    some(({ outcomes, credentials: links }) => outcomes.length === 0 && links.length === 1);
    some(({ prerequisites }) => prerequisites !== null);
    some(({ nqf }) => nqf !== null);
    for (const runs of [0, 1, 2, 3, 4, 6]) some((content) => content.runs.length === runs);
    for (const supervision of [
      "unsupervised-no-id",
      "supervised-no-id",
      "supervised-id",
      "unsupervised-id",
      "not-stated",
    ])
      some((content) => content.supervision === supervision);
    for (const schedule of ["day", "evening", "weekend", "self-paced"] as const)
      some(({ runs }) => runs.some(({ schedules }) => schedules.includes(schedule)));
    some(({ runs }) => new Set(runs.flatMap(({ city }) => city ?? [])).size > 1);
    some(({ runs }) => runs.some(({ modes }) => modes.length > 1));
    some(({ runs }) => runs.some(({ priceNote }) => priceNote !== null));
    expect(courses.some(({ status }) => status === "withdrawn")).toBe(true);
    expect(credentials.some(({ status }) => status === "withdrawn")).toBe(true);
    expect(credentials.some(({ content }) => content.isOutsideFramework)).toBe(true);
    const currencies = new Set(facts.flatMap(({ runs }) => runs.flatMap(({ currency }) => currency ?? [])));
    for (const currency of ["EUR", "SEK", "NOK", "DKK", "CZK", "PLN", "CHF", "GBP", "HUF", "KES"])
      expect([...currencies]).toContain(currency);
  });
});

describe.each(DAYS)("on %s", (today) => {
  const open = openCourses(today);

  it("has every value of every facet", () => {
    const values = (of: (course: OpenCourse) => readonly string[]) => new Set(open.flatMap(of));
    const has = (found: Set<string>, wanted: readonly string[]) =>
      expect(wanted.filter((value) => !found.has(value))).toEqual([]);
    has(
      values(({ counted }) => [counted.eqf === null ? "not-stated" : String(counted.eqf)]),
      FACET_VALUES.level,
    );
    has(
      values(({ counted }) => [ectsBand(counted.ectsHundredths)]),
      FACET_VALUES.ects,
    );
    has(
      values(({ counted }) => [counted.assessment === "unknown" ? "not-stated" : counted.assessment]),
      FACET_VALUES.assessment,
    );
    has(
      values(({ course }) => [durationBand(course.content.durationDays)]),
      FACET_VALUES.duration,
    );
    has(
      values(({ kinds, course }) =>
        kinds.length > 0 ? kinds : [course.content.hasNoCredential ? "none" : "not-stated"],
      ),
      FACET_VALUES.credential,
    );
    has(
      values(({ runs }) =>
        runs.flatMap(({ modes }): string[] => (modes.length > 0 ? [...modes] : ["not-stated"])),
      ),
      FACET_VALUES.mode,
    );
    has(
      values(({ runs }) => runs.map(priceBand)),
      FACET_VALUES.price,
    );
    has(
      values(({ course }) => course.content.fields.map((code) => code.slice(0, 2))),
      ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10"],
    );
    const languages = values(({ runs }) =>
      runs.flatMap((run) => (run.languages.length > 0 ? run.languages : ["not-stated"])),
    );
    has(languages, ["en", "fi", "sv", "de", "fr", "es", "it", "pl", "not-stated"]);
  });

  it("has runs to join in each of the next six months, and of every kind", () => {
    const runs = open.flatMap((course) => course.runs);
    const starts = new Set(runs.map(({ startOn }) => startOn?.slice(0, 7)));
    const months = [30, 60, 90, 120, 150, 180].map((days) => addDays(today, days).slice(0, 7));
    // Nothing begins in July.
    expect(months.filter((month) => !starts.has(month) && !month.endsWith("-07"))).toEqual([]);
    expect(new Set(runs.map(({ startKind }) => startKind))).toEqual(
      new Set(["dated", "standing", "not-stated"]),
    );
    expect(new Set(runs.map(({ startPrecision }) => startPrecision))).toEqual(
      new Set(["day", "month", null]),
    );
    expect(runs.some(({ startText }) => startText !== null)).toBe(true);
    expect(runs.some(({ applyBy }) => applyBy !== null && applyBy < addDays(today, 30))).toBe(true);
  });

  it("has runs under way and past ones, courses with past runs only and with none", () => {
    const states = ({ course }: OpenCourse) =>
      course.content.runs.map((run) => runState(run, course.content.durationDays, today));
    expect(new Set(open.flatMap(states))).toEqual(new Set(["open", "under-way", "past"]));
    const kinds = open.map((course) => [...new Set(states(course))].join());
    for (const kind of ["", "past", "under-way"]) expect(kinds).toContain(kind);
    expect(open.filter(({ runs }) => runs.length > 0).length).toBeGreaterThan(300);
  });
});

interface OpenCourse {
  course: (typeof courses)[number];
  counted: ReturnType<typeof countedValues>;
  /** Of the published credentials it leads to, as search sees them. */
  kinds: string[];
  /** Those that can be joined. */
  runs: Run[];
}

function openCourses(today: Day): OpenCourse[] {
  const then = sampleRecords("source", today);
  const byId = new Map(then.credentials.map((record) => [record.id, record]));
  return then.courses
    .filter(({ status }) => status === "published")
    .map((course) => {
      const links = course.content.credentials.flatMap((link) => {
        const record = byId.get(link.credential);
        return record
          ? [
              {
                link,
                credential: { ...record.content, status: record.status },
                outcomes: record.content.outcomes,
              },
            ]
          : [];
      });
      return {
        course,
        counted: countedValues({ course: course.content, outcomes: course.content.outcomes, links }),
        kinds: links.map(({ credential: { kind } }) =>
          kind === "micro-credential" || kind === "not-stated" ? kind : "other",
        ),
        runs: course.content.runs.filter((run) => isOpen(run, today)),
      };
    });
}

function mapsOf({
  title,
  summary,
  description,
  outcomes,
}: (typeof courses)[number]["content"]): LanguageMap[] {
  return [title, summary, description, ...outcomes.map(({ text }) => text)].filter((texts) => texts !== null);
}
