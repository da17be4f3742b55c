import { describe, expect, it } from "vitest";
import { pagePolicy } from "./content-security-policy";

describe("pagePolicy", () => {
  it("lets only scripts with this nonce run, and nothing from elsewhere", () => {
    const policy = pagePolicy("n-1", false);
    expect(policy).toContain("script-src 'nonce-n-1' 'strict-dynamic';");
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("http");
  });

  it("loosens in development only", () => {
    expect(pagePolicy("n-1", true)).toContain("unsafe");
  });
});
