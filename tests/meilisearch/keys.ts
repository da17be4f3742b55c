import { createHmac } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { z } from "zod";
import { Fault } from "./fault";

const newKey = z.object({
  uid: z.uuid(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  actions: z.array(z.string()),
  indexes: z.array(z.string()),
  expiresAt: z.string().nullable(),
});
type Key = z.output<typeof newKey> & { key: string };

/** Who may do what. A key is its uid signed with the master key. */
export class Keys {
  private keys: Key[] = [];

  /** @param masterKey null: everybody may do everything */
  constructor(
    private readonly masterKey: string | null,
    private readonly file: string | null,
  ) {
    if (file !== null && existsSync(file)) this.keys = JSON.parse(readFileSync(file, "utf8"));
  }

  create(body: unknown): Key {
    const asked = newKey.parse(body);
    if (this.keys.some(({ uid }) => uid === asked.uid))
      throw new Fault(
        409,
        "api_key_already_exists",
        `\`uid\` field value \`${asked.uid}\` is already an existing API key.`,
      );
    const key = createHmac("sha256", this.masterKey ?? "")
      .update(asked.uid)
      .digest("hex");
    const made = { ...asked, key };
    this.write([...this.keys, made]);
    return made;
  }

  get(keyOrUid: string): Key {
    const found = this.keys.find(({ uid, key }) => uid === keyOrUid || key === keyOrUid);
    if (!found) throw new Fault(404, "api_key_not_found", `API key \`${keyOrUid}\` not found.`);
    return found;
  }

  remove(keyOrUid: string): void {
    const { uid } = this.get(keyOrUid);
    this.write(this.keys.filter((key) => key.uid !== uid));
  }

  /** @param index null: the request speaks of none, or of several that are checked one by one */
  check(header: string | undefined, action: string, index: string | null): void {
    if (this.masterKey === null) return;
    if (header === undefined)
      throw new Fault(401, "missing_authorization_header", "The Authorization header is missing.", "auth");
    const given = header.replace(/^Bearer /, "");
    if (given === this.masterKey) return;
    const key = this.keys.find((known) => known.key === given);
    if (!key?.actions.some((allowed) => covers(allowed, action)) || !coversIndex(key, index))
      throw new Fault(403, "invalid_api_key", "The provided API key is invalid.", "auth");
  }

  /** Whether a holder of this key hears of an index; or, null, of what is done to several, which only who may all does. */
  sees(header: string | undefined, index: string | null): boolean {
    if (this.masterKey === null) return true;
    const given = header?.replace(/^Bearer /, "");
    const key = this.keys.find((known) => known.key === given);
    return given === this.masterKey || (key !== undefined && coversIndex(key, index ?? "*"));
  }

  private write(keys: Key[]): void {
    this.keys = keys;
    if (this.file === null) return;
    const file = openSync(this.file, "w", 0o600);
    writeSync(file, JSON.stringify(keys));
    fsyncSync(file);
    closeSync(file);
  }
}

const covers = (allowed: string, action: string): boolean =>
  allowed === "*" ||
  allowed === action ||
  (allowed.endsWith(".*") && action.startsWith(allowed.slice(0, -1)));

const coversIndex = ({ indexes }: Key, index: string | null): boolean =>
  index === null ||
  indexes.some(
    (allowed) => allowed === index || (allowed.endsWith("*") && index.startsWith(allowed.slice(0, -1))),
  );
