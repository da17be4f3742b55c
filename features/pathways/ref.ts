/** Names a record of some catalogue in a file: by the feed it came from, or by an identifier. Never by a slug. */
export type Ref = { source: string; externalId: string } | { scheme: string; value: string };

/** One text for one reference: "source/NAME/EXTERNAL-ID" or "id/SCHEME/VALUE", each part percent-encoded. */
export function refKey(ref: Ref): string {
  const parts = "source" in ref ? ["source", ref.source, ref.externalId] : ["id", ref.scheme, ref.value];
  return parts.map(encodeURIComponent).join("/");
}

/** The reference of a key; null where the text is not one. */
export function refOfKey(key: string): Ref | null {
  const [kind, name, value, ...rest] = key.split("/").map(decoded);
  if (!name || !value || rest.length > 0) return null;
  if (kind === "source") return { source: name, externalId: value };
  return kind === "id" ? { scheme: name, value } : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
