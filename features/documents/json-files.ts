import type { InputFile } from "@/features/exchange/draft";

export interface JsonFile {
  name: string;
  /** Null where there is a fault. */
  document: unknown;
  /** Why it is no JSON that can be kept; null where it is. */
  fault: string | null;
}

// What Postgres cannot keep in a text: NUL, and halves of a surrogate pair.
const UNKEEPABLE = /\0|\p{Surrogate}/u;

/** Files as the JSON documents that they hold. */
export function readJsonFiles(files: readonly InputFile[]): JsonFile[] {
  return files.map(({ name, bytes }) => {
    const keep = (key: string, value: unknown) => {
      if (UNKEEPABLE.test(key) || (typeof value === "string" && UNKEEPABLE.test(value)))
        throw new SyntaxError("a text holds a character that no text can hold");
      return value;
    };
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return { name, document: JSON.parse(text, keep), fault: null };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { name, document: null, fault: `It is not JSON in UTF-8 (${reason}).` };
    }
  });
}
