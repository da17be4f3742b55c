import { createHash } from "node:crypto";

const NAMESPACE = Buffer.from("6f1c5a2e0d3b4f7e9a8c2b1d4e5f6071", "hex");

/** A uuid v5 (RFC 9562 5.5): the same for the same kind and key wherever the sample catalogue is added. */
export function sampleId(kind: string, key: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(`${kind}:${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
