export type JsonBody = { ok: true; value: unknown } | { ok: false; status: 400 | 413; detail: string };

/** The JSON of a request's body, read no further than `limit` bytes. */
export async function readJsonBody(request: Request, limit: number): Promise<JsonBody> {
  const tooLarge = { ok: false, status: 413, detail: `The body may have ${limit} bytes at most` } as const;
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return tooLarge;
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, status: 400, detail: "The body is not JSON in UTF-8" };
  }
}
