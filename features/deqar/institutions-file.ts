import { readTable, type Sheet } from "@/features/csv/table";
import type { InputFile } from "@/features/exchange/draft";
import { noteOn, type ReadRecord, type RefusedRecord } from "@/features/registers/reading";
import { type Day, isDay } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { countryOfName } from "./countries";
import { isOtherProvider, numberOfDeqarId } from "./identifiers";
import { type Institution, listingOf } from "./institution-records";

// The list of institutions that DEQAR puts out every night: one row a location.

const COLUMNS = new Set([
  "deqar_id",
  "eter_id",
  "name_primary",
  "name_official",
  "name_versions",
  "country",
  "website_link",
  "closure_date",
  "identifiers_all",
]);

const SHEET: Sheet = {
  readHeader: (name) =>
    COLUMNS.has(name.trim().toLowerCase())
      ? { kind: "known", cell: { column: { name: name.trim().toLowerCase() }, language: null } }
      : { kind: "unknown" },
  faultOf: (names) =>
    names.has("deqar_id") && names.has("name_primary")
      ? null
      : "There is no column deqar_id or name_primary: this is not DEQAR's list of institutions.",
  idColumn: "deqar_id",
  isOpen: true,
};

const LONGEST_NAME = 1_000;

export interface InstitutionsFile {
  records: ReadRecord[];
  refused: RefusedRecord[];
  /** Every row says whom it is about. */
  isComplete: boolean;
}

export function readInstitutionsFile({ name, bytes }: InputFile, today: Day): InstitutionsFile {
  const table = readTable(bytes, SHEET);
  if (!table.ok) {
    const { row, message, rule } = table.fault;
    const place = row === null ? "" : `Row ${row}: `;
    return {
      records: [],
      refused: [{ record: name, raw: null, notes: [noteOn(name, "refuse", rule, place + message)] }],
      isComplete: false,
    };
  }
  const rows = groupBy(table.rows, ({ cells }) => cells.get("deqar_id")?.trim() ?? "");
  const results = [...rows].map(([deqarId, locations]) => {
    const cells = locations.map((row) => row.cells);
    const faults = locations.flatMap((row) =>
      row.faults.map(({ message, rule }) =>
        noteOn(deqarId || name, "refuse", rule, `Row ${row.number}: ${message}`),
      ),
    );
    const isNamed = numberOfDeqarId(deqarId) !== null && cells.some((each) => each.get("name_primary"));
    if (!isNamed) {
      const [first] = locations;
      const message = `Row ${first?.number}: "${deqarId}" is no DEQAR id, or its row has no name.`;
      faults.push(noteOn(deqarId || name, "refuse", "no-institution", message, "deqar_id"));
    }
    const raw = cells.map((each) => Object.fromEntries(each));
    if (faults.length > 0)
      return { refused: { record: `institution ${deqarId}`, raw, notes: faults }, isNamed };
    const listing = listingOf(institutionOf(deqarId, cells), raw, today);
    return { record: { ...listing, notes: notesOn(listing.draft.record, cells) }, isNamed };
  });
  return {
    records: results.flatMap(({ record }) => record ?? []),
    refused: results.flatMap(({ refused }) => refused ?? []),
    isComplete: results.every(({ isNamed }) => isNamed),
  };
}

type Cells = ReadonlyMap<string, string>;

function institutionOf(deqarId: string, rows: readonly Cells[]): Institution {
  const all = (column: string): string[] => [
    ...new Set(rows.flatMap((cells) => cells.get(column)?.trim() ?? []).filter((text) => text !== "")),
  ];
  const first = (column: string): string | null => all(column)[0] ?? null;
  const website = first("website_link");
  const closure = first("closure_date")?.slice(0, 10) ?? null;
  return {
    deqarId,
    isOther: isOtherProvider(deqarId),
    names: [
      // "(00207) Hochschule …": a number of some register before the name.
      ...all("name_primary").map((text) => text.replace(/^\(\d+\)\s*/, "")),
      ...all("name_official"),
      ...all("name_versions").flatMap((text) => text.split(/[;|\n]/).map((part) => part.trim())),
    ]
      .map((text) => text.slice(0, LONGEST_NAME))
      .filter((text) => text !== ""),
    website: website === "N/A" ? null : website,
    eterId: first("eter_id"),
    identifiers: all("identifiers_all").flatMap(readIdentifiers),
    closedOn: closure !== null && isDay(closure) ? closure : null,
    isWhole: true,
  };
}

/** "SCHAC: urv.cat, Erasmus: E  TARRAGO01": a resource, a colon with a space, a value; commas between. */
function readIdentifiers(cell: string): { resource: string; value: string }[] {
  return cell.split(/[,;|\n]\s*(?=[A-Za-z][\w. -]*:\s)/).flatMap((part) => {
    const [, resource, value] = /^\s*([A-Za-z][\w. -]*):\s(.*)$/s.exec(part) ?? [];
    const text = value?.trim();
    return resource && text ? [{ resource: resource.trim(), value: text }] : [];
  });
}

/** A country whose name is not known is no fault of the institution; an alliance has none. */
function notesOn(record: string, rows: readonly Cells[]) {
  const named = new Set(rows.flatMap((cells) => cells.get("country")?.trim() || []));
  return [...named]
    .filter((text) => countryOfName(text) === null)
    .map((text) =>
      noteOn(record, "hint", "country-unknown", `"${text}" is no country that is known here.`, "country"),
    );
}
