import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { postgresEngine } from "@/features/search/postgres-engine";
import { ingredients } from "@/scripts/bench/search-catalogue";
import { requestLog } from "@/scripts/bench/search-requests";
import { hitsQuery } from "@/features/search/postgres-hits";
import { countsQuery } from "@/features/search/postgres-facets";
import { Sets } from "@/features/search/postgres-sets";
const size = Number(process.argv[2]);
const server = await openEmbedded({ dataDir: `/tmp/searchlab-${size}` });
const { db, sql, end } = connect(server.appUrl, { max: 2 });
const log = requestLog(300, ingredients(size), "2026-11-25");
const engine = postgresEngine(db);
const q = (a:number[], p:number)=> [...a].sort((x,y)=>x-y)[Math.floor(a.length*p)]?.toFixed(1);
const K = Number(process.argv[3] ?? 5);
const min = async (f: () => Promise<unknown>) => { let m = 1e9; for (let i=0;i<K;i++){ const t=performance.now(); await f(); m=Math.min(m, performance.now()-t);} return m; };
const ts: number[] = [], c: number[] = [], h: number[] = [], tt: number[]=[], nt: number[]=[], ones: number[]=[];
for (const r of log) { 
  const t = await min(() => engine.search(r)); ts.push(t); (r.query?tt:nt).push(t);
  c.push(await min(() => db.execute(countsQuery(new Sets(r), r)))); h.push(await min(() => db.execute(hitsQuery(new Sets(r), r)))); ones.push(await min(()=>sql`select 1`)); }
console.log("min-of-k: all", q(ts,.5), q(ts,.95), q(ts,.99), "text", q(tt,.5), q(tt,.95), "notext", q(nt,.5), q(nt,.95), "counts", q(c,.5), q(c,.95), "hits", q(h,.5), q(h,.95), "one", q(ones,.5));
const worst = log.map((r,i)=>({r, t: ts[i]!, c: c[i]!, h: h[i]!})).sort((a,b)=>b.t-a.t).slice(0,6);
for (const w of worst) console.log(w.t.toFixed(1), w.c.toFixed(1), w.h.toFixed(1), JSON.stringify({q:w.r.query, s:w.r.selection, sort:w.r.sort}));
await end(); await server.stop();
