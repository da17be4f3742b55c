import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { askPublic, fetchPublic, type Network } from "./http";

const PUBLIC = "93.184.216.34";
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on this machine, and a network in which every public address leads to it. */
async function site(listener: RequestListener, names: Record<string, string[]> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    listener(request, response);
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const network: Network = {
    resolve: async (host) => names[host] ?? [PUBLIC],
    route: () => ({ address: "127.0.0.1", port }),
  };
  return { asked, network };
}

const redirectTo =
  (location: string): RequestListener =>
  (_request, response) =>
    response.writeHead(302, { location }).end();

describe("fetchPublic", () => {
  it("reads a body, and asks for the host by its name", async () => {
    const { asked, network } = await site((_request, response) =>
      response.writeHead(200, { "content-type": "text/csv" }).end("a,b"),
    );
    const fetched = await fetchPublic("http://feed.example.org/courses?x=1", { network });
    expect(Buffer.from(fetched.bytes).toString()).toBe("a,b");
    expect(fetched).toMatchObject({ url: "http://feed.example.org/courses?x=1", contentType: "text/csv" });
    expect(asked).toEqual(["feed.example.org/courses?x=1"]);
  });

  it("inflates gzip", async () => {
    const { network } = await site((_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("hello")),
    );
    const { bytes } = await fetchPublic("http://feed.example.org/", { network });
    expect(Buffer.from(bytes).toString()).toBe("hello");
  });

  it("follows redirects, each looked at again", async () => {
    const { asked, network } = await site((request, response) =>
      request.url === "/end"
        ? response.end("here")
        : response.writeHead(302, { location: "http://other.example.org/end" }).end(),
    );
    expect((await fetchPublic("http://feed.example.org/", { network })).url).toBe(
      "http://other.example.org/end",
    );
    expect(asked).toEqual(["feed.example.org/", "other.example.org/end"]);
  });

  it.each([
    "ftp://feed.example.org/",
    "file:///etc/passwd",
    "gopher://feed.example.org/",
    "data:text/csv,a",
    "//feed.example.org",
    "not an address",
    "http://user:secret@feed.example.org/",
    "http://feed.example.org:22/",
    "http://127.0.0.1/",
    "http://0x7f.1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://[::1]/",
    "http://[::7f00:1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://169.254.169.254/latest/meta-data",
    "http://inside.example.org/",
    "http://half-inside.example.org/",
  ])("asks nobody for %s", async (address) => {
    const { asked, network } = await site((_request, response) => response.end("secret"), {
      "inside.example.org": ["10.0.0.5"],
      "half-inside.example.org": [PUBLIC, "::1"],
    });
    await expect(fetchPublic(address, { network })).rejects.toMatchObject({ code: "invalid" });
    expect(asked).toEqual([]);
  });

  it.each([
    "http://inside.example.org/",
    "http://127.0.0.1/",
    "file:///etc/passwd",
    "http://[::1]/",
    "http://feed.example.org:8080/",
  ])("does not follow a redirect to %s", async (location) => {
    const { asked, network } = await site(redirectTo(location), { "inside.example.org": ["192.168.0.1"] });
    await expect(fetchPublic("http://feed.example.org/", { network })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(asked).toEqual(["feed.example.org/"]);
  });

  it("connects to the address that was looked at, whatever the name says a moment later", async () => {
    let answers = 0;
    const routed: string[] = [];
    const { network } = await site((_request, response) => response.end("x"));
    const rebinding: Network = {
      resolve: async () => [answers++ === 0 ? PUBLIC : "127.0.0.1"],
      route: (address, port) => {
        routed.push(address);
        return network.route(address, port);
      },
    };
    await fetchPublic("http://rebind.example.org/", { network: rebinding });
    expect(routed).toEqual([PUBLIC]);
    expect(answers).toBe(1);
  });

  it("stops at the fourth redirect", async () => {
    const { asked, network } = await site(redirectTo("/again"));
    await expect(fetchPublic("http://feed.example.org/", { network })).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(asked).toHaveLength(4);
  });

  it("stops at the limit of size, also of what a small body inflates to", async () => {
    const plain = await site((_request, response) => response.end("x".repeat(2_000)));
    const bomb = await site((_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(1_000_000))),
    );
    for (const { network } of [plain, bomb]) {
      await expect(
        fetchPublic("http://feed.example.org/", { network, limits: { bytes: 1_000 } }),
      ).rejects.toThrow("larger than 1000 bytes");
    }
  });

  it("gives up on a server that does not answer, and on one that never ends", async () => {
    const silent = await site(() => {});
    await expect(
      fetchPublic("http://feed.example.org/", {
        network: silent.network,
        limits: { connectTime: 20, answerTime: 20 },
      }),
    ).rejects.toThrow("does not answer");
    const endless = await site((_request, response) => void response.writeHead(200).write("x"));
    await expect(
      fetchPublic("http://feed.example.org/", { network: endless.network, limits: { totalTime: 50 } }),
    ).rejects.toThrow("takes too long");
  });

  it("gives up on a name that no one resolves in time", async () => {
    const network: Network = {
      resolve: () => new Promise(() => {}),
      route: (address, port) => ({ address, port }),
    };
    await expect(
      fetchPublic("http://feed.example.org/", { network, limits: { resolveTime: 20 } }),
    ).rejects.toThrow("cannot be found");
  });

  it("tells of an answer that is not the document", async () => {
    const missing = await site((_request, response) => response.writeHead(404).end());
    await expect(fetchPublic("http://feed.example.org/", { network: missing.network })).rejects.toThrow(
      "status 404",
    );
    const packed = await site((_request, response) =>
      response.writeHead(200, { "content-encoding": "br" }).end("x"),
    );
    await expect(fetchPublic("http://feed.example.org/", { network: packed.network })).rejects.toThrow("br");
    const broken = await site((_request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("x");
      response.destroy();
    });
    await expect(fetchPublic("http://feed.example.org/", { network: broken.network })).rejects.toMatchObject({
      code: "unavailable",
    });
  });
});

describe("askPublic", () => {
  it("hands on an answer of whatever status, without its body", async () => {
    const { network } = await site((_request, response) =>
      response.writeHead(429, { "retry-after": "7" }).end("busy"),
    );
    expect(await askPublic("http://api.example.org/", { network })).toMatchObject({
      status: 429,
      retryAfter: "7",
      bytes: new Uint8Array(),
    });
  });

  it("sends its headers to the host that was asked and to no other, not even on the way back", async () => {
    const seen: [string | undefined, string | undefined][] = [];
    const { network } = await site((request, response) => {
      seen.push([request.headers.host, request.headers.authorization]);
      const next = {
        "/": "/same",
        "/same": "http://other.example.org/there",
        "/there": "http://api.example.org/back",
      }[request.url ?? ""];
      if (next) response.writeHead(302, { location: next }).end();
      else response.end("here");
    });
    const headers = { authorization: "Bearer secret" };
    await askPublic("http://api.example.org/", { network, headers });
    expect(seen).toEqual([
      ["api.example.org", "Bearer secret"],
      ["api.example.org", "Bearer secret"],
      ["other.example.org", undefined],
      ["api.example.org", undefined],
    ]);
  });

  it("lets no header name another host than the one that was vetted", async () => {
    const { asked, network } = await site((_request, response) => response.end());
    await askPublic("http://api.example.org/", { network, headers: { host: "intranet", "user-agent": "x" } });
    expect(asked).toEqual(["api.example.org/"]);
  });
});
