-- An attempt gets its number as it is stored, which saves the question for it.
alter table attempt alter column id set default nextval('attempt_id');
