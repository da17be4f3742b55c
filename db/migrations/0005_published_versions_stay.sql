-- A published version of a programme never changes: people hold plans that rest on it. It goes only with its credential.
create function refuse_change_of_published_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from credentials where id = old.credential_id) then return old; end if;
    raise exception 'The published version % of a programme goes only with its credential', old.version
      using errcode = 'restrict_violation';
  end if;
  raise exception 'The published version % of a programme never changes: publish another one', old.version
    using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger programme_versions_stay before update or delete on programme_versions
  for each row execute function refuse_change_of_published_version();
