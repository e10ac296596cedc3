-- Which of a replica's letters is the newest.
create index dead_letter_replica on dead_letter (record_id, system, id);
