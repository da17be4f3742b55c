import { describe, expect, it } from "vitest";
import type { CourseDraft, CredentialDraft, ProviderDraft, Transformed } from "@/features/exchange/draft";
import { koutaFormat } from "./format";

const PROGRAMME = "1.2.246.562.13.1";
const OFFERING = "1.2.246.562.17.1";
const COLLEGE = "1.2.246.562.10.1";
const UNIT = "1.2.246.562.10.2";

const college = { oid: COLLEGE, nimi: { fi: "Hitsausopisto", sv: "Svetsinstitutet" } };
const lahti = { koodiUri: "kunta_398", nimi: { fi: "Lahti", sv: "Lahtis" } };

const programme = (values: Record<string, unknown> = {}) => ({
  oid: PROGRAMME,
  tila: "julkaistu",
  koulutustyyppi: "muu",
  nimi: { fi: "Hitsauksen perusteet", en: "Basics of welding" },
  kielivalinta: ["fi", "en"],
  tarjoajat: [{ ...college, paikkakunta: lahti }],
  ...values,
});

const offering = (values: Record<string, unknown> = {}) => ({
  oid: OFFERING,
  tila: "julkaistu",
  koulutustyyppi: "muu",
  koulutusOid: PROGRAMME,
  nimi: { fi: "Hitsauksen perusteet, syksy", sv: "Svetsningens grunder" },
  kielivalinta: ["fi"],
  tarjoajat: [{ ...college, paikkakunta: lahti }],
  oppilaitokset: [COLLEGE],
  ...values,
});

const institution = (values: Record<string, unknown> = {}) => ({
  ...college,
  status: "AKTIIVINEN",
  oppilaitostyyppi: { koodiUri: "oppilaitostyyppi_41#1" },
  oppilaitos: { metadata: { wwwSivu: { url: { fi: "https://opisto.example" } } } },
  ...values,
});

const files = (...contents: unknown[]) =>
  contents.map((content, position) => ({
    name: `${position + 1}.json`,
    bytes: new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)),
  }));

const transform = (...contents: unknown[]): Transformed =>
  koutaFormat.transform(files(...contents), { provider: null, today: "2026-11-25" });

const courses = ({ drafts }: Transformed) =>
  drafts.filter((draft): draft is CourseDraft => draft.kind === "course");
const credentials = ({ drafts }: Transformed) =>
  drafts.filter((draft): draft is CredentialDraft => draft.kind === "credential");
const providers = ({ drafts }: Transformed) =>
  drafts.filter((draft): draft is ProviderDraft => draft.kind === "provider");

function onlyCourse(transformed: Transformed): CourseDraft {
  const [course, ...others] = courses(transformed);
  if (!course || others.length > 0)
    throw new Error(`Expected one course: ${JSON.stringify(transformed.notes)}`);
  return course;
}

const rules = ({ notes }: Transformed) =>
  notes.map(({ record, field, rule }) => `${record} ${field} ${rule}`);

describe("koutaFormat", () => {
  it("reads a programme without offerings as a course without runs", () => {
    const transformed = transform(
      programme({
        koulutustyyppi: "kk-opintojakso",
        metadata: {
          kuvaus: { fi: "<p>Opit <b>hitsaamaan</b>.</p>", sv: "gammal" },
          osaamistavoitteet: {
            fi: "<ul><li>hitsaa</li><li>suunnittelee</li></ul>",
            en: "<ul><li>weld</li><li>plan</li></ul>",
          },
          lisatiedot: [
            { otsikko: { koodiUri: "koulutuksenlisatiedot_12#1" }, teksti: { fi: "<p>Kaasut.</p>" } },
          ],
          opintojenLaajuusNumero: 2.5,
          opintojenLaajuusyksikko: { koodiUri: "opintojenlaajuusyksikko_2#1" },
          koulutusala: [{ koodiUri: "kansallinenkoulutusluokitus2016koulutusalataso2_071#1" }],
        },
      }),
    );
    expect(transformed.drafts.map(({ kind, externalId }) => [kind, externalId])).toEqual([
      ["provider", COLLEGE],
      ["course", PROGRAMME],
    ]);
    expect(onlyCourse(transformed)).toMatchObject({
      status: "published",
      sourceUrl: `https://opintopolku.fi/konfo/fi/koulutus/${PROGRAMME}`,
      content: {
        provider: COLLEGE,
        defaultLanguage: "fi",
        title: { fi: "Hitsauksen perusteet", en: "Basics of welding" },
        description: { fi: "Opit hitsaamaan.\n\nKaasut." },
        outcomes: [
          { text: { fi: "hitsaa", en: "weld" }, skills: [] },
          { text: { fi: "suunnittelee", en: "plan" }, skills: [] },
        ],
        ectsHundredths: 250,
        hoursMin: null,
        fields: ["071"],
        type: "course",
        learningSetting: "not-stated",
        assessment: "unknown",
        runs: [],
        credentials: [],
      },
    });
    expect(transformed).toMatchObject({ refused: [], notes: [], isComplete: true });
  });

  it("makes offerings the runs of their programme, in any order of files", () => {
    const second = offering({ oid: "1.2.246.562.17.2" });
    const { content } = onlyCourse(transform(second, programme(), offering()));
    expect(content.title).toEqual({ fi: "Hitsauksen perusteet", en: "Basics of welding" });
    expect(content.runs.map(({ externalId }) => externalId)).toEqual(["1.2.246.562.17.2", OFFERING]);
  });

  it("lets an offering make the course where its programme is absent or refused", () => {
    for (const others of [[], [programme({ tila: "arkistoitu" })]]) {
      const course = onlyCourse(transform(...others, offering()));
      expect(course).toMatchObject({
        externalId: OFFERING,
        sourceUrl: `https://opintopolku.fi/konfo/fi/toteutus/${OFFERING}`,
        content: { title: { fi: "Hitsauksen perusteet, syksy" }, runs: [{ externalId: OFFERING }] },
      });
    }
  });

  it("fills what a programme does not say from its only offering, not from one of several", () => {
    const metadata = {
      kuvaus: { fi: "Syksyn kurssi" },
      opintojenLaajuusNumero: 40,
      opintojenLaajuusyksikko: { koodiUri: "opintojenlaajuusyksikko_5#1" },
      opetus: {
        suunniteltuKestoVuodet: 1,
        suunniteltuKestoKuukaudet: 6,
        lisatiedot: [{ otsikko: { koodiUri: "koulutuksenlisatiedot_13#1" }, teksti: { fi: "Hitsaa" } }],
      },
    };
    const one = transform(programme(), offering({ metadata }));
    expect(onlyCourse(one).content).toMatchObject({
      description: { fi: "Syksyn kurssi" },
      hoursMin: 40,
      hoursMax: 40,
      durationDays: 548,
      outcomes: [{ text: { fi: "Hitsaa" } }],
    });
    const several = transform(programme(), offering({ metadata }), offering({ oid: "1.2.246.562.17.2" }));
    expect(onlyCourse(several).content).toMatchObject({
      description: null,
      hoursMin: null,
      durationDays: null,
      outcomes: [],
    });
    const own = transform(
      programme({ metadata: { ...metadata, opintojenLaajuusNumero: 50 } }),
      offering({ metadata }),
    );
    expect(onlyCourse(own).content.hoursMin).toBe(50);
  });

  it("says which published offerings of a programme are not in the feed", () => {
    const transformed = transform(
      programme({
        toteutukset: [
          { oid: OFFERING, tila: "julkaistu" },
          { oid: "1.2.246.562.17.2", tila: "julkaistu" },
          { oid: "1.2.246.562.17.3", tila: "arkistoitu" },
        ],
      }),
      offering(),
    );
    expect(transformed.notes).toMatchObject([
      { record: PROGRAMME, field: "toteutukset", rule: "offering-not-in-feed", severity: "hint" },
    ]);
    expect(transformed.notes[0]?.message).toMatch(/feed: 1\.2\.246\.562\.17\.2\. Add/);
  });

  it("refuses archived, unpublished, provider-less and untitled records by name", () => {
    const transformed = transform(
      programme({ tila: "arkistoitu" }),
      offering({ tila: "tallennettu" }),
      offering({ oid: "1.2.246.562.17.2", tarjoajat: [] }),
      offering({ oid: "1.2.246.562.17.3", nimi: { fi: " " } }),
      offering({ oid: "1.2.246.562.17.4", tarjoajat: [{ oid: COLLEGE }] }),
    );
    expect(transformed.drafts).toEqual([]);
    expect(rules(transformed)).toEqual([
      `${PROGRAMME} tila archived`,
      `${OFFERING} tila not-published`,
      "1.2.246.562.17.2 tarjoajat provider-missing",
      "1.2.246.562.17.3 nimi title-missing",
      "1.2.246.562.17.4 tarjoajat.nimi provider-nameless",
    ]);
    expect(transformed.notes[0]?.message).toContain('"Hitsauksen perusteet"');
    expect(transformed.refused.map(({ externalId }) => externalId)).toEqual(
      transformed.notes.map(({ record }) => record),
    );
  });

  it("takes an oid that comes twice once, and refuses a second one with other content", () => {
    const same = { ...offering(), timestamp: 2, muokkaaja: { nimi: "x" } };
    const other = offering({ nimi: { fi: "Muu" } });
    const transformed = transform(offering(), same, [other], offering({ nimi: 5 }));
    expect(onlyCourse(transformed).content.title).toEqual({ fi: "Hitsauksen perusteet, syksy" });
    expect(rules(transformed)).toEqual([
      `${OFFERING} (3.json) oid repeated-oid`,
      `${OFFERING} (4.json) nimi shape`,
    ]);
  });

  it("counts a list that declares more than it holds as incomplete", () => {
    const list = (total: unknown, rest = {}) => ({
      hits: { total, hits: [{ _source: offering() }] },
      ...rest,
    });
    const isComplete = (content: unknown) => {
      const transformed = transform(content);
      expect(courses(transformed)).toHaveLength(1);
      expect(rules(transformed).some((rule) => rule.endsWith("list-incomplete"))).toBe(
        !transformed.isComplete,
      );
      return transformed.isComplete;
    };
    expect(isComplete(list({ value: 1, relation: "eq" }))).toBe(true);
    expect(isComplete(list(1))).toBe(true);
    expect(isComplete(list(null))).toBe(true);
    expect(isComplete(list({ value: 2, relation: "eq" }))).toBe(false);
    expect(isComplete(list(2))).toBe(false);
    expect(isComplete(list({ value: 1, relation: "gte" }))).toBe(false);
    expect(isComplete(list(1, { timed_out: true }))).toBe(false);
    expect(isComplete(list(1, { _shards: { failed: 1 } }))).toBe(false);
  });

  it("refuses what it cannot read: no JSON, other records, other shapes", () => {
    const transformed = transform("{", { oid: "1.2.246.562.20.7" }, "null", offering({ tarjoajat: "x" }), {
      ...institution(),
      nimi: ["x"],
    });
    expect(transformed.drafts).toEqual([]);
    expect(transformed.isComplete).toBe(false);
    expect(rules(transformed)).toEqual([
      "1.json null file-unreadable",
      "1.2.246.562.20.7 oid record-unknown",
      "3.json oid record-unknown",
      `${OFFERING} tarjoajat shape`,
      `${COLLEGE} nimi shape`,
    ]);
    expect(transformed.refused.map(({ kind }) => kind)).toEqual([
      "course",
      "course",
      "course",
      "course",
      "provider",
    ]);
  });

  it("reads an institution as provider, wherever its record comes", () => {
    const transformed = transform(offering(), institution());
    expect(providers(transformed)).toMatchObject([
      {
        externalId: COLLEGE,
        sourceUrl: `https://opintopolku.fi/konfo/fi/oppilaitos/${COLLEGE}`,
        content: {
          legalName: { fi: "Hitsausopisto", sv: "Svetsinstitutet" },
          kind: "higher-education",
          identity: "stated",
          country: "FI",
          region: null,
          homepage: "https://opisto.example",
          identifiers: [{ scheme: "national", value: COLLEGE }],
        },
      },
    ]);
    const other = transform(institution({ oppilaitostyyppi: { koodiUri: "oppilaitostyyppi_21#1" } }));
    expect(providers(other)[0]?.content.kind).toBe("other");
    const { oppilaitostyyppi: _, ...untyped } = institution();
    expect(providers(transform(untyped))[0]?.content).toMatchObject({
      kind: "unknown",
      homepage: "https://opisto.example",
    });
  });

  it("puts the institution before its unit where its name is known, else says that it is missing", () => {
    const unit = { oid: UNIT, nimi: { en: "Welding hall" } };
    const ofUnit = offering({ tarjoajat: [unit], organisaatio: college });
    expect(onlyCourse(transform(ofUnit)).content.provider).toBe(COLLEGE);

    const unknown = transform(offering({ tarjoajat: [unit], organisaatio: unit }));
    expect(onlyCourse(unknown).content.provider).toBe(UNIT);
    expect(providers(unknown)[0]?.content).toMatchObject({ defaultLanguage: "en", kind: "unknown" });
    expect(rules(unknown)).toEqual([`${OFFERING} oppilaitokset institution-not-in-feed`]);

    const several = transform(programme({ tarjoajat: [college, unit] }));
    expect(onlyCourse(several).content.provider).toBe(COLLEGE);
    expect(rules(several)).toEqual([`${PROGRAMME} tarjoajat providers-several`]);
  });

  it("brings degrees in as degrees, and other qualifications as such", () => {
    const degree = (values: Record<string, unknown>) =>
      programme({
        koulutustyyppi: "amk",
        johtaaTutkintoon: true,
        koulutukset: [{ koodiUri: "koulutus_1#1", nimi: { fi: "Insinööri (AMK), hitsaus" } }],
        eqf: [{ koodiUri: "eqf_6" }],
        metadata: {
          tutkintonimike: [{ koodiUri: "tutkintonimikekk_1#2", nimi: { fi: "Insinööri", en: "Engineer" } }],
          opintojenLaajuusNumero: 240,
          opintojenLaajuusyksikko: { koodiUri: "opintojenlaajuusyksikko_2#1" },
        },
        ...values,
      });
    const one = transform(degree({}));
    expect(credentials(one)).toMatchObject([
      {
        externalId: `${PROGRAMME}/tutkintonimikekk_1`,
        content: {
          kind: "degree",
          title: { fi: "Insinööri", en: "Engineer" },
          ectsHundredths: 24_000,
          eqf: 6,
          awardingBodies: [COLLEGE],
        },
      },
    ]);
    expect(onlyCourse(one).content).toMatchObject({
      eqf: 6,
      type: "educational-programme",
      learningSetting: "formal",
      credentials: [
        { credential: `${PROGRAMME}/tutkintonimikekk_1`, needs: "this-course", neededCount: null },
      ],
    });

    const titles = ["1", "2", "2"].map((n) => ({
      koodiUri: `tutkintonimikekk_${n}#2`,
      nimi: { fi: `Nimike ${n}` },
    }));
    const two = transform(
      degree({ eqf: [{ koodiUri: "eqf_6" }, { koodiUri: "eqf_07" }], metadata: { tutkintonimike: titles } }),
    );
    expect(credentials(two).map(({ content }) => [content.title.fi, content.eqf])).toEqual([
      ["Nimike 1", null],
      ["Nimike 2", null],
    ]);
    expect(onlyCourse(two).content.eqf).toBeNull();
    expect(rules(two)).toEqual([`${PROGRAMME} eqf levels-several`]);

    const vocational = transform(
      offering({
        koulutustyyppi: "amm",
        koulutukset: [{ koodiUri: "koulutus_2#1", nimi: { fi: "Tutkinto" } }],
      }),
    );
    expect(credentials(vocational)).toMatchObject([
      { externalId: `${OFFERING}/koulutus_2`, content: { kind: "other", title: { fi: "Tutkinto" } } },
    ]);
    expect(
      credentials(transform(programme({ koulutukset: [{ koodiUri: "koulutus_2", nimi: { fi: "X" } }] }))),
    ).toEqual([]);
  });

  it("maps fields of the national classification to ISCED-F, the narrowest only", () => {
    const ala = (level: number, code: string) =>
      `kansallinenkoulutusluokitus2016koulutusalataso${level}_${code}`;
    const fieldsOf = (...uris: string[]) => {
      const transformed = transform(
        programme({ koulutuskoodienAlatJaAsteet: [{ koulutusalaKoodiUrit: uris }] }),
      );
      return { fields: onlyCourse(transformed).content.fields, rules: rules(transformed) };
    };
    expect(fieldsOf(ala(1, "07"), ala(2, "071"), `${ala(3, "0715")}#1`, "okmohjauksenala_9")).toEqual({
      fields: ["0715"],
      rules: [],
    });
    expect(fieldsOf(ala(2, "091"), ala(3, "0918"))).toEqual({ fields: ["091", "0988"], rules: [] });
    expect(fieldsOf(ala(2, "082"), ala(3, "0820"))).toEqual({
      fields: ["082"],
      rules: [`${PROGRAMME} metadata.koulutusala field-unmapped`],
    });
  });

  it("keeps no editor, contact or person in a text", () => {
    const transformed = transform({
      ...offering({
        metadata: {
          kuvaus: {
            fi: "<p>Kysy: <a href='mailto:liisa@opisto.example'>liisa@opisto.example</a>, prof. Liisa Neva</p>",
          },
          yhteyshenkilot: [{ nimi: { fi: "Matti Hauki" }, sahkoposti: { fi: "matti@opisto.example" } }],
        },
      }),
      muokkaaja: { oid: "1.2.246.562.24.9", nimi: "Kaisa Ahven" },
    });
    expect(JSON.stringify(transformed)).not.toMatch(/Matti|matti|Kaisa|Liisa|liisa|Neva|562\.24\./);
    expect(onlyCourse(transformed).content.description).toEqual({ fi: "Kysy: […], prof. […]" });
    expect(rules(transformed)).toEqual([`${OFFERING} metadata person-left-out`]);
  });
});
