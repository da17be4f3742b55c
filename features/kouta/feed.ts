import { z } from "zod";
import type { InputFile, Note, Refused } from "@/features/exchange/draft";
import { withoutPeople } from "@/features/exchange/named-people";
import {
  type Koulutus,
  koulutusSchema,
  type Oppilaitos,
  oppilaitosSchema,
  type Toteutus,
  toteutusSchema,
} from "./record-schema";
import type { Reason } from "./refusal";

export type KoutaRecord =
  | { kind: "koulutus"; record: Koulutus }
  | { kind: "toteutus"; record: Toteutus }
  | { kind: "oppilaitos"; record: Oppilaitos };

export interface Feed {
  /** In the order of the source, each oid once. */
  records: readonly KoutaRecord[];
  refused: readonly Refused[];
  notes: readonly Note[];
  isComplete: boolean;
}

/** Reads single records, arrays of them and answers of Kouta's search index. */
export function readFeed(files: readonly InputFile[]): Feed {
  const records: KoutaRecord[] = [];
  const faults: Fault[] = [];
  const notes: Note[] = [];
  const known = new Map<string, string>();
  let isComplete = true;

  for (const { name, bytes } of files) {
    const content = readFile(bytes);
    if (!content.ok) {
      isComplete = false;
      const reason = { field: null, rule: "file-unreadable", message: content.message };
      faults.push({ kind: "course", oid: null, file: name, raw: null, reason });
      continue;
    }
    if (content.lacks !== null) {
      isComplete = false;
      notes.push({
        kind: "course",
        record: name,
        field: content.lacks.field,
        rule: "list-incomplete",
        severity: "warn",
        message: `${content.lacks.message} Nothing counts as missing; fetch the whole list to change that.`,
      });
    }
    for (const value of content.values) {
      const reading = readRecord(value);
      if (!reading.ok) {
        faults.push({ ...reading, file: name, raw: null });
        continue;
      }
      const { kind, record } = reading.found;
      const text = canonical(record);
      const before = known.get(record.oid);
      if (before === undefined) {
        known.set(record.oid, text);
        records.push(reading.found);
      } else if (before !== text) {
        const message = `${name} has this oid again with other content; the first one counts. Keep one of them.`;
        const reason = { field: "oid", rule: "repeated-oid", message };
        faults.push({ kind: draftKind(kind), oid: record.oid, file: name, raw: rawOf(record), reason });
      }
    }
  }

  const refused = faults.map(({ kind, oid, file, raw, reason }) => {
    // The oid alone is the name of the copy that counts.
    const externalId = oid === null ? file : known.has(oid) ? `${oid} (${file})` : oid;
    notes.push({ kind, record: externalId, severity: "refuse", ...reason });
    return { kind, externalId, raw };
  });
  return { records, refused, notes, isComplete };
}

interface Fault {
  kind: Refused["kind"];
  oid: string | null;
  file: string;
  raw: unknown;
  reason: Reason;
}

/** The record as it was read, with people left out of its texts too. */
export function rawOf(value: unknown): unknown {
  if (typeof value === "string") return withoutPeople(value).text;
  if (Array.isArray(value)) return value.map(rawOf);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rawOf(inner)]));
}

/** The same text for the same content, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const searchAnswer = z.object({
  timed_out: z.boolean().nullish(),
  _shards: z.object({ failed: z.number().nullish() }).nullish(),
  hits: z.object({
    total: z
      .union([
        z.number().transform((value) => ({ value, relation: "eq" })),
        z.object({ value: z.number(), relation: z.string() }),
      ])
      .nullish(),
    hits: z.array(z.object({ _source: z.unknown() })),
  }),
});

type FileReading =
  | { ok: true; values: readonly unknown[]; lacks: { field: string; message: string } | null }
  | { ok: false; message: string };

function readFile(bytes: Uint8Array): FileReading {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, message: "The file is not JSON in UTF-8. Fetch it again." };
  }
  if (Array.isArray(value)) return { ok: true, values: value, lacks: null };
  const answer = searchAnswer.safeParse(value);
  if (!answer.success) return { ok: true, values: [value], lacks: null };
  const { hits, timed_out: timedOut, _shards: shards } = answer.data;
  return { ok: true, values: hits.hits.map((hit) => hit._source), lacks: lacksOf() };

  function lacksOf() {
    const total = hits.total ?? { value: hits.hits.length, relation: "eq" };
    if (total.value > hits.hits.length || total.relation !== "eq") {
      const declared = total.relation === "eq" ? total.value : `more than ${total.value}`;
      return {
        field: "hits.total",
        message: `The list declares ${declared} records and holds ${hits.hits.length}.`,
      };
    }
    if (timedOut) return { field: "timed_out", message: "The search gave up before its end." };
    if (shards?.failed) return { field: "_shards.failed", message: "A part of the index did not answer." };
    return null;
  }
}

type RecordReading =
  | { ok: true; found: KoutaRecord }
  | { ok: false; kind: Refused["kind"]; oid: string | null; reason: Reason };

const identified = z.object({ oid: z.string().min(1) });

/** Numbers of Finland's object identifiers: 10 organisations, 13 programmes, 17 offerings. */
const OID = /^1\.2\.246\.562\.(\d+)\.\d+$/;

function readRecord(value: unknown): RecordReading {
  const { data } = identified.safeParse(value);
  const oid = data?.oid ?? null;
  const number = OID.exec(oid ?? "")?.[1];
  switch (number) {
    case "13": {
      const reading = koulutusSchema.safeParse(value);
      if (reading.success) return { ok: true, found: { kind: "koulutus", record: reading.data } };
      return wrongShape("course", oid, reading.error);
    }
    case "17": {
      const reading = toteutusSchema.safeParse(value);
      if (reading.success) return { ok: true, found: { kind: "toteutus", record: reading.data } };
      return wrongShape("course", oid, reading.error);
    }
    case "10": {
      const reading = oppilaitosSchema.safeParse(value);
      if (reading.success) return { ok: true, found: { kind: "oppilaitos", record: reading.data } };
      return wrongShape("provider", oid, reading.error);
    }
    default:
      return {
        ok: false,
        kind: "course",
        oid,
        reason: {
          field: "oid",
          rule: "record-unknown",
          message:
            "The oid is not that of a koulutus (1.2.246.562.13), toteutus (17) or oppilaitos (10). Leave the record out.",
        },
      };
  }
}

function wrongShape(kind: Refused["kind"], oid: string | null, error: z.ZodError): RecordReading {
  const issue = error.issues[0];
  return {
    ok: false,
    kind,
    oid,
    reason: {
      field: issue?.path.join(".") || null,
      rule: "shape",
      message: `Not as Kouta writes it: ${issue?.message ?? "unreadable"}. Fetch the record again.`,
    },
  };
}

const draftKind = (kind: KoutaRecord["kind"]) => (kind === "oppilaitos" ? "provider" : "course");
