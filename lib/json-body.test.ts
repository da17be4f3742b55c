import { describe, expect, it } from "vitest";
import { readJsonBody } from "./json-body";

const post = (body: BodyInit, headers: HeadersInit = {}) =>
  new Request("http://portal.example/", { method: "POST", body, headers });

describe("readJsonBody", () => {
  it("reads JSON up to the limit, to the byte", async () => {
    expect(await readJsonBody(post('{"a":1}'), 7)).toEqual({ ok: true, value: { a: 1 } });
    expect(await readJsonBody(post('{"a":1}'), 6)).toMatchObject({ ok: false, status: 413 });
  });

  it("stops reading a body that does not say how long it is", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    const request = new Request("http://portal.example/", {
      method: "POST",
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect(await readJsonBody(request, 10_000)).toMatchObject({ ok: false, status: 413 });
    expect(sent).toBeLessThan(20);
  });

  it.each(["", "{", new Uint8Array([0xff])])("refuses what is no JSON (%#)", async (body) => {
    expect(await readJsonBody(post(body), 100)).toMatchObject({ ok: false, status: 400 });
  });
});
