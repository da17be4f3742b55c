-- Read whole for each search, and hardly compressible: bitmaps stay in their rows, which keep room for a next version.
alter table "search_bits" alter column "bits" set storage plain;--> statement-breakpoint
alter table "search_bits" set (fillfactor = 70);--> statement-breakpoint
-- Read for each hit to rank it: out of line and compressed, the words of a course took longer to fetch than to rank.
alter table "search_documents" alter column "words" set storage external;--> statement-breakpoint
alter table "search_documents" set (toast_tuple_target = 8160);
