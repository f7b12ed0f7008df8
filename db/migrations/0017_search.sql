CREATE TABLE "search_entries" (
	"meeting_id" text NOT NULL,
	"kind" text NOT NULL,
	"epoch" integer DEFAULT 0 NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"ref" text DEFAULT '' NOT NULL,
	"start_ms" integer DEFAULT 0 NOT NULL,
	"vector" "tsvector" NOT NULL,
	CONSTRAINT "search_entries_meeting_id_kind_epoch_seq_ref_pk" PRIMARY KEY("meeting_id","kind","epoch","seq","ref")
);
--> statement-breakpoint
CREATE TABLE "search_pending" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"epoch" integer,
	"from_seq" integer DEFAULT 0 NOT NULL,
	"to_seq" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("vector") WITH (fastupdate=false);
--> statement-breakpoint
-- Whatever changes words leaves a row in search_pending, in its own transaction: db/queries/search-index.ts reads them.
CREATE FUNCTION "mark_lines_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (meeting_id, epoch, from_seq, to_seq)
		SELECT meeting_id, epoch, min(seq), max(seq) FROM changed GROUP BY meeting_id, epoch;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "mark_added_lines_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (meeting_id, epoch, from_seq, to_seq)
		SELECT meeting_id, 0, min(number), max(number) FROM changed GROUP BY meeting_id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "mark_speakers_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (meeting_id, epoch, from_seq, to_seq)
		SELECT DISTINCT c.meeting_id, e.epoch, 0, 2147483647 FROM changed c
		CROSS JOIN LATERAL (SELECT 0 AS epoch UNION SELECT g.epoch FROM agent_epochs g WHERE g.meeting_id = c.meeting_id) e;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "mark_notes_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (meeting_id) SELECT DISTINCT meeting_id FROM changed;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "mark_meeting_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (meeting_id) VALUES (NEW.id);
	RETURN NULL;
END $$;--> statement-breakpoint
DO $$
DECLARE
	source record;
BEGIN
	FOR source IN SELECT * FROM (VALUES
		('transcript_lines', 'mark_lines_for_search'),
		('line_revisions', 'mark_lines_for_search'),
		('line_speakers', 'mark_lines_for_search'),
		('speaker_names', 'mark_speakers_for_search'),
		('added_lines', 'mark_added_lines_for_search'),
		('summaries', 'mark_notes_for_search'),
		('decisions', 'mark_notes_for_search'),
		('tasks', 'mark_notes_for_search')
	) AS s (name, mark) LOOP
		EXECUTE format('CREATE TRIGGER search_after_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
			FOR EACH STATEMENT EXECUTE FUNCTION %I()', source.name, source.mark);
		EXECUTE format('CREATE TRIGGER search_after_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
			FOR EACH STATEMENT EXECUTE FUNCTION %I()', source.name, source.mark);
		EXECUTE format('CREATE TRIGGER search_after_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
			FOR EACH STATEMENT EXECUTE FUNCTION %I()', source.name, source.mark);
	END LOOP;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_after_insert" AFTER INSERT ON "meetings" FOR EACH ROW EXECUTE FUNCTION mark_meeting_for_search();--> statement-breakpoint
CREATE TRIGGER "search_after_update" AFTER UPDATE OF "title" ON "meetings" FOR EACH ROW
	WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION mark_meeting_for_search();--> statement-breakpoint
INSERT INTO "search_pending" ("meeting_id", "epoch", "from_seq", "to_seq")
	SELECT "meeting_id", "epoch", min("seq"), max("seq") FROM "transcript_lines" GROUP BY 1, 2
	UNION ALL SELECT "meeting_id", 0, min("number"), max("number") FROM "added_lines" GROUP BY 1
	UNION ALL SELECT "id", NULL, 0, 0 FROM "meetings";
