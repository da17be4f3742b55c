import type { Note, ProviderDraft } from "@/features/exchange/draft";
import { byText } from "@/features/providers/record-rows";
import type { ProviderContent, ProviderIdentifier, ProviderRecord } from "@/features/providers/schema";
import { fold } from "@/lib/fold";
import { uuidv7 } from "@/lib/uuid";
import type { ForeignProvider, Surroundings } from "./schema";
import { type Entry, type Rejection, reject } from "./sift";

/** A provider of the feed with the record that it is; null: a new one. */
export interface LinkedProvider {
  entry: Entry<ProviderDraft>;
  id: string;
  record: ProviderRecord | null;
  /** False where the record belongs to another source or to an earlier entry of the feed: its word counts. */
  speaks: boolean;
}

export interface LinkedProviders {
  linked: LinkedProvider[];
  rejections: Rejection[];
}

/**
 * Finds for each provider of a feed the record that it is: the one that this source named so before, else the one
 * with an identifier of it, of whatever source; never one by its name alone.
 */
export function linkProviders(
  entries: readonly Entry<ProviderDraft>[],
  around: Surroundings,
  now: Date,
): LinkedProviders {
  const { held, sharedProviders, source, otherProviders } = around;
  const heldByKey = new Map(held.providers.map((record) => [record.externalId, record]));
  const owners = new Map<string, { id: string; record: ProviderRecord | null }>();
  for (const record of [...held.providers, ...sharedProviders])
    for (const identifier of record.content.identifiers)
      owners.set(textOf(identifier), { id: record.id, record });

  const linked: LinkedProvider[] = [];
  const rejections: Rejection[] = [];
  for (const { draft, notes } of entries) {
    const own = heldByKey.get(draft.externalId) ?? null;
    const found = new Map(
      draft.content.identifiers.flatMap((identifier) => {
        const owner = owners.get(textOf(identifier));
        return owner ? [[owner.id, owner] as const] : [];
      }),
    );
    if (own) {
      const { content, note } = withoutIdentifiersOfOthers(draft, own, owners);
      const entry = { draft: { ...draft, content }, notes: note ? [...notes, note] : notes };
      linked.push({ entry, id: own.id, record: own, speaks: true });
      remember(content, own.id, own, owners);
    } else if (found.size > 1) {
      rejections.push(reject(draft, [...notes, disagreement(draft)]));
    } else {
      const [owner] = found.values();
      const link = owner
        ? meet({ draft, notes }, owner, source.id)
        : newProvider({ draft, notes }, otherProviders, now);
      linked.push(link);
      remember(draft.content, link.id, link.record, owners);
    }
  }
  return { linked, rejections };
}

const textOf = ({ scheme, value }: ProviderIdentifier): string => `${scheme}:${value}`;

function remember(
  content: ProviderContent,
  id: string,
  record: ProviderRecord | null,
  owners: Map<string, { id: string; record: ProviderRecord | null }>,
): void {
  for (const identifier of content.identifiers)
    if (!owners.has(textOf(identifier))) owners.set(textOf(identifier), { id, record });
}

/** The record of another source stays that one's, unless it is a stand-in: then this source, which knows better, takes it over. */
function meet(
  { draft, notes }: Entry<ProviderDraft>,
  { id, record }: { id: string; record: ProviderRecord | null },
  sourceId: string,
): LinkedProvider {
  const takesOver =
    record !== null &&
    record.sourceId !== sourceId &&
    record.content.identity === "placeholder" &&
    draft.content.identity === "stated";
  const content = takesOver ? withIdentifiersOf(record, draft.content) : draft.content;
  const name = record ? nameIn(record.content) : "an earlier provider of this feed";
  const met = note(
    draft,
    "hint",
    "provider-met",
    takesOver
      ? `It has an identifier of the stand-in ${name} and takes its place.`
      : `It has an identifier of ${name} and counts as the same organisation.`,
  );
  return { entry: { draft: { ...draft, content }, notes: [...notes, met] }, id, record, speaks: takesOver };
}

function newProvider(
  { draft, notes }: Entry<ProviderDraft>,
  others: readonly ForeignProvider[],
  now: Date,
): LinkedProvider {
  const names = new Set(Object.values(draft.content.legalName).map(fold));
  const namesake = others.find(
    ({ legalName, country }) =>
      country === draft.content.country && Object.values(legalName).some((name) => names.has(fold(name))),
  );
  const added = namesake
    ? [
        note(
          draft,
          "review",
          "provider-namesake",
          "Another provider of the same country has this name. If they are one, give both an identifier that they share.",
        ),
      ]
    : [];
  return {
    entry: { draft, notes: [...notes, ...added] },
    id: uuidv7(now.getTime()),
    record: null,
    speaks: true,
  };
}

function withoutIdentifiersOfOthers(
  draft: ProviderDraft,
  own: ProviderRecord,
  owners: ReadonlyMap<string, { id: string }>,
): { content: ProviderContent; note: Note | null } {
  const isOthers = (identifier: ProviderIdentifier) =>
    (owners.get(textOf(identifier))?.id ?? own.id) !== own.id;
  const taken = draft.content.identifiers.filter(isOthers).map(textOf);
  if (taken.length === 0) return { content: draft.content, note: null };
  return {
    content: {
      ...draft.content,
      identifiers: draft.content.identifiers.filter((identifier) => !isOthers(identifier)),
    },
    note: note(
      draft,
      "review",
      "identifier-taken",
      `Another provider has ${taken.join(", ")}; it was left out here. Find out whose it is.`,
    ),
  };
}

function withIdentifiersOf(record: ProviderRecord, content: ProviderContent): ProviderContent {
  const all = new Map(
    [...record.content.identifiers, ...content.identifiers].map((one) => [textOf(one), one]),
  );
  return {
    ...content,
    identifiers: [...all.values()].sort(byText),
  };
}

const disagreement = (draft: ProviderDraft): Note =>
  note(
    draft,
    "refuse",
    "provider-identifiers-disagree",
    "Its identifiers belong to several providers. Correct or leave out those that are not its own.",
  );

const nameIn = ({ legalName, defaultLanguage }: ProviderContent): string => legalName[defaultLanguage] ?? "";

function note(draft: ProviderDraft, severity: Note["severity"], rule: string, message: string): Note {
  return { kind: "provider", record: draft.externalId, field: null, rule, severity, message };
}
