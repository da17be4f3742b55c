import { describe, expect, it } from "vitest";
import type { CourseDraft, Transformed } from "@/features/exchange/draft";
import { ugovFormat } from "./format";

const TODAY = "2026-11-25";

const transform = (xml: string, provider: string | null = null): Transformed =>
  ugovFormat.transform([{ name: "feed.xml", bytes: new TextEncoder().encode(xml) }], {
    provider,
    today: TODAY,
  });

const feed = (activities: string) => `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:u="http://ws.di.u-gov.cineca.it/">
  <soap:Body><u:ProgrammazioneDidatticaResponse><ProgdidRoot codIstatAte="99"><u:cds>
    <u:aaOffId>2030</u:aaOffId><u:cdsCod>P1</u:cdsCod><u:tipoCorsoDes>Laurea</u:tipoCorsoDes>
    <u:ciclo><u:cicloDes>Primo Semestre</u:cicloDes><u:dataInizio>30-09-2030</u:dataInizio><u:dataFine>13-12-2030</u:dataFine></u:ciclo>
    <u:regdid><u:nomeCds>SALDATURA</u:nomeCds><u:pds>${activities}</u:pds></u:regdid>
  </u:cds></ProgdidRoot></u:ProgrammazioneDidatticaResponse></soap:Body>
</soap:Envelope>`;

const tag = (name: string, content: string) => `<u:${name}>${content}</u:${name}>`;

const text = (type: string, language: string, content: string) =>
  tag("testo", tag("tipoTestoCod", type) + tag("linguaCod", language) + tag("contenuto", content));

/** An activity; of what is given a second time the feed holds only the given one. */
function activity(id: string, values: Record<string, string> = {}, inside = ""): string {
  const all: Record<string, string> = {
    afId: id,
    afPdrId: "0",
    afGenDes: "SALDARE\n          AD ARCO",
    afGenDesEng: "ARC WELDING",
    peso: "6.0",
    umPesoCod: "C",
    oreFrontAf: "40.0",
    oreStuInd: "110.5",
    nonErogabileFlg: "false",
    tipoEsaCod: "SOC",
    cicloDes: "Primo Semestre",
    ...values,
  };
  const fields = Object.entries(all).map(([name, value]) => tag(name, value));
  return tag("af", fields.join("") + inside);
}

const teaching =
  tag("linDid", tag("linDidAf", tag("linDidCod", "ita")) + tag("linDidAf", tag("linDidCod", "eng"))) +
  tag("modDid", tag("modDidAf", tag("modDidDes", "Convenzionale")));

const courses = ({ drafts }: Transformed) =>
  drafts.filter((draft): draft is CourseDraft => draft.kind === "course");

function onlyCourse(transformed: Transformed): CourseDraft {
  const [course, ...others] = courses(transformed);
  if (!course || others.length > 0)
    throw new Error(`Expected one course: ${JSON.stringify(transformed.notes)}`);
  return course;
}

const rules = ({ notes }: Transformed) =>
  notes
    .filter(({ kind }) => kind === "course")
    .map(({ record, field, rule }) => `${record} ${field} ${rule}`);

describe("ugovFormat", () => {
  it("reads a course in two languages", () => {
    const texts = tag(
      "testi",
      text(
        "OBIETT_FORM",
        "ita",
        "Lo studente sa:\n - saldare &lt;b&gt;l'acciaio&lt;/b&gt;;\n - leggere i piani.",
      ) +
        text("OBIETT_FORM", "eng", "The student can: - weld steel; - read plans.") +
        text("PREREQ", "ita", "=") +
        text("PREREQ", "eng", "None") +
        text("CONTENUTI", "ita", "L'arco,\n   i gas.") +
        text("MOD_VER_APPR", "ita", "Esame con Prof. Verdi"),
    );
    const { content, ...course } = onlyCourse(transform(feed(activity("1", {}, teaching + texts))));
    expect(course).toMatchObject({ externalId: "1", status: "published", sourceUrl: null });
    expect(content).toEqual({
      provider: "codIstatAte:99",
      defaultLanguage: "it",
      title: { it: "SALDARE AD ARCO", en: "ARC WELDING" },
      summary: null,
      description: { it: "L'arco, i gas." },
      fields: [],
      ectsHundredths: 600,
      hoursMin: 150.5,
      hoursMax: 150.5,
      eqf: null,
      nqf: null,
      cycle: null,
      assessment: "assessed",
      assessmentTypes: ["written-examination", "oral-examination"],
      supervision: "not-stated",
      prerequisites: { en: "None" },
      durationDays: null,
      targetGroups: [],
      learningSetting: "not-stated",
      type: null,
      homepage: null,
      hasNoCredential: false,
      outcomes: [
        { text: { it: "saldare l'acciaio", en: "weld steel" }, skills: [] },
        { text: { it: "leggere i piani.", en: "read plans." }, skills: [] },
      ],
      runs: [
        {
          externalId: "1",
          startKind: "dated",
          startOn: "2030-09-30",
          startPrecision: "day",
          startText: { it: "Primo Semestre 2030/2031" },
          endOn: "2030-12-13",
          applyBy: null,
          modes: ["presential"],
          languages: ["it", "en"],
          country: null,
          region: null,
          city: null,
          priceKind: "unknown",
          priceCents: null,
          currency: null,
          priceNote: null,
          seats: null,
          schedules: [],
          hoursPerWeek: null,
          applyUrl: null,
        },
      ],
      credentials: [],
    });
  });

  it("makes partitions of weight 0 the runs of their course, on the days on which they are taught", () => {
    const assigned = (from: string, to: string) =>
      tag("copertura", tag("dataIniAtt", from) + tag("dataFineAtt", to));
    const partition = (id: string, group: string, from: string, to: string) =>
      activity(
        id,
        { afPdrId: "1", peso: "0.0", cicloDes: "", partStuDes: `Cognomi ${group}`, tipoEsaCod: "" },
        tag("coperture", assigned(from, to) + assigned(from, "01/11/2030")),
      );
    const parts = partition("2", "A-L", "07/10/2030", "20/12/2030") + partition("3", "M-Z", "", "");
    const { content } = onlyCourse(transform(feed(activity("1", {}, teaching) + parts)));
    expect(
      content.runs.map(({ externalId, startOn, endOn, startText, modes }) => [
        externalId,
        startOn,
        endOn,
        startText?.it,
        modes[0],
      ]),
    ).toEqual([
      ["2", "2030-10-07", "2030-12-20", "Primo Semestre 2030/2031, Cognomi A-L", "presential"],
      ["3", "2030-09-30", "2030-12-13", "Primo Semestre 2030/2031, Cognomi M-Z", "presential"],
    ]);
  });

  it("keeps a part with a weight of its own as a course", () => {
    const transformed = transform(feed(activity("1") + activity("2", { afPdrId: "1", peso: "3" })));
    expect(courses(transformed).map(({ externalId }) => externalId)).toEqual(["1", "2"]);
  });

  it("shows a term without days as words", () => {
    const { content } = onlyCourse(transform(feed(activity("1", { cicloDes: "Terzo Trimestre" }))));
    expect(content.runs[0]).toMatchObject({
      startKind: "not-stated",
      startOn: null,
      startPrecision: "term",
      startText: { it: "Terzo Trimestre 2030/2031" },
    });
  });

  it("refuses what nobody can attend, each with its reason", () => {
    const off = (id: string, peso: string, kind: string) =>
      activity(
        id,
        { nonErogabileFlg: "true", peso },
        tag("oreFront", tag("oreFrontAf", tag("tipoAttDidCod", kind))),
      );
    const transformed = transform(
      feed(off("1", "6.0", "STA") + off("2", "9.0", "PRF") + off("3", "0.0", "") + off("4", "6.0", "LEZ")),
    );
    expect(courses(transformed)).toEqual([]);
    expect(transformed.refused.map(({ externalId }) => externalId)).toEqual(["1", "2", "3", "4"]);
    expect(rules(transformed)).toEqual([
      "1 nonErogabileFlg internship",
      "2 nonErogabileFlg final-exam",
      "3 nonErogabileFlg obligation",
      "4 nonErogabileFlg not-taught",
    ]);
    expect(transformed.notes.at(-1)?.severity).toBe("refuse");
  });

  it("refuses a partition whose course is refused or absent", () => {
    const partition = (id: string, parent: string) => activity(id, { afPdrId: parent, peso: "0.0" });
    const transformed = transform(
      feed(partition("2", "1") + activity("1", { nonErogabileFlg: "true" }) + partition("3", "77")),
    );
    expect(rules(transformed)).toEqual([
      "1 nonErogabileFlg not-taught",
      "2 afPdrId partition-without-course",
      "3 afPdrId partition-without-course",
    ]);
  });

  it("refuses an activity without id, title or readable credits and leaves out unreadable hours", () => {
    const transformed = transform(
      feed(
        activity("", { afId: "" }) +
          activity("1", { afGenDes: "", afGenDesEng: " " }) +
          activity("2", { peso: "sei" }) +
          activity("3", { oreStuInd: "many" }),
      ),
    );
    expect(rules(transformed)).toEqual([
      "line 6 afId id-missing",
      "1 afGenDes title-missing",
      "2 peso credits-unreadable",
      "3 oreStuInd hours-unreadable",
    ]);
    expect(transformed.refused.map(({ externalId }) => externalId)).toEqual(["line 6", "1", "2"]);
    expect(onlyCourse(transformed).content).toMatchObject({ hoursMin: null, ectsHundredths: 600 });
  });

  it("takes an activity of several paths once and refuses a second one that differs", () => {
    const transformed = transform(feed(activity("1") + activity("1") + activity("1", { peso: "9.0" })));
    expect(onlyCourse(transformed).content.ectsHundredths).toBe(600);
    expect(rules(transformed)).toEqual(["1 (line 8) afId repeated-id"]);
  });

  it("leaves out unknown codes and other units, and says so", () => {
    const codes =
      tag("linDid", tag("linDidAf", tag("linDidCod", "zz9"))) +
      tag("modDid", tag("modDidAf", tag("modDidDes", "Notturna")));
    const transformed = transform(
      feed(activity("1", { umPesoCod: "O", tipoEsaCod: "X", oreFrontAf: "0.0", oreStuInd: "" }, codes)),
    );
    expect(onlyCourse(transformed).content).toMatchObject({
      ectsHundredths: null,
      hoursMin: null,
      hoursMax: null,
      assessment: "unknown",
      assessmentTypes: [],
      runs: [{ modes: [], languages: [] }],
    });
    expect(rules(transformed)).toEqual([
      "1 umPesoCod unit-unknown",
      "1 tipoEsaCod code-unknown",
      "1 modDidDes code-unknown",
      "1 linDidCod code-unknown",
    ]);
  });

  it("shows the text of a partition where the course has none in as many languages", () => {
    const block = (partition: string, texts: string) =>
      tag("testi", (partition && tag("partStuCod", partition)) + texts);
    const inside =
      block("M-Z", text("PREREQ", "ita", "m-z") + text("PREREQ", "eng", "m-z")) +
      block("A-L", text("CONTENUTI", "ita", "a-l")) +
      block("", text("PREREQ", "ita", "comune") + text("CONTENUTI", "ita", "comune"));
    const transformed = transform(feed(activity("1", {}, inside)));
    expect(onlyCourse(transformed).content).toMatchObject({
      prerequisites: { it: "m-z", en: "m-z" },
      description: { it: "comune" },
    });
    expect(rules(transformed)).toEqual(["1 PREREQ text-of-partition"]);
  });

  it("keeps no one who teaches, neither in the course nor in its raw record", () => {
    const people =
      tag(
        "coperture",
        tag(
          "copertura",
          tag("cognome", "NERI") +
            tag("nome", "LIVIA") +
            tag("codFis", "NRELVI80A41F205X") +
            tag("dataNascita", "01/01/1980") +
            tag("arId", "471147") +
            tag("dataIniAtt", "30/09/2030"),
        ),
      ) +
      tag(
        "testi",
        text("CONTENUTI", "ita", "Lezioni di Livia Neri e del dott. Ugo Blu (ugo.blu@uni.example).") +
          text("ALTRO", "ita", "Ricevimento: stanza 12, Rosa Gialli"),
      );
    const transformed = transform(
      feed(activity("1", {}, people) + activity("2", { nonErogabileFlg: "true" }, people)),
    );
    expect(onlyCourse(transformed).content.description).toEqual({
      it: "Lezioni di […] e del dott. […] ([…]).",
    });
    expect(rules(transformed)).toContain("1 CONTENUTI person-left-out");
    expect(JSON.stringify(transformed)).not.toMatch(/neri|livia|NRELVI|1980|471147|\bBlu\b|gialli/i);
  });

  it("lets a stand-in be the provider until one is named", () => {
    const unnamed = transform(feed(activity("1")));
    expect(unnamed.drafts[0]).toMatchObject({
      kind: "provider",
      externalId: "codIstatAte:99",
      content: {
        country: "IT",
        identity: "placeholder",
        kind: "higher-education",
        identifiers: [{ scheme: "national", value: "IT-ISTAT-99" }],
      },
    });
    expect(unnamed.notes).toMatchObject([
      { kind: "provider", record: "codIstatAte:99", rule: "provider-not-named", severity: "warn" },
    ]);

    const named = transform(feed(activity("1")), "eter:IT0099");
    expect(named.drafts).toHaveLength(1);
    expect(onlyCourse(named).content.provider).toBe("eter:IT0099");
    expect(named.notes).toEqual([]);
  });

  it("leaves a feed without courses empty", () => {
    expect(transform(feed(""))).toMatchObject({ drafts: [], refused: [], notes: [], isComplete: true });
    expect(transform(feed(activity("1", { nonErogabileFlg: "true" }))).drafts).toEqual([]);
  });

  it.each([
    ["<a>", "Not well-formed"],
    ["<rss/>", "There is no ProgdidRoot element"],
    [
      "<Envelope><Body><Fault><faultstring>No such year</faultstring></Fault></Body></Envelope>",
      "No such year",
    ],
    ["<!DOCTYPE a><a/>", "DOCTYPE"],
  ])("refuses the file %s and counts nothing as missing", (xml, reason) => {
    const transformed = transform(xml);
    expect(transformed).toMatchObject({
      drafts: [],
      refused: [{ externalId: "feed.xml", raw: null }],
      isComplete: false,
      notes: [{ record: "feed.xml", rule: "file-unreadable", severity: "refuse" }],
    });
    expect(transformed.notes[0]?.message).toContain(reason);
  });
});
