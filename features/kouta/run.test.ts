import { describe, expect, it } from "vitest";
import type { Remark } from "./codes";
import { type Toteutus, toteutusSchema } from "./record-schema";
import { runOf } from "./run";

function read(values: Record<string, unknown>) {
  const record: Toteutus = toteutusSchema.parse({
    oid: "1.2.246.562.17.1",
    nimi: { fi: "Hitsaus", en: "Welding" },
    kielivalinta: ["fi", "en"],
    ...values,
  });
  const rules: string[] = [];
  const remark: Remark = (severity, field, rule) => rules.push(`${severity} ${field} ${rule}`);
  return { run: runOf(record, remark), rules };
}

const teaching = (opetus: Record<string, unknown>, metadata: Record<string, unknown> = {}) =>
  read({ metadata: { opetus, ...metadata } });

const code = (koodiUri: string) => ({ koodiUri: `${koodiUri}#1` });

describe("start of a run", () => {
  const exact = {
    alkamiskausityyppi: "tarkka alkamisajankohta",
    koulutuksenAlkamispaivamaara: "2027-01-12T09:00",
    koulutuksenPaattymispaivamaara: "2027-03-31T00:00",
  };
  const spring = {
    alkamiskausityyppi: "alkamiskausi ja -vuosi",
    koulutuksenAlkamiskausi: code("kausi_k"),
    koulutuksenAlkamisvuosi: "2027",
  };

  it("is a day where the register gives one", () => {
    expect(teaching({ koulutuksenAlkamiskausi: exact }).run).toMatchObject({
      startKind: "dated",
      startOn: "2027-01-12",
      startPrecision: "day",
      endOn: "2027-03-31",
      startText: null,
    });
  });

  it("is words where the register gives a season or a personal plan", () => {
    expect(teaching({ koulutuksenAlkamiskausi: spring }).run).toMatchObject({
      startKind: "not-stated",
      startOn: null,
      startPrecision: "term",
      startText: { fi: "Kevät 2027", en: "Spring 2027" },
    });
    const plan = { alkamiskausityyppi: "henkilokohtainen suunnitelma" };
    expect(teaching({ koulutuksenAlkamiskausi: plan }).run).toMatchObject({
      startKind: "not-stated",
      startPrecision: null,
      startText: { fi: "Henkilökohtaisen suunnitelman mukaan", en: "By a personal plan" },
    });
    const words = { ...plan, henkilokohtaisenSuunnitelmanLisatiedot: { fi: "<p>Sovi opiston kanssa</p>" } };
    expect(teaching({ koulutuksenAlkamiskausi: words }).run.startText).toEqual({ fi: "Sovi opiston kanssa" });
  });

  it("comes from published places to apply for, else from the rounds, where they agree", () => {
    const target = (start: unknown, tila = "julkaistu") => ({ tila, koulutuksenAlkamiskausi: start });
    const start = (hakutiedot: unknown[]) => read({ hakutiedot }).run.startOn;
    const later = { ...exact, koulutuksenAlkamispaivamaara: "2028-01-12T09:00" };
    expect(
      start([{ koulutuksenAlkamiskausi: later, hakukohteet: [target(exact), target(later, "arkistoitu")] }]),
    ).toBe("2027-01-12");
    expect(start([{ koulutuksenAlkamiskausi: later, hakukohteet: [] }])).toBe("2028-01-12");
    expect(start([{ hakukohteet: [target(exact), target(later)] }])).toBeNull();
  });

  it("is not stated, with a warning, where the date is none", () => {
    const { run, rules } = teaching({
      koulutuksenAlkamiskausi: { ...exact, koulutuksenAlkamispaivamaara: "2027-02-30T00:00" },
    });
    expect(run).toMatchObject({ startKind: "not-stated", startOn: null, endOn: null });
    expect(rules).toEqual(["warn koulutuksenAlkamiskausi.koulutuksenAlkamispaivamaara date-unreadable"]);
  });
});

describe("applying for a run", () => {
  it("is open to the day stated by the offering, else to the last one of its published places to apply for", () => {
    const hakutiedot = [
      {
        hakukohteet: [
          {
            tila: "julkaistu",
            hakuajat: [
              { paattyy: "2027-03-01T15:00" },
              { paattyy: "2027-02-01T15:00" },
              { alkaa: "2027-01-01" },
            ],
            hakulomakeLinkki: { sv: "https://sok.example/a?x=1&y=2" },
            aloituspaikat: { lukumaara: 12 },
          },
          {
            tila: "arkistoitu",
            hakuajat: [{ paattyy: "2029-01-01T15:00" }],
            aloituspaikat: { lukumaara: 99 },
          },
        ],
      },
    ];
    expect(read({ hakutiedot }).run).toMatchObject({
      applyBy: "2027-03-01",
      applyUrl: "https://sok.example/a?x=1&y=2",
      seats: 12,
    });
    const metadata = {
      hakuaika: { paattyy: "2026-12-31T00:00" },
      hakulomakeLinkki: { en: "https://apply.example", fi: "https://hae.example" },
      aloituspaikat: "20",
    };
    expect(read({ hakutiedot, metadata }).run).toMatchObject({
      applyBy: "2026-12-31",
      applyUrl: "https://hae.example",
      seats: 20,
    });
  });
});

describe("price of a run", () => {
  const price = (...maksut: [type: string, amount?: number | string][]) => {
    const { run, rules } = teaching({
      maksut: maksut.map(([maksullisuustyyppi, maksunMaara]) => ({ maksullisuustyyppi, maksunMaara })),
    });
    return [run.priceKind, run.priceCents, run.currency, ...rules];
  };
  const FIELD = "metadata.opetus.maksut";

  it("is in euro", () => {
    expect(price(["maksullinen", 200.5])).toEqual(["paid", 20_050, "EUR"]);
    expect(price(["maksullinen", "1 200,50"])).toEqual(["paid", 120_050, "EUR"]);
    expect(price(["maksuton"])).toEqual(["free", null, null]);
    expect(price(["maksuton"], ["lukuvuosimaksu", 9000])).toEqual(["free", null, null]);
    expect(price()).toEqual(["unknown", null, null]);
  });

  it("is not stated where the register contradicts itself, gives no amount or only the fee of some", () => {
    expect(price(["maksullinen"])).toEqual(["unknown", null, null, `warn ${FIELD} fee-unreadable`]);
    expect(price(["maksullinen", 0])).toEqual(["unknown", null, null, `warn ${FIELD} fee-unreadable`]);
    expect(price(["maksullinen", "ks. sivut"])).toEqual([
      "unknown",
      null,
      null,
      `warn ${FIELD} fee-unreadable`,
    ]);
    expect(price(["maksuton"], ["maksullinen", 50])).toEqual([
      "unknown",
      null,
      null,
      `warn ${FIELD} fees-contradict`,
    ]);
    expect(price(["maksullinen", 40], ["maksullinen", 50])).toEqual([
      "unknown",
      null,
      null,
      `warn ${FIELD} fees-contradict`,
    ]);
    expect(price(["lukuvuosimaksu", 9000])).toEqual(["unknown", null, null, `hint ${FIELD} fee-of-some`]);
  });

  it("keeps the words about fees and grants", () => {
    const { run } = teaching({
      maksullisuusKuvaus: { fi: "<p>Sisältää kaasut</p>", sv: "ej publicerat" },
      apuraha: { kuvaus: { fi: "Apuraha", en: "Grant" } },
    });
    expect(run.priceNote).toEqual({ fi: "Sisältää kaasut\n\nApuraha", en: "Grant" });
  });
});

describe("codes of a run", () => {
  it("become modes, languages and times of day", () => {
    const { run, rules } = teaching({
      opetustapa: [1, 2, 3, 4, 5].map((n) => code(`opetuspaikkakk_${n}`)),
      opetuskieli: [3, 4, 5, 1].map((n) => code(`oppilaitoksenopetuskieli_${n}`)),
      opetusaika: [4, 3, 5].map((n) => code(`opetusaikakk_${n}`)),
    });
    expect(run).toMatchObject({
      modes: ["presential", "online", "blended"],
      languages: ["fi", "sv", "en", "se"],
      schedules: ["day", "evening", "weekend", "self-paced"],
    });
    expect(rules).toEqual([]);
  });

  it("are left out where they are unknown, and named", () => {
    const { run, rules } = teaching({
      opetustapa: [code("constructor")],
      opetuskieli: [code("oppilaitoksenopetuskieli_9")],
    });
    expect(run).toMatchObject({ modes: [], languages: [] });
    expect(rules).toEqual([
      "hint metadata.opetus.opetustapa code-unknown",
      "hint metadata.opetus.opetuskieli code-unknown",
    ]);
  });
});

describe("place of a run", () => {
  const at = (...places: [code: string, name: Record<string, string>][]) =>
    places.map(([koodiUri, nimi], n) => ({ oid: `1.2.246.562.10.${n}`, paikkakunta: { koodiUri, nimi } }));
  const place = (values: Record<string, unknown>) => {
    const { run } = read(values);
    return [run.country, run.city];
  };
  const oulu = at(["kunta_564", { fi: "Oulu", sv: "Uleåborg" }]);

  it("is the municipality of those who provide it, where it is one and teaching is there", () => {
    expect(place({ tarjoajat: oulu })).toEqual(["FI", "Oulu"]);
    expect(place({ tarjoajat: oulu, nimi: { sv: "Svets" }, kielivalinta: ["sv"] })).toEqual([
      "FI",
      "Uleåborg",
    ]);
    expect(place({ tarjoajat: oulu, nimi: { en: "Weld" }, kielivalinta: ["en"] })).toEqual(["FI", "Oulu"]);
    expect(place({ tarjoajat: at(["kunta_1", { fi: "A" }], ["kunta_2", { fi: "B" }]) })).toEqual([
      "FI",
      null,
    ]);
    expect(place({ tarjoajat: at(["kunta_564", {}]) })).toEqual(["FI", null]);
    expect(place({ tarjoajat: at(["kunta_200", { fi: "Ulkomaat" }]) })[0]).toBeNull();
    expect(place({})).toEqual([null, null]);
    const online = { opetus: { opetustapa: [code("opetuspaikkakk_3")] } };
    expect(place({ tarjoajat: oulu, metadata: online })).toEqual(["FI", null]);
  });
});
