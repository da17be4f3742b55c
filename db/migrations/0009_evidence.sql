CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"record" text NOT NULL,
	"part" text NOT NULL,
	"content_hash" text NOT NULL,
	"supersedes" uuid,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text,
	"issuer_name" text NOT NULL,
	"register" text,
	"register_identifier" text,
	"subject_identifier" text,
	"answer" text NOT NULL,
	"name_in_register" text,
	"listed_as" text,
	"scope" text,
	"activity" text NOT NULL,
	"obligation" text NOT NULL,
	"flag" text NOT NULL,
	"decision" text NOT NULL,
	"eqf" integer,
	"nqf" text,
	"cycle" text,
	"ects_hundredths" integer,
	"awarding_power" boolean,
	"valid_from" date,
	"valid_to" date,
	"register_end" date,
	"link" text,
	"edition" text,
	"source_class" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_on" date NOT NULL,
	CONSTRAINT "evidence_supersedes_key" UNIQUE("supersedes"),
	CONSTRAINT "evidence_kind_check" CHECK ("evidence"."kind" in ('deqar-report', 'deqar-listing', 'national-register', 'vet-system', 'eqf-annex-iv', 'iso-certificate', 'label', 'endorsement', 'internal-quality-assurance', 'provider-statement')),
	CONSTRAINT "evidence_label_check" CHECK ("evidence"."label" in ('iso-21001', 'iso-29993', 'iso-29994', 'openuped', 'e-xcellence', 'efqm', 'other')),
	CONSTRAINT "evidence_answer_check" CHECK ("evidence"."answer" in ('found', 'other-name', 'not-found')),
	CONSTRAINT "evidence_activity_check" CHECK ("evidence"."activity" in ('institutional', 'institutional-programme', 'programme', 'joint-programme', 'other')),
	CONSTRAINT "evidence_obligation_check" CHECK ("evidence"."obligation" in ('obligatory', 'voluntary', 'not-applicable')),
	CONSTRAINT "evidence_flag_check" CHECK ("evidence"."flag" in ('none', 'low', 'high')),
	CONSTRAINT "evidence_decision_check" CHECK ("evidence"."decision" in ('positive', 'with-conditions', 'negative', 'not-applicable')),
	CONSTRAINT "evidence_class_check" CHECK ("evidence"."source_class" in ('authoritative', 'provider', 'third-party')),
	CONSTRAINT "evidence_listed_check" CHECK ("evidence"."listed_as" in ('higher-education', 'other')),
	CONSTRAINT "evidence_cycle_check" CHECK ("evidence"."cycle" in ('short', 'first', 'second', 'third')),
	CONSTRAINT "evidence_eqf_check" CHECK ("evidence"."eqf" between 1 and 8),
	CONSTRAINT "evidence_ects_check" CHECK ("evidence"."ects_hundredths" > 0)
);
--> statement-breakpoint
CREATE TABLE "evidence_matches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"provider_id" uuid,
	"credential_id" uuid,
	"course_id" uuid,
	"state" text NOT NULL,
	"ground" text NOT NULL,
	"proposed_on" date NOT NULL,
	"decided_on" date,
	"decided_by" text,
	CONSTRAINT "evidence_matches_pair_key" UNIQUE NULLS NOT DISTINCT("kind","key","provider_id","credential_id","course_id"),
	CONSTRAINT "evidence_matches_kind_check" CHECK ("evidence_matches"."kind" in ('provider', 'credential', 'course', 'qualification', 'programme')),
	CONSTRAINT "evidence_matches_state_check" CHECK ("evidence_matches"."state" in ('proposed', 'accepted', 'rejected')),
	CONSTRAINT "evidence_matches_ground_check" CHECK ("evidence_matches"."ground" in ('identifier', 'domain-and-name', 'provider-and-title')),
	CONSTRAINT "evidence_matches_record_check" CHECK (num_nonnulls("evidence_matches"."provider_id", "evidence_matches"."credential_id", "evidence_matches"."course_id") = 1),
	CONSTRAINT "evidence_matches_decision_check" CHECK (("evidence_matches"."state" = 'proposed') = ("evidence_matches"."decided_on" is null) and ("evidence_matches"."decided_on" is null) = ("evidence_matches"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "evidence_parties" (
	"evidence_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"subject_id" uuid,
	CONSTRAINT "evidence_parties_pkey" PRIMARY KEY("evidence_id","role","position"),
	CONSTRAINT "evidence_parties_role_check" CHECK ("evidence_parties"."role" in ('issuer', 'word-of', 'developed-by', 'assured-by', 'awarded-by'))
);
--> statement-breakpoint
CREATE TABLE "evidence_readings" (
	"evidence_id" uuid PRIMARY KEY NOT NULL,
	"retrieved_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_subject_identifiers" (
	"subject_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "evidence_subject_identifiers_pkey" PRIMARY KEY("subject_id","scheme","value")
);
--> statement-breakpoint
CREATE TABLE "evidence_subjects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"source_name" text,
	"external_id" text,
	"names" text[] DEFAULT '{}' NOT NULL,
	"domains" text[] DEFAULT '{}' NOT NULL,
	"offered_by" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "evidence_subjects_key" UNIQUE("source_id","kind","key"),
	CONSTRAINT "evidence_subjects_kind_check" CHECK ("evidence_subjects"."kind" in ('provider', 'credential', 'course', 'qualification', 'programme')),
	CONSTRAINT "evidence_subjects_feed_check" CHECK (("evidence_subjects"."source_name" is null) = ("evidence_subjects"."external_id" is null))
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_subject_id_evidence_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."evidence_subjects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_supersedes_fkey" FOREIGN KEY ("supersedes") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_matches" ADD CONSTRAINT "evidence_matches_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_matches" ADD CONSTRAINT "evidence_matches_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_matches" ADD CONSTRAINT "evidence_matches_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_parties" ADD CONSTRAINT "evidence_parties_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_parties" ADD CONSTRAINT "evidence_parties_subject_id_evidence_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."evidence_subjects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_readings" ADD CONSTRAINT "evidence_readings_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_subject_identifiers" ADD CONSTRAINT "evidence_subject_identifiers_subject_id_evidence_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."evidence_subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_subjects" ADD CONSTRAINT "evidence_subjects_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_record_idx" ON "evidence" USING btree ("source_id","record");--> statement-breakpoint
CREATE INDEX "evidence_subject_idx" ON "evidence" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "evidence_matches_provider_idx" ON "evidence_matches" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "evidence_matches_credential_idx" ON "evidence_matches" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "evidence_matches_course_idx" ON "evidence_matches" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "evidence_parties_subject_idx" ON "evidence_parties" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "evidence_subjects_named_idx" ON "evidence_subjects" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "evidence_subjects_feed_idx" ON "evidence_subjects" USING btree ("source_name","external_id");--> statement-breakpoint
-- One identifier however it is written: letters of either case, spaces ("E  TARRAGO01"), the address of a ROR id.
CREATE FUNCTION identifier_key(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(regexp_replace(regexp_replace(value, '^\s*https?://(www\.)?ror\.org/', '', 'i'), '\s+', '', 'g'));--> statement-breakpoint
CREATE INDEX "provider_identifiers_compared_idx" ON "provider_identifiers" ("scheme", identifier_key("value"));--> statement-breakpoint
CREATE INDEX "evidence_subject_identifiers_compared_idx" ON "evidence_subject_identifiers" ("scheme", identifier_key("value"));--> statement-breakpoint
CREATE VIEW "public"."evidence_subject_records" AS (
  select named.id as subject_id, 'provider' as kind, held.provider_id as record_id, 'identifier' as way
    from evidence_subjects as named
    join evidence_subject_identifiers as given on given.subject_id = named.id
    join provider_identifiers as held
      on held.scheme = given.scheme and identifier_key(held.value) = identifier_key(given.value)
    where named.kind = 'provider'
  union all
  select named.id, 'provider', record.id, 'feed' from evidence_subjects as named
    join sources on sources.name = named.source_name
    join providers as record on record.source_id = sources.id and record.external_id = named.external_id
    where named.kind = 'provider'
  union all
  select named.id, named.kind, record.id, 'feed' from evidence_subjects as named
    join sources on sources.name = named.source_name
    join credentials as record on record.source_id = sources.id and record.external_id = named.external_id
    where named.kind in ('credential', 'qualification')
  union all
  select named.id, 'course', record.id, 'feed' from evidence_subjects as named
    join sources on sources.name = named.source_name
    join courses as record on record.source_id = sources.id and record.external_id = named.external_id
    where named.kind = 'course'
  union all
  select named.id, 'provider', match.provider_id, 'accepted' from evidence_subjects as named
    join evidence_matches as match on match.kind = named.kind and match.key = named.key
    where match.state = 'accepted' and match.provider_id is not null
  union all
  select named.id, case named.kind when 'qualification' then 'qualification' else 'credential' end,
      match.credential_id, 'accepted' from evidence_subjects as named
    join evidence_matches as match on match.kind = named.kind and match.key = named.key
    where match.state = 'accepted' and match.credential_id is not null
  union all
  select named.id, 'course', match.course_id, 'accepted' from evidence_subjects as named
    join evidence_matches as match on match.kind = named.kind and match.key = named.key
    where match.state = 'accepted' and match.course_id is not null);--> statement-breakpoint
-- What was evidence on a day must be found as it was: rows are only ever added, and go only with the sample.
CREATE FUNCTION refuse_change_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'DELETE' then
    if exists (select from sources where id = old.source_id and is_sample) then return old; end if;
  end if;
  raise exception 'A row of evidence never changes: add one that supersedes it' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
CREATE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON "evidence"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_evidence();--> statement-breakpoint
CREATE FUNCTION refuse_change_of_evidence_parties() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from evidence where id = old.evidence_id) then return old; end if;
  end if;
  raise exception 'The bodies that a row of evidence names never change' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
CREATE TRIGGER evidence_parties_stay BEFORE UPDATE OR DELETE ON "evidence_parties"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_evidence_parties();--> statement-breakpoint
CREATE FUNCTION refuse_emptying_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception 'Rows of evidence are only ever added' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
CREATE TRIGGER evidence_is_not_emptied BEFORE TRUNCATE ON "evidence"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_of_evidence();--> statement-breakpoint
CREATE TRIGGER evidence_parties_are_not_emptied BEFORE TRUNCATE ON "evidence_parties"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_of_evidence();
