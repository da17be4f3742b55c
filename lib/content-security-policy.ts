/** For one page: scripts by this response's nonce, everything else from our own origin. */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  // React's development build rebuilds server stacks with eval, and the overlay writes style attributes.
  const [evaluated, inline] = isDevelopment ? [" 'unsafe-eval'", " 'unsafe-inline'"] : ["", ""];
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluated}`,
    `style-src 'self'${inline}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
