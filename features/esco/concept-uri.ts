const UUID_AT_END = /\/(skill|occupation)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The uuid that ends the URI of a skill or an occupation; null where it is none of that kind. */
export function uuidIn(uri: string, kind: "skill" | "occupation"): string | null {
  const [, found, uuid] = UUID_AT_END.exec(uri) ?? [];
  return found === kind && uuid !== undefined ? uuid : null;
}
